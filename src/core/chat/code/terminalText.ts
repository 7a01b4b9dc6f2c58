/** What becomes of a block of code that a person wants in a terminal. */
export type ForTerminal =
  /** One line, to be written at the prompt. It holds nothing that a terminal or a shell acts on by itself. */
  | { readonly kind: 'line'; readonly line: string }
  /** For the person to paste: several lines would run one after the other, and a very long one is not read whole. */
  | { readonly kind: 'clipboard'; readonly text: string }
  | { readonly kind: 'nothing' };

/** Terminals read a line of up to 4096 bytes; with accents and a prompt before it this is safe, in UTF-16 units. */
const longest = 1000;

/** Whatever a terminal could take for the end of a line. */
const lineEnds = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;

/** Controls, among them the escape that begins a command to the terminal, and characters that cannot be seen. */
const controls = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}\p{Cs}]/gu;

/** A prompt that came along with the command, as documents show them. */
const prompt = /^\s*(?:\$|%|PS(?: [^>]*)?>)\s+(?=\S)/;

/** Never adds a line end: what is placed does not run until a person presses Enter. */
export function forTerminal(code: string): ForTerminal {
  const lines = code.split(lineEnds).filter((line) => line.replace(controls, '').trim() !== '');
  const [only = ''] = lines;
  if (lines.length === 0) return { kind: 'nothing' };
  if (lines.length > 1 || only.length > longest) return { kind: 'clipboard', text: code };
  const line = only.replaceAll('\t', ' ').replace(controls, '').replace(prompt, '').trim();
  return { kind: 'line', line };
}
