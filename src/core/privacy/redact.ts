import { maskKeyBlocks } from './keyBlocks';
import { maskFor } from './mask';
import { looksSecret } from './secretValue';

/**
 * Masks what looks like a secret: private keys, tokens of well-known services, passwords in URLs, bearer
 * headers, and values of high entropy that are assigned to a password, key or token. The same text always
 * gives the same result (a server's prefix cache holds), the count of lines stays, and the work grows with
 * the length of the text only: every pattern begins at a boundary or has a bounded width.
 *
 * Shapes of tokens: the services' own documentation of their prefixes, as GitHub's secret scanning and
 * gitleaks list them.
 */
export function redact(text: string): string {
  return passes.reduce((masked, pass) => pass(masked, (secret) => maskFor(secret)), maskKeyBlocks(text));
}

/**
 * True where the cursor stands in a secret or at its end, where one is being typed. What stands before it is no
 * whole secret then, and would not be masked on its own.
 * @param cursor how many characters of `text` stand before it.
 */
export function isInSecret(text: string, cursor: number): boolean {
  const lineStart = text.lastIndexOf('\n', cursor - 1) + 1;
  const line = text.slice(0, lineStart).split('\n').length - 1;
  const keyless = maskKeyBlocks(text).split('\n');
  if (keyless[line] !== text.split('\n')[line]) return true;
  // No other secret spans more lines than these.
  const first = Math.max(0, line - longestSecret);
  const near = keyless.slice(first, line + longestSecret + 1);
  let at = near.slice(0, line - first).reduce((sum, { length }) => sum + length + 1, cursor - lineStart);
  let inside = false;
  passes.reduce((masked, pass) => {
    let shift = 0;
    const next = pass(masked, (secret, from) => {
      const mask = maskFor(secret);
      const to = from + secret.length;
      if (from < at && at <= to) inside = true;
      else if (to < at) shift += mask.length - secret.length;
      return mask;
    });
    at += shift;
    return next;
  }, near.join('\n'));
  return inside;
}

/** Lines from a name to its value: of white space there may be three line ends on each side of the sign. */
const longestSecret = 7;

/** Replaces each secret of a kind by what `mask` says. `at` is the place of the secret in `text`. */
type Pass = (text: string, mask: (secret: string, at: number) => string) => string;

/** A pass over what `pattern` finds: a first group with what stands before the secret, and then the secret. */
function after(pattern: RegExp, isSecret: (value: string) => boolean): Pass {
  return (text, mask) =>
    text.replace(pattern, (whole: string, before: string, value: string, at: number) =>
      isSecret(value)
        ? before + mask(value, at + before.length) + whole.slice(before.length + value.length)
        : whole,
    );
}

const tokens = new RegExp(
  `(?<![A-Za-z0-9_-])(?:${[
    'gh[pousr]_[A-Za-z0-9]{36,}',
    'github_pat_[A-Za-z0-9_]{22,}',
    'glpat-[A-Za-z0-9_-]{20,}',
    'hf_[A-Za-z0-9]{30,}',
    'sk-[A-Za-z0-9_-]{20,}',
    '[rs]k_(?:live|test)_[A-Za-z0-9]{16,}',
    'gsk_[A-Za-z0-9]{40,}',
    '(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Za-z0-9])',
    'xox[abeoprs]-[A-Za-z0-9-]{10,}',
    'xapp-[A-Za-z0-9-]{20,}',
    'eyJ[A-Za-z0-9_-]{8,}\\.eyJ[A-Za-z0-9_-]{8,}(?:\\.[A-Za-z0-9_-]{0,2000})?',
    'AIza[A-Za-z0-9_-]{35}',
    'ya29\\.[A-Za-z0-9_-]{20,}',
    'GOCSPX-[A-Za-z0-9_-]{20,}',
    'npm_[A-Za-z0-9]{36,}',
    'pypi-[A-Za-z0-9_-]{50,}',
    'dop_v1_[a-f0-9]{64}',
    'dckr_pat_[A-Za-z0-9_-]{20,}',
    'SG\\.[A-Za-z0-9_-]{16,}\\.[A-Za-z0-9_-]{32,}',
    'hvs\\.[A-Za-z0-9_-]{24,}',
    'AGE-SECRET-KEY-1[A-Z0-9]{50,}',
    '[A-Za-z0-9_~.-]{3}\\dQ~[A-Za-z0-9_~.-]{31,34}',
    '\\d{8,10}:AA[A-Za-z0-9_-]{33}',
  ].join('|')})|(?<=(?:AccountKey|SharedAccessKey)=)[A-Za-z0-9+/]{40,}={0,2}`,
  'g',
);

/** A name such as `sk-loading-indicator-wrapper` has the shape, and no digits among small letters. */
function isRealToken(token: string): boolean {
  return /\d/.test(token) && (!token.startsWith('sk-') || /[A-Z]|\d[a-z]+\d/.test(token));
}

/** `scheme://user:password@host`. */
const urlPassword = /(\b[a-z][a-z\d+.-]{1,20}:\/\/[^\s:/@"'`<>]{0,100}:)([^\s/@"'`<>]{1,200})@/gi;

/** `Authorization: Bearer …`, and `Bearer …` alone. */
const header = /((?<![A-Za-z0-9])(?:bearer|basic)[ \t]{1,3})([A-Za-z0-9._~+/=-]{16,})/gi;

/** `?token=…` and `&sig=…`. */
const query = /([?&][\w-]{0,20}(?:token|key|secret|passw(?:or)?d|pwd|sig|signature)=)([^&\s"'`<>#\\]{8,})/gi;

/** What people call a secret in code, in English and in the languages of here. */
const secretName =
  '(?:passw(?:or)?d|pwd|passphrase|secret|token|api[_-]?key|access[_-]?key|auth[_-]?key|account[_-]?key|' +
  'private[_-]?key|encryption[_-]?key|credentials?|contrase(?:ñ|n|ny)a|clave|contrasinal|pasahitza?)';
const assigned = `${secretName}[A-Za-z0-9_-]{0,20}["'\`]?\\s{0,3}(?::=|=>|[:=])\\s{0,3}`;

/** `password = "…"`; the closing quote may not have been typed yet. */
const quoted = new RegExp(`(${assigned}["'\`])([^"'\`\\s\\\\]{8,500})`, 'gi');

/** `PASSWORD=…` to the end of the line, as in files of settings and in shells. */
const bare = new RegExp(`(${assigned})([^\\s"'\`,;(){}\\[\\]<>\\\\]{8,500})(?=[ \\t]*(?:$|#))`, 'gim');

/** In this order: what one has masked, the next ones leave alone. */
const passes: readonly Pass[] = [
  (text, mask) => text.replace(tokens, (token, at: number) => (isRealToken(token) ? mask(token, at) : token)),
  after(urlPassword, (password) => !/[{<$%]/.test(password)),
  after(header, (value) => /\d/.test(value) && looksSecret(value, false)),
  after(query, (value) => looksSecret(value, false)),
  after(quoted, (value) => looksSecret(value, false)),
  after(bare, (value) => looksSecret(value, true)),
];
