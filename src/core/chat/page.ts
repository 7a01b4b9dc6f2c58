/** What the page of the chat view is made of; addresses and nonce come from the webview that shows it. */
export interface ChatPageParts {
  /** The webview's own source for styles (`webview.cspSource`). */
  readonly cspSource: string;
  /** Fresh for every page: only the script that carries it runs. */
  readonly nonce: string;
  readonly scriptUri: string;
  readonly styleUri: string;
  /** BCP 47 tag of the interface's words. */
  readonly lang: string;
  /** Name of the page, read by screen readers and not shown. */
  readonly title: string;
}

function escapeAttribute(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/**
 * The HTML of the chat view. It holds no words and no content: the script draws what the extension sends.
 * An answer is text from a stranger, so the policy lets the page load nothing (no image, font, frame or
 * request) and run nothing but our one script, even if the sanitiser should ever fail.
 */
export function chatPage(parts: ChatPageParts): string {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${parts.nonce}'`,
    `style-src ${parts.cspSource}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const title = escapeAttribute(parts.title);
  return `<!DOCTYPE html>
<html lang="${escapeAttribute(parts.lang)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeAttribute(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<link rel="stylesheet" href="${escapeAttribute(parts.styleUri)}">
<title>${title}</title>
</head>
<body>
<main id="chat"><h1 class="hidden">${title}</h1></main>
<script nonce="${escapeAttribute(parts.nonce)}" src="${escapeAttribute(parts.scriptUri)}"></script>
</body>
</html>
`;
}
