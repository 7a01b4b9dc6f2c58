import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import vm from 'node:vm';
import { loadPrompts } from '../demo-model/generate.mjs';
import { usualResults } from '../demo-model/names.mjs';
import { createRandom } from '../demo-model/random.mjs';
import { createExample } from '../demo-model/tasks.mjs';
import { ensureEngine } from '../engine/setup.mjs';
import { startEngine } from '../engine/start.mjs';

const FILE = fileURLToPath(new URL('../demo-model/aliada-demo.gguf', import.meta.url));
/** Requests at a time: as many as the engine has slots. */
const AT_ONCE = 2;

/** @typedef {import('../demo-model/tasks.mjs').Example} Example */

/**
 * What the demonstration model can do, on programs whose shapes and questions were held out of its training, and whose
 * functions, parameters and fields have names of words that were held out. Results may have the names that everybody gives
 * them (`total`), loops a letter.
 * `--model FILE.gguf` takes another one, `--count N` as many texts of each kind, `--show N` prints answers to read.
 */
export async function bench() {
  const { values } = parseArgs({
    args: process.argv.slice(3),
    options: {
      model: { type: 'string', default: FILE },
      count: { type: 'string', default: '200' },
      show: { type: 'string', default: '0' },
      seed: { type: 'string', default: '9' },
    },
  });
  const count = Number(values.count);
  const core = await loadPrompts();
  const random = createRandom(Number(values.seed));
  /** @param {any} kind */
  const examples = (kind) => Array.from({ length: count }, () => createExample(random, 'held', core, kind));

  const engine = await startEngine({
    engine: { ...(await ensureEngine()), model: path.resolve(values.model) },
  });
  try {
    const explained = await inTurn(examples('explain'), async (example) => ({
      example,
      answer: await chat(engine.url, example.messages),
    }));
    const followed = await inTurn(examples('follow'), async (example) => ({
      example,
      answer: await chat(engine.url, example.messages),
    }));
    const lines = examples('code').map((example) => cutLine(example, random));
    const completed = await inTurn(lines, async (line) => ({
      ...line,
      written: await complete(engine.url, line.before),
    }));
    show([...explained, ...followed], completed, Number(values.show));
    print('explanations', `${count} programs`);
    const judged = explained.map(({ example, answer }) => judge(example, answer, core));
    print(
      '  in the language asked for',
      share(judged, ({ language }) => language),
    );
    print(
      '  name the function and its parameters',
      share(
        judged.filter(({ named }) => named !== undefined),
        ({ named }) => named === true,
      ),
    );
    const steps = judged.flatMap(({ steps }) => steps);
    print(
      '  steps that agree with the program',
      share(steps, (right) => right),
    );
    print(
      '  whole explanations without a fault',
      share(judged, ({ whole }) => whole),
    );
    for (const language of ['es', 'ca', 'gl', 'eu', 'en']) {
      const own = judged.filter((one) => one.asked === language);
      print(
        `  ${language}: language, steps`,
        `${share(own, (one) => one.language)}, ${share(
          own.flatMap((one) => one.steps),
          (right) => right,
        )}`,
      );
    }
    print(
      'answers to a further question, exact',
      share(followed, ({ example, answer }) => answer.trim() === example.answer),
    );
    const right = (/** @type {{ written: string, truth: string }} */ { written, truth }) =>
      written.trimEnd() === truth;
    print('next line, exact', share(completed, right));
    print(
      '  where it names nothing new but a usual result',
      share(
        completed.filter((line) => line.new === 'nothing'),
        right,
      ),
    );
    print(
      'next line, the code up to its end parses',
      share(parses(completed.map((line) => ({ ...line, after: closing(line) }))), (right) => right),
    );
    print(
      '  with the rest of the file, never seen',
      share(parses(completed), (right) => right),
    );
  } finally {
    await engine.stop();
  }
}

/** @param {string} what @param {string} figure */
function print(what, figure) {
  process.stdout.write(`${what.padEnd(44)} ${figure}\n`);
}

/** @template T @param {readonly T[]} list @param {(one: T) => boolean} test */
function share(list, test) {
  const right = list.filter(test).length;
  return list.length === 0
    ? 'none'
    : `${((100 * right) / list.length).toFixed(1)} % (${right} of ${list.length})`;
}

/**
 * @template T, R
 * @param {readonly T[]} list
 * @param {(one: T) => Promise<R>} work
 * @returns {Promise<R[]>}
 */
async function inTurn(list, work) {
  /** @type {R[]} */
  const results = [];
  let next = 0;
  const worker = async () => {
    for (let at = next++; at < list.length; at = next++)
      results[at] = await work(/** @type {T} */ (list[at]));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return results;
}

/** @param {string} url @param {object} body @returns {Promise<any>} */
async function ask(url, body) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...body, temperature: 0 }),
  });
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
  const { choices } = /** @type {{ choices: any[] }} */ (await response.json());
  return choices[0];
}

/** @param {string} url @param {object[]} messages @returns {Promise<string>} */
async function chat(url, messages) {
  return (await ask(`${url}/v1/chat/completions`, { messages, max_tokens: 400 })).message.content;
}

/** @param {string} url @param {string} prompt @returns {Promise<string>} */
async function complete(url, prompt) {
  return (await ask(`${url}/v1/completions`, { prompt, max_tokens: 60, stop: ['\n'] })).text;
}

/** Heads of functions and methods, documentation and comments: nobody can know what they will say. */
const unforeseeable = /"""|^\s*(def|constructor|#|\/\/|\w+\([^()]*\) \{)/;
/** Words that are no names, and the numbers that programs begin with. */
const usual =
  /^(if|else|for|in|of|while|not|return|const|let|new|throw|raise|Error|ValueError|None|null|True|False|true|false|print|console|log|len|length|range|append|push|get|upper|lower|strip|split|sorted|sort|toUpperCase|toLowerCase|trim|self|this|0|1)$/;

/** True where all names and numbers of a line stand before it, or are usual. @param {string} line @param {string} before */
function namesNothing(line, before) {
  const known = new Set(before.match(/\w+/g));
  return (line.match(/\w+/g) ?? []).every(
    (word) => known.has(word) || usual.test(word) || usualResults.includes(word),
  );
}

/** A line of a program, as a person comes to it: after Enter, with its indentation. @param {Example} example @param {import('../demo-model/random.mjs').Random} random */
function cutLine({ answer, programming }, random) {
  const lines = answer.split('\n');
  // The heads of functions cannot be known: nobody can guess what comes next in a file.
  const inside = lines.flatMap((line, at) => (/^\s+\S/.test(line) && !unforeseeable.test(line) ? [at] : []));
  const at = random.pick(inside);
  const line = lines[at] ?? '';
  const indent = /^\s*/.exec(line)?.[0] ?? '';
  const before = `${lines.slice(0, at).join('\n')}\n${indent}`;
  return {
    programming,
    before,
    new: namesNothing(line, before) ? 'nothing' : 'something',
    truth: line.slice(indent.length),
    after: `\n${lines.slice(at + 1).join('\n')}`,
  };
}

/** @param {Example} example @param {string} answer @param {any} core */
function judge({ language, truth = [], names }, answer, core) {
  const written = answer.trim().split('\n');
  const steps = truth
    .filter(([usual]) => usual !== '')
    .map((ways, index) => ways.includes(written.filter(Boolean)[index] ?? ''));
  const guess = core.identifyMarkdown(answer);
  return {
    asked: language,
    language: guess?.language === language,
    named: names.length === 0 ? undefined : names.every((name) => answer.includes(`\`${name}\``)),
    steps,
    whole: steps.every(Boolean) && written.filter(Boolean).length === steps.length,
  };
}

/**
 * What closes all that is open after a line: the model reads only what stands before it, and cannot know whether a
 * block follows.
 *
 * @param {{ programming: string, before: string, written: string }} line
 */
function closing({ programming, before, written }) {
  if (programming === 'python') {
    // After any statement, and where a comment stands for one, `pass` may follow.
    const indent = before.slice(before.lastIndexOf('\n') + 1);
    const opens = written.replace(/#.*/, '').trimEnd().endsWith(':');
    return `\n${indent}${opens ? '    ' : ''}pass\n`;
  }
  const text = (before + written).replace(/"[^"]*"|\/\/.*|\/\*\*.*?\*\//g, '');
  const open = (text.match(/\{/g) ?? []).length - (text.match(/\}/g) ?? []).length;
  return `\n${'}'.repeat(Math.max(0, open))}`;
}

/** @param {readonly { programming: string, before: string, written: string, after: string }[]} lines @returns {boolean[]} */
function parses(lines) {
  const files = lines.map(({ before, written, after }) => before + written + after);
  const python = spawnSync('python3', ['-c', parser], {
    input: JSON.stringify(files),
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  if (python.status !== 0)
    throw new Error(`python3 is needed to see whether Python parses: ${python.stderr}`);
  const valid = JSON.parse(python.stdout);
  return lines.map(
    ({ programming, written }, index) =>
      written.trim() !== '' && (programming === 'python' ? valid[index] : isScript(files[index] ?? '')),
  );
}

const parser = `
import ast, json, sys
def valid(text):
    try:
        ast.parse(text)
        return True
    except SyntaxError:
        return False
print(json.dumps([valid(text) for text in json.load(sys.stdin)]))
`;

/** @param {string} text */
function isScript(text) {
  try {
    new vm.Script(text);
    return true;
  } catch {
    return false;
  }
}

/** @param {{ example: Example, answer: string }[]} answers @param {any[]} completed @param {number} count */
function show(answers, completed, count) {
  for (const { example, answer } of answers.slice(0, count)) {
    const asked = example.messages.at(-1)?.content ?? '';
    process.stdout.write(
      `--- ${example.language}\n${asked}\n>>> written\n${answer}\n>>> true\n${example.answer}\n`,
    );
  }
  for (const { before, written, truth } of completed.slice(0, count))
    process.stdout.write(`--- line\n${before}⟨${written}⟩ true: ⟨${truth}⟩\n`);
}
