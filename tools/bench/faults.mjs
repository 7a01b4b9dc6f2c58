import { pick } from './random.mjs';

/**
 * What a model is asked to fill, and what it could have written instead.
 *
 * @typedef {object} Hole
 * @property {string} prefix
 * @property {string} middle
 * @property {string} suffix
 * @property {string} languageId
 * @property {string} other text from elsewhere in the file, from the start of a line
 */

const before = [
  'Here is the completed code:\n\n',
  'Sure! Here is the missing part:\n\n',
  'The completed code is:\n',
  'Aquí tens el codi completat:\n\n',
  'Claro, aquí está el código:\n\n',
];
const after = [
  '\n\nThis continues the function as requested.',
  '\n\nExplanation: the code above completes the missing part.',
  '\n\nThis code adds the missing line and returns the result to the caller.',
  '\n\nAquest codi completa la funció.',
  '\n\nNote that this assumes the value is defined.',
];
const prose = new Set(['markdown', 'plaintext', 'restructuredtext', 'latex', 'tex', 'git-commit']);

/**
 * Each fault makes an output of a hole; `undefined` where it would say nothing new there.
 *
 * @type {Record<string, (hole: Hole, random: () => number) => string | undefined>}
 */
export const faults = {
  right: ({ middle }) => middle,
  overrun: ({ middle, suffix }, random) => {
    const more = suffix.slice(0, 20 + Math.floor(random() * 500));
    return more.trim() === '' ? undefined : middle + more;
  },
  overrunLines: ({ middle, suffix }, random) => {
    const count = 1 + Math.floor(random() * 6);
    const more = suffix
      .split('\n')
      .slice(0, count + 1)
      .join('\n');
    return more.trim() === '' ? undefined : `${middle}${more}\n`;
  },
  overrunThenDiverges: ({ middle, suffix, other }, random) => {
    const lines = suffix.split('\n').slice(0, 2 + Math.floor(random() * 2));
    return lines.join('').trim() === '' ? undefined : `${middle}${lines.join('\n')}\n${other}`;
  },
  divergesAfterBlock: ({ prefix, middle, suffix, other }) => {
    if (!middle.includes('\n') || !/^\s*\n/.test(suffix)) return undefined;
    const indent = /[^\n]*$/.exec(prefix)?.[0].match(/^[ \t]*/)?.[0].length ?? 0;
    const next = other.split('\n').find((line) => line.trim() !== '') ?? '';
    if (indent === 0 || next.length - next.trimStart().length >= indent) return undefined;
    return `${middle}\n\n${other}`;
  },
  closersRepeated: ({ middle, suffix }) => {
    const rest = /^[^\n]*/.exec(suffix)?.[0] ?? '';
    const closers = /^[)\]}"';,]+/.exec(rest)?.[0];
    return closers === undefined ? undefined : middle + closers;
  },
  fence: ({ middle, languageId }) => `\`\`\`${languageId}\n${middle}\n\`\`\``,
  fenceAndProse: ({ middle, languageId }, random) =>
    `${pick(before, random)}\`\`\`${languageId}\n${middle}\n\`\`\`${pick(after, random)}`,
  fenceCloses: ({ middle }, random) => `${middle}\n\`\`\`${pick(after, random)}`,
  fenceWithLine: ({ prefix, middle, languageId }) => {
    const line = /[^\n]*$/.exec(prefix)?.[0] ?? '';
    return line.trim().length < 4 ? undefined : `\`\`\`${languageId}\n${line}${middle}\n\`\`\``;
  },
  proseBefore: ({ middle, languageId }, random) =>
    prose.has(languageId) || !middle.includes('\n') ? undefined : pick(before, random) + middle,
  proseAfter: ({ middle, languageId }, random) =>
    prose.has(languageId) ? undefined : middle + pick(after, random),
  think: ({ middle }) => `<think>\nThe user wants the middle.\n</think>\n\n${middle}`,
  emptyThink: ({ middle }) => `<think></think>${middle}`,
  tags: ({ middle }) => `<completion>${middle}</completion>`,
  endToken: ({ middle }, random) =>
    middle + pick(['<|im_end|>', '</s>', '<|im_end|>\n<|im_start|>user\nnow', '<|endoftext|>'], random),
  lineRepeated: ({ prefix, middle }) => {
    const line = /[^\n]*$/.exec(prefix)?.[0] ?? '';
    return line.trim().length < 4 ? undefined : line + middle;
  },
  linesRepeated: ({ prefix, middle }, random) => {
    const lines = prefix.split('\n').slice(-(2 + Math.floor(random() * 3)));
    return lines.length < 2 || (lines[0] ?? '').trim().length < 6 ? undefined : lines.join('\n') + middle;
  },
  lineWithRest: ({ prefix, middle, suffix }) => {
    const line = /[^\n]*$/.exec(prefix)?.[0] ?? '';
    const rest = /^[^\n]*/.exec(suffix)?.[0] ?? '';
    return line.trim().length < 4 || rest.trim() === '' ? undefined : line + middle + rest;
  },
  restRepeated: ({ middle, suffix }) => {
    const rest = /^[^\n]*/.exec(suffix)?.[0] ?? '';
    return rest.trim() === '' ? undefined : middle + rest;
  },
  fenceAround: ({ prefix, middle, suffix, languageId }, random) => {
    const above = prefix.split('\n').slice(-(1 + Math.floor(random() * 4)));
    const below = suffix.split('\n').slice(0, 2 + Math.floor(random() * 3));
    if ((above[0] ?? '').trim().length < 6) return undefined;
    return `${pick(before, random)}\`\`\`${languageId}\n${above.join('\n')}${middle}${below.join('\n')}\n\`\`\`\n`;
  },
  wordRepeated: ({ prefix, middle }) => {
    const begun = /[A-Za-z_]{3,}$/.exec(prefix)?.[0];
    return begun === undefined || !/^\w/.test(middle) ? undefined : begun + middle;
  },
  loopOfAll: ({ middle }, random) => {
    if (middle.trim().length < 12) return undefined;
    const text = `${middle}\n`.repeat(5 + Math.floor(random() * 5));
    return text.slice(0, text.length - Math.floor(random() * middle.length));
  },
  loop: ({ middle }, random) => {
    const line = middle.split('\n').at(-1) ?? '';
    if (line.trim().length < 6) return undefined;
    const text = middle + `\n${line}`.repeat(4 + Math.floor(random() * 40));
    return text.slice(0, text.length - Math.floor(random() * line.length));
  },
  loopOfBlock: ({ middle }) => {
    const lines = middle.split('\n');
    if (lines.length < 3) return undefined;
    const block = lines.slice(-2).join('\n');
    return middle + `\n${block}`.repeat(6);
  },
  straySpace: ({ prefix, middle }) =>
    /[ \t\n([.]$/.test(prefix) && !/^\s/.test(middle) ? ` ${middle}` : undefined,
  strayNewline: ({ prefix, middle }) =>
    /[^\n]*\S[^\n]*[ (]$|\n[ \t]+$/.test(prefix) && !middle.startsWith('\n') ? `\n${middle}` : undefined,
  blankLinesAfter: ({ middle }, random) => middle + '\n'.repeat(1 + Math.floor(random() * 4)),
  indentRepeated: ({ prefix, middle }) => {
    const indent = /(?:^|\n)([ \t]+)$/.exec(prefix)?.[1];
    return indent === undefined ? undefined : indent + middle;
  },
  indentDeeper: ({ middle }) => {
    if (!/\n[ \t]*\S/.test(middle)) return undefined;
    return middle.replace(/\n([ \t]*)(?=\S)/g, (_, own) => `\n${own}${own.includes('\t') ? '\t' : '   '}`);
  },
  indentLost: ({ prefix, middle }) => {
    const indent = /(?:^|\n)([ \t]+)$/.exec(prefix)?.[1] ?? /^\n?([ \t]+)/.exec(middle)?.[1];
    if (indent === undefined || !/\n[ \t]*\S/.test(middle)) return undefined;
    const lost = middle.replaceAll(`\n${indent}`, '\n');
    return lost.startsWith(indent) ? lost.slice(indent.length) : lost;
  },
  indentOfOtherKind: ({ middle }) => {
    if (!/\n[ \t]+\S/.test(middle)) return undefined;
    return /\n\t/.test(middle)
      ? middle.replace(/(?<=^|\n)\t+/g, (tabs) => '    '.repeat(tabs.length))
      : middle.replace(/(?<=^|\n)(?: {4})+/g, (spaces) => '\t'.repeat(spaces.length / 4));
  },
  crlf: ({ middle, suffix }) =>
    middle.includes('\n') || suffix.startsWith('\n') ? `${middle}\n`.replaceAll('\n', '\r\n') : undefined,
  fenceOpen: ({ middle, languageId }) => `\`\`\`${languageId}\n${middle}`,
  fencePlain: ({ middle }) => `\n\`\`\`\n${middle}\n\`\`\`\n`,
  thinkLong: ({ middle, other, languageId }) =>
    `<think>\nThe gap follows the line above.\n\n\`\`\`${languageId}\n${other}\n\`\`\`\n\nThat would be wrong.\n</think>\n\n\`\`\`${languageId}\n${middle}\n\`\`\``,
  chatTokens: ({ middle }, random) =>
    pick(['<|im_start|>assistant\n', '<s>', '<|assistant|>\n'], random) +
    middle +
    pick(['<|im_end|>', ''], random),
  linesAround: ({ prefix, middle, suffix }, random) => {
    const above = prefix.split('\n').slice(-(4 + Math.floor(random() * 8)));
    const below = suffix.split('\n').slice(0, 3 + Math.floor(random() * 3));
    return (above[0] ?? '').trim().length < 6 ? undefined : `${above.join('\n')}${middle}${below.join('\n')}`;
  },
  overrunAfterBlanks: ({ middle, suffix }, random) => {
    const lines = suffix
      .split('\n')
      .slice(1)
      .filter((line) => line.trim() !== '');
    if (!/^[ \t]*\n/.test(suffix) || lines.length < 3) return undefined;
    return `${middle}\n\n${lines.slice(0, 2 + Math.floor(random() * 3)).join('\n')}`;
  },
  overrunOtherIndent: ({ middle, suffix }, random) => {
    const lines = suffix.split('\n').slice(1, 4 + Math.floor(random() * 3));
    if (!/^[ \t]*\n/.test(suffix) || lines.filter((line) => line.trim() !== '').length < 2) return undefined;
    return `${middle}\n${lines.map((line) => (line.trim() === '' ? line : `  ${line}`)).join('\n')}`;
  },
  restThenOther: ({ prefix, middle, suffix, other }) => {
    const rest = /^[^\n]*/.exec(suffix)?.[0] ?? '';
    if (rest.trim().length < 2 || /^\s*$/.test(/[^\n]*$/.exec(prefix)?.[0] ?? '')) return undefined;
    return `${middle}${rest}\n${other}`;
  },
  closesTooEarly: ({ middle, suffix, other }) => {
    if (!/^[ \t]*\n/.test(suffix)) return undefined;
    const lines = suffix.split('\n').slice(1);
    const closer = lines.findIndex((line) => /^\s*(?:[})\]]+[;,]?|end;?|fi|done)\s*$/.test(line));
    const indents = lines
      .slice(0, closer)
      .filter((line) => line.trim() !== '')
      .map((line) => line.search(/\S/));
    const own = lines[closer]?.search(/\S/) ?? 0;
    // What stands between the gap and the closer is left out: the block is closed before its end.
    if (closer < 1 || indents.length === 0 || indents.some((indent) => indent <= own)) return undefined;
    return `${middle}\n${lines[closer]}\n\n${other}`;
  },
  missingClosers: ({ middle, suffix }) => {
    const closers = /(?:\s*[)\]}])+;?$/.exec(middle)?.[0];
    if (closers === undefined || /^\S/.test(suffix)) return undefined;
    const cut = middle.slice(0, -closers.length);
    return cut.trim().length < 4 || /[([{]$/.test(cut) ? undefined : cut;
  },
};
