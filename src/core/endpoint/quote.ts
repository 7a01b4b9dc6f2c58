import type { FetchInit } from './transport';

/** What of a server's words may be shown: shortened, without the key, nothing where they quote the request. */
export type Quote = (words: string) => string | undefined;

/** How much of a server's words is shown, in characters. */
const longest = 300;

/** A run of the person's text of this length, found in the server's words, is no chance. In characters. */
const run = 24;

/**
 * Servers put the input that they refuse, and even the key, into their errors.
 * @param secrets the key and the person's own headers; empty ones are passed over.
 */
export function quoteFor(init: FetchInit, secrets: readonly string[]): Quote {
  return (words) => {
    let masked = words;
    for (const secret of secrets) if (secret !== '') masked = masked.replaceAll(secret, '…');
    const shown = masked.slice(0, longest);
    return quotesAny(shown, personalTexts(init.body)) ? undefined : shown;
  };
}

function quotesAny(words: string, texts: readonly string[]): boolean {
  // An error may show the text as it is, or escaped as JSON or Python write it.
  const escaped = texts.map((text) => JSON.stringify(text).slice(1, -1));
  for (let at = 0; at + run <= words.length; at += 1) {
    const piece = words.slice(at, at + run);
    if ([...texts, ...escaped].some((text) => text.includes(piece))) return true;
  }
  return [...texts, ...escaped].some((text) => text.length >= 8 && text.length < run && words.includes(text));
}

/** The person's own words and code in a request: the prompt, what the messages hold, what is to be counted. */
function personalTexts(body: string | undefined): readonly string[] {
  if (body === undefined) return [];
  const { messages, ...fields } = JSON.parse(body) as {
    messages?: readonly { content: string; tool_calls?: unknown }[];
  } & Readonly<Record<string, unknown>>;
  const texts = ['prompt', 'suffix', 'content', 'inputs'].map((field) => fields[field]);
  const said = (messages ?? []).flatMap(({ content, tool_calls }) => [content, ...textsIn(tool_calls)]);
  return [...texts, ...said].filter((text) => typeof text === 'string');
}

/** Every text in what a model asked a tool, however deep. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
