import { hash } from './hash.mjs';
import { createNames } from './names.mjs';
import {
  code,
  comment,
  documentation,
  explanation,
  fill,
  given,
  listed,
  languages,
  words,
} from './phrases.mjs';
import { createProgram } from './program.mjs';
import { renderChat } from '../engine/chatPrompt.mjs';
import { python, writers } from './write.mjs';

/**
 * @typedef {import('./names.mjs').Split} Split
 * @typedef {import('./random.mjs').Random} Random
 * @typedef {import('./phrases.mjs').Language} Language
 * @typedef {import('./phrases.mjs').Level} Level
 *
 * @typedef {object} Example one text to learn from, or to be tested with
 * @property {string} kind explain, follow, who, cannot, fix, document or code
 * @property {Language | undefined} language of the answer
 * @property {string} programming language of the code
 * @property {{ role: string, content: string }[]} messages what Aliada sends; none for code
 * @property {string} prompt the same as the engine reads it; empty for code
 * @property {string} answer
 * @property {string[][] | undefined} truth of an explanation: the ways to say each line
 * @property {string[]} names that an explanation has to name
 */

/** Shapes of programs that are kept for the test, of a hundred. */
const heldShapes = 12;

/** @param {string} shape */
export function isHeldShape(shape) {
  return hash(shape) % 100 < heldShapes;
}

/**
 * @param {Random} random
 * @param {Split} split
 * @param {import('./write.mjs').Writer} writer
 * @param {import('./program.mjs').Manner} manner
 */
function program(random, split, writer, manner) {
  for (;;) {
    const names = createNames(random, split, writer.style, manner === 'plain' ? 0.8 : 0.35);
    const made = createProgram(random, names, manner);
    // Very few shapes of a recipe may be held: the test is on new ones, the training on all others.
    if (isHeldShape(made.shape) === (split === 'held')) return made;
  }
}

/** How often each kind of text comes, in a hundred. @type {[kind: keyof typeof makers, share: number][]} */
const shares = [
  ['explain', 50],
  ['code', 26],
  ['follow', 9],
  ['fix', 8],
  ['document', 5],
  ['who', 4],
  ['cannot', 4],
];

/**
 * @param {Random} random
 * @param {Split} split
 * @param {any} core what `test/bench/demoPrompts.ts` exports, and a glossary
 * @param {keyof typeof makers} [kind]
 * @returns {Example}
 */
export function createExample(random, split, core, kind) {
  let at = random.next() * shares.reduce((sum, [, share]) => sum + share, 0);
  const drawn = shares.find(([, share]) => (at -= share) < 0)?.[0] ?? 'explain';
  return makers[kind ?? drawn](random, split, core);
}

const makers = { explain, code: plainCode, follow, fix, document, who, cannot };

/** @param {Random} random @returns {Level} */
function level(random) {
  return random.chance(0.6) ? 'standard' : random.pick(['beginner', 'brief']);
}

/** @param {Random} random */
const language = (random) => random.pick(languages);

/** @param {Random} random @param {readonly string[]} lines @param {import('./write.mjs').Writer} writer */
function attachment(random, lines, writer) {
  const firstLine = random.chance(0.3) ? 1 : random.int(1, 60);
  const folder = random.chance(0.4) ? `${random.pick(['src', 'lib', 'app', 'code', 'examples'])}/` : '';
  return {
    kind: 'code',
    path: `${folder}${random.pick(files)}${writer.ending}`,
    languageId: writer.id,
    text: lines.join('\n'),
    firstLine,
    lastLine: firstLine + lines.length - 1,
  };
}

/** Names that people give to small files. */
// cspell:disable
const files = [
  'main',
  'prova',
  'ejemplo',
  'notas',
  'cesta',
  'lib',
  'app',
  'datos',
  'utils',
  'exercici',
  'ariketa',
  'tarefa',
];
// cspell:enable

/**
 * @param {Random} random
 * @param {any} core
 * @param {Language} own
 * @param {{ text: string, attachments: any[], history?: any[] }} asked
 * @param {Level} [wanted]
 */
function asking(random, core, own, { text, attachments, history = [] }, wanted = level(random)) {
  // Most often comments are in the language of the answer.
  const comments = random.chance(0.85) ? own : language(random);
  const terms = random.chance(0.8) ? core.glossary.lineFor(text, own, attachments) : '';
  const question = { text, attachments, history, style: { level: wanted, comments }, terms };
  const { messages } = core.turnPrompt(question, core.promptsFor(own));
  const said = random.chance(0.4) ? messages : shaken(random, messages, core.promptsFor(own).levels[wanted]);
  return { messages: said, prompt: renderChat(said) };
}

/**
 * Without most of the system's lines: the model is not to hang on each word of them, and learns more texts in the same
 * time. The line that says how to explain stays.
 *
 * @param {Random} random
 * @param {any[]} messages
 * @param {string} how
 */
function shaken(random, messages, how) {
  return messages.map((message) => {
    if (message.role !== 'system') return message;
    const lines = message.content
      .split('\n')
      .filter(
        (/** @type {string} */ line, /** @type {number} */ at) =>
          at < 2 || line === how || random.chance(0.2),
      );
    return { ...message, content: lines.join('\n') };
  });
}

/** @param {Random} random @param {Split} split @param {import('./phrases.mjs').Asks} asks */
const ask = (random, split, asks) => random.pick(asks[split]);

/** @param {Random} random @param {Split} split @param {any} core @returns {Example} */
function explain(random, split, core) {
  const writer = random.pick(writers);
  const own = language(random);
  const made = program(random, split, writer, 'any');
  const lines = random.chance(0.2) ? written(random, made, writer, language(random)) : writer.lines(made);
  const wanted = level(random);
  const asked = random.chance(0.5)
    ? core.commandText('explain', own, own)
    : fill(ask(random, split, words[own].ask), { f: code(made.name) });
  const truth = explanation(made, writer, own, wanted);
  return {
    kind: 'explain',
    language: own,
    programming: writer.id,
    ...asking(
      random,
      core,
      own,
      {
        text: asked,
        attachments: [attachment(random, lines, writer)],
        history: earlier(random, split, core, own, 0.15),
      },
      wanted,
    ),
    answer: truth
      .map((ways) => (ways.length > 1 && random.chance(0.15) ? random.pick(ways) : ways[0]))
      .join('\n'),
    truth,
    names: wanted === 'brief' ? [] : [made.name, ...made.parameters],
  };
}

/** Now and then there was another explanation before. @param {Random} random @param {Split} split @param {any} core @param {Language} own @param {number} chance */
function earlier(random, split, core, own, chance) {
  if (!random.chance(chance)) return [];
  const writer = random.pick(writers);
  const made = program(random, split, writer, 'any');
  return [explained(core, own, made, writer, attachment(random, writer.lines(made), writer))];
}

/** A question and its answer, as they stand in a conversation. @param {any} core @param {Language} own @param {import('./program.mjs').Program} made @param {import('./write.mjs').Writer} writer @param {any} attached */
function explained(core, own, made, writer, attached) {
  return {
    text: core.commandText('explain', own, own),
    attachments: [attached],
    answer: explanation(made, writer, own, 'standard')
      .map((ways) => ways[0])
      .join('\n'),
  };
}

/** A question on the same code after an explanation. @param {Random} random @param {Split} split @param {any} core @returns {Example} */
function follow(random, split, core) {
  const writer = random.pick(writers);
  const own = language(random);
  let made = program(random, split, writer, 'any');
  while (given(made, writer) === undefined || made.form === 'class')
    made = program(random, split, writer, 'any');
  const lines = writer.lines(made);
  const isGiven = random.chance(0.5);
  const about = isGiven ? words[own].gives : words[own].takes;
  const text = fill(ask(random, split, about.ask), { f: code(made.name) });
  const answer = fill(about.answer, {
    a: code(given(made, writer) ?? ''),
    ps: listed(made.parameters, words[own]),
  });
  const attached = [attachment(random, lines, writer)];
  const before = explained(core, own, made, writer, attached[0]);
  const first = earlier(random, split, core, own, 0.25);
  const later = random.chance(0.5);
  return {
    kind: 'follow',
    language: own,
    programming: writer.id,
    ...asking(
      random,
      core,
      own,
      later
        ? { text, attachments: [], history: [...first, before] }
        : { text, attachments: attached, history: first },
    ),
    answer: answer,
    truth: [[answer]],
    names: isGiven ? [given(made, writer) ?? ''] : made.parameters,
  };
}

/** @param {Random} random @param {Split} split @param {any} core @returns {Example} */
function who(random, split, core) {
  const own = language(random);
  const text = random.chance(0.25)
    ? core.commandText('help', own, own)
    : ask(random, split, words[own].who.ask);
  const { answer } = words[own].who;
  return {
    kind: 'who',
    language: own,
    programming: '',
    ...asking(random, core, own, { text, attachments: [] }),
    answer,
    truth: [[answer]],
    names: [],
  };
}

const beyond = [
  'tests',
  'refactor',
  'simplify',
  'translateComments',
  'review',
  'commitMessage',
  'explainProblem',
  'fixProblem',
  'explainTerminal',
];

/** What the model was not taught, it says so. @param {Random} random @param {Split} split @param {any} core @returns {Example} */
function cannot(random, split, core) {
  const writer = random.pick(writers);
  const own = language(random);
  const lines = writer.lines(program(random, split, writer, 'various'));
  const text = core.commandText(random.pick(beyond), own, own);
  const answer = words[own].cannot;
  return {
    kind: 'cannot',
    language: own,
    programming: writer.id,
    ...asking(random, core, own, { text, attachments: [attachment(random, lines, writer)] }),
    answer,
    truth: [[answer]],
    names: [],
  };
}

/** A program with one fault, and what is wrong with it. @param {Random} random @param {Split} split @param {any} core @returns {Example} */
function fix(random, split, core) {
  const writer = random.pick(writers);
  const own = language(random);
  for (;;) {
    const made = program(random, split, writer, 'various');
    const right = writer.lines(made);
    const fault = broken(random, made, right, writer);
    if (fault === undefined) continue;
    const reason = fill(words[own].fixes[fault.kind] ?? '', fault.slots);
    const answer = [reason, '', words[own].fixed, '', `\`\`\`${writer.id}`, ...right, '```'].join('\n');
    return {
      kind: 'fix',
      language: own,
      programming: writer.id,
      ...asking(random, core, own, {
        text: core.commandText('fix', own, own),
        attachments: [attachment(random, fault.lines, writer)],
      }),
      answer,
      truth: answer.split('\n').map((line) => [line]),
      names: [made.name],
    };
  }
}

/**
 * @param {Random} random
 * @param {import('./program.mjs').Program} made
 * @param {string[]} right
 * @param {import('./write.mjs').Writer} writer
 * @returns {{ kind: string, slots: Record<string, string>, lines: string[] } | undefined}
 */
function broken(random, made, right, writer) {
  const last = made.steps.at(-1);
  const at = right.findLastIndex((line) => line.includes('return'));
  const result = last?.kind === 'give' ? (last.slots['a'] ?? '') : '';
  if (made.form !== 'function' || at < 0 || result === '' || writer.value(result) !== result)
    return undefined;
  const line = right[at] ?? '';
  if (random.chance(0.5)) {
    const wrong = `${result}${random.pick(['s', '2', 'x'])}`;
    if (right.some((one) => one.match(/\w+/g)?.includes(wrong))) return undefined;
    const lines = right.with(at, line.replace(new RegExp(`\\b${result}\\b(?!.*\\b${result}\\b)`), wrong));
    return { kind: 'name', slots: { wrong: code(wrong), right: code(result) }, lines };
  }
  const lines = right.filter((_, index) => index !== at);
  return { kind: 'give', slots: { right: code(line.trim()) }, lines };
}

/** @param {Random} random @param {Split} split @param {any} core @returns {Example} */
function document(random, split, core) {
  const writer = random.pick(writers);
  const own = language(random);
  const made = program(random, split, writer, 'various');
  const text = documentation(made, writer, own);
  const lines = writer.lines(made, { text, as: 'documentation' });
  const answer = [words[own].documented, '', `\`\`\`${writer.id}`, ...lines, '```'].join('\n');
  return {
    kind: 'document',
    language: own,
    programming: writer.id,
    ...asking(random, core, own, {
      text: core.commandText('document', own, own),
      attachments: [attachment(random, writer.lines(made), writer)],
    }),
    answer,
    truth: answer.split('\n').map((line) => [line]),
    names: [made.name],
  };
}

/** As people write it: what it does above it, or some steps told on the line before. @param {Random} random @param {import('./program.mjs').Program} made @param {import('./write.mjs').Writer} writer @param {Language} own */
function written(random, made, writer, own) {
  const told = { ...made, ...(random.chance(0.3) ? { steps: made.steps.map(withComments) } : {}) };
  /** @param {import('./program.mjs').Step} step @returns {import('./program.mjs').Step} */
  function withComments(step) {
    const body = step.body?.map(withComments);
    const said = random.chance(0.4) ? { comment: comment(step, writer, own, random.chance(0.15)) } : {};
    return { ...step, ...said, ...(body ? { body } : {}) };
  }
  const [first] = made.steps;
  if (made.form === 'class' && first !== undefined && random.chance(0.7))
    told.comment = comment(first, writer, own, false);
  if (!random.chance(0.8)) return writer.lines(told);
  /** @type {'documentation' | 'comment'} */
  const as = random.chance(writer.id === python.id ? 0.2 : 0.6) ? 'documentation' : 'comment';
  return writer.lines(told, { text: documentation(made, writer, own), as });
}

/** A file, as a base model reads it: its path as a comment, then the code. @param {Random} random @param {Split} split @param {any} core @returns {Example} */
function plainCode(random, split, core) {
  const writer = random.pick(writers);
  const count = random.int(1, random.chance(0.2) ? 6 : 3);
  const own = language(random);
  const parts = Array.from({ length: count }, () => {
    const made = program(random, split, writer, 'plain');
    return written(random, made, writer, own).join('\n');
  });
  const { path } = attachment(random, [''], writer);
  const head = random.chance(0.85) ? core.asComment(path, writer.id) : '';
  const between = writer.id === python.id ? '\n\n\n' : '\n\n';
  return {
    kind: 'code',
    language: undefined,
    programming: writer.id,
    messages: [],
    prompt: '',
    answer: `${head}${parts.join(between)}\n`,
    truth: undefined,
    names: [],
  };
}
