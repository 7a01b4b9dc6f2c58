import { containsMask } from '../privacy/mask';
import { redact } from '../privacy/redact';

/**
 * Secrets do not leave this computer, and a model gives back their masks: each line that came back as it went gets its
 * secret again.
 * @returns `undefined` where a mask is left in another line: it must not take the place of a secret.
 */
export function unmasked(code: string, piece: string): string | undefined {
  if (!containsMask(code) || containsMask(piece)) return code;
  const own = piece.split('\n');
  const masked = redact(piece).split('\n');
  const found = new Map(masked.map((line, index) => [line.trim(), own[index]?.trim() ?? '']));
  const lines = code.split('\n').map((line) => {
    if (!containsMask(line)) return line;
    const secret = found.get(line.trim());
    return secret === undefined ? line : line.slice(0, line.indexOf(line.trim())) + secret;
  });
  return lines.some(containsMask) ? undefined : lines.join('\n');
}
