import { unfence, type Part } from './fence';
import type { Surroundings } from './surroundings';

/** Tokens of chat templates and of other families' ends. */
const endToken =
  /<\|(?:im_end|im_start|endoftext|end_of_text|eot_id|assistant|user)\|>|<end_of_turn>|<EOT>|<｜end▁of▁sentence｜>/;
/** The same where they begin the answer's turn. */
const beginToken =
  /^\s*(?:(?:<s>|<bos>|<\|begin_of_text\|>)|(?:<\|im_start\|>|<start_of_turn>)(?:(?:assistant|model)[ \t]*\n)?|<\|assistant\|>\n?|<\|start_header_id\|>assistant<\|end_header_id\|>\n{0,2})+/;
const wrapper =
  /^\s*<(completion|fill|code_completion|completed_code|answer|response|output|insert|middle|missing|missing_code|code|result|hole|solution)>/i;
const strayTag =
  /<\/?(?:cursor|hole|fill_here|fim_\w+|completion|fill|middle|missing|answer|CURSOR|HOLE|FILL_HERE)\/?>|<\|?(?:PRE|SUF|MID|EOM|fim_\w+|cursor)\|?>/;

/**
 * Finds the part of a model's text that is meant for the file: without thoughts, tags of the chat's template, the
 * fence that a chat model puts around code, and what it says before and after it.
 */
export function unwrap(text: string, around: Surroundings, languageId: string): Part {
  let part: Part = { from: 0, to: text.length, closed: false, led: false };
  for (const step of [withoutBeginToken, withoutThought, withoutEndToken, withoutTags, unfence]) {
    const { from, to } = part;
    const inner = step(text.slice(from, to), around, languageId);
    if (inner === undefined) continue;
    part = {
      from: from + inner.from,
      to: from + inner.to,
      closed: part.closed || inner.closed,
      led: part.led || inner.led,
    };
  }
  return part;
}

/** After the model's thoughts, where it opens with them; some templates open them in the prompt already. */
function withoutThought(text: string): Part | undefined {
  const close = /<\/think(?:ing)?>([ \t]*\n(?:[ \t]*\n)*)?/.exec(text);
  const opens = /^\s*<think(?:ing)?>/.test(text);
  if (!opens && (close === null || text.slice(0, close.index).trim() !== '')) return undefined;
  if (close === null) return { from: text.length, to: text.length, closed: false, led: true };
  // The last line end may be the text's own.
  const from = close.index + close[0].length - (close[1] === undefined ? 0 : 1);
  return { from, to: text.length, closed: false, led: true };
}

function withoutBeginToken(text: string, { syntax }: Surroundings): Part | undefined {
  const from = beginToken.exec(text)?.[0].length ?? 0;
  // `<s>` is a tag of HTML as well.
  if (from === 0 || (syntax.blocks === 'markup' && /^\s*<s>/.test(text))) return undefined;
  return { from, to: text.length, closed: false, led: false };
}

function withoutEndToken(text: string): Part | undefined {
  const token = endToken.exec(text);
  if (token !== null) return { from: 0, to: token.index, closed: true, led: false };
  const end = /<\/s>\s*$/.exec(text);
  if (end === null || text.includes('<s>')) return undefined;
  return { from: 0, to: end.index, closed: true, led: false };
}

/** Without the tags that mark the hole in a prompt, where the document does not use them itself. */
function withoutTags(text: string, around: Surroundings): Part | undefined {
  const name = wrapper.exec(text)?.[1];
  const { length } = text;
  if (name !== undefined && !isOwn(name, around)) {
    let from = wrapper.exec(text)?.[0].length ?? 0;
    const closing = text.slice(from).search(new RegExp(`</${name}>`, 'i'));
    let to = closing < 0 ? length : from + closing;
    const lines = /^[ \t]*\n/.exec(text.slice(from, to));
    if (lines !== null && (closing < 0 || /\n[ \t]*$/.test(text.slice(from, to)))) {
      to -= /\n?[ \t]*$/.exec(text.slice(from, to))?.[0].length ?? 0;
      from += lines[0].length;
    }
    return { from, to: Math.max(from, to), closed: closing >= 0, led: true };
  }
  const stray = strayTag.exec(text);
  if (stray === null || isOwn(/\w+/.exec(stray[0])?.[0] ?? '', around)) return undefined;
  const start = stray.index + stray[0].length;
  if (text.slice(0, stray.index).trim() === '') return { from: start, to: length, closed: false, led: true };
  return { from: 0, to: stray.index, closed: true, led: false };
}

/** True where the document uses a tag of this name itself. */
function isOwn(name: string, { prefix, suffix, syntax }: Surroundings): boolean {
  const tag = new RegExp(`</?${name}\\b`, 'i');
  return (
    tag.test(prefix) || tag.test(suffix) || (syntax.blocks === 'markup' && /^(?:code|output)$/i.test(name))
  );
}
