import { maskFor } from './mask';

const begin = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/;
const end = /-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/;

/**
 * What a line of a key looks like inside source code: comment signs, quotes and joining signs around it, and
 * then nothing but base64.
 */
const keyLine = /^([\s"'`+#*/]*)([A-Za-z0-9+/=]+)((?:\\[nr])*["'`\s+,;\\)]*)$/;

/** The lengths in which PEM, OpenSSH and MIME break base64. */
const fullLine = new Set([64, 70, 76]);

/** A run of base64 so long is no identifier. */
const longRun = /[A-Za-z0-9+/]{32,}={0,2}/g;

/** Most lines that one key takes; what follows a forgotten end is not masked for ever. */
const longestKey = 400;

/**
 * Masks private keys line by line, so that the count of lines stays. A key without its first or last line,
 * as a window of a file may show it, is known by two or more full lines of base64.
 */
export function maskKeyBlocks(text: string): string {
  if (!mayHoldKey.test(text)) return text;
  const lines = text.split('\n');
  const full = lines.map((line) => fullLine.has(body(line).length));
  let inside = 0;
  return lines
    .map((line, at) => {
      if (begin.test(line)) {
        inside = end.test(line) ? 0 : longestKey;
        return maskBetween(line);
      }
      if (end.test(line)) {
        inside = 0;
        return line;
      }
      inside -= 1;
      const inRun = full[at] === true && (full[at - 1] === true || full[at + 1] === true);
      const afterRun = full[at - 1] === true && (full[at - 2] === true || inside > 0);
      if (inRun || (inside > 0 && full[at] === true) || (afterRun && body(line) !== ''))
        return maskLine(line);
      return inside > 0 ? line.replace(longRun, maskMixed) : line;
    })
    .join('\n');
}

const mayHoldKey = /-----(?:BEGIN|END) |(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{64}/;

/** The base64 of a line that holds nothing else, or nothing. */
function body(line: string): string {
  // No line of a key is longer; the rest of a generated file is not looked at.
  if (line.length > 200) return '';
  const found = keyLine.exec(line)?.[2] ?? '';
  return /^[a-z]+$/i.test(found) && found.length < 64 ? '' : found;
}

function maskLine(line: string): string {
  return line.replace(keyLine, (_whole, before: string, key: string, after: string) => {
    return before + maskFor(key) + after;
  });
}

/** A key that stands on one line, as in JSON, with `\n` written out. */
function maskBetween(line: string): string {
  const from = begin.exec(line);
  if (from === null) return line;
  const start = from.index + from[0].length;
  const until = end.exec(line.slice(start));
  const stop = until === null ? line.length : start + until.index;
  return line.slice(0, start) + line.slice(start, stop).replace(longRun, maskMixed) + line.slice(stop);
}

function maskMixed(run: string): string {
  return /\d/.test(run) && /[A-Z]/.test(run) && /[a-z]/.test(run) ? maskFor(run) : run;
}
