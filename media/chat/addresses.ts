/** `src/sum.py`, `./sum.py:10`, `sum.py#L10`: a file by its path below a folder of the workspace. */
const filePath =
  /^(?:\.\/)?(?![/\\~])[^\p{Cc}?*"<>|\\:#]{1,400}(?::\d{1,7}(?::\d{1,7})?|#L\d{1,7}(?:-L?\d{1,7})?)?$/u;

export interface Address {
  readonly kind: 'web' | 'file';
  readonly address: string;
}

/**
 * What a link of an answer may lead to: a page on the web, in the normal form of its address (with the host's
 * letters as they are sent, `xn--…`), or a file below a folder of the workspace. Anything else is no link.
 */
export function allowedAddress(href: string): Address | undefined {
  if (/^https?:\/\//i.test(href)) {
    if (!URL.canParse(href)) return undefined;
    const url = new URL(href);
    // A name before the host serves only to be taken for the host.
    return url.username === '' && url.password === '' ? { kind: 'web', address: url.href } : undefined;
  }
  if (!filePath.test(href) || href.startsWith('//') || href.split('/').includes('..')) return undefined;
  const path = decoded(href);
  return path !== undefined && filePath.test(path) && !path.split('/').includes('..')
    ? { kind: 'file', address: path }
    : undefined;
}

function decoded(href: string): string | undefined {
  try {
    return decodeURIComponent(href);
  } catch {
    return undefined;
  }
}
