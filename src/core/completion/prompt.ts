import type { ChatCall, ChatMessage, CompletionCall, Sampling } from '../endpoint/endpoint';
import { asComment } from '../language/programming/comments';
import { languageName } from '../language/programming/names';
import type { Extent } from './extent';
import type { PromptForm } from './form';
import { chatAnswer, holeAnswer } from './holeAnswer';
import type { PromptBudget } from './promptBudget';
import { restOfLine, type CompletionRequest } from './request';
import type { Snippet } from './snippet';
import { steppedWindow } from './window';
import type { CompletionWords } from './words';

/** Most tokens of an answer. A line's goes on for a few lines, which are kept for later. */
const answerTokens: Readonly<Record<Extent, number>> = { line: 96, block: 192 };

/** One request to a model, and how its answer is read. */
export type ModelCall = (
  | { readonly route: 'complete'; readonly call: CompletionCall }
  | { readonly route: 'chat'; readonly call: ChatCall }
) & {
  readonly form: PromptForm;
  /** The text for the gap, of all that the model has written so far. */
  readonly read: (written: string) => string;
  /** The prompt's length in characters. */
  readonly promptLength: number;
};

export interface PromptInput {
  readonly request: CompletionRequest;
  readonly extent: Extent;
  readonly context: readonly Snippet[];
  readonly budget: PromptBudget;
  /** For a chat model. They stand first and never change, so that a server keeps what it has read of them. */
  readonly words: CompletionWords;
  /** 0 takes the likeliest; more for another suggestion. */
  readonly temperature?: number | undefined;
}

/** How many tokens an answer may have. */
export function answerTokensFor(extent: Extent): number {
  return answerTokens[extent];
}

/** What the model is sent, in the form that it understands. */
export function modelCall(form: PromptForm, input: PromptInput): ModelCall {
  switch (form) {
    case 'raw':
      return rawCall(input);
    case 'prefill':
      return prefillCall(input);
    case 'hole':
      return holeCall(input);
  }
}

/**
 * The raw text that a base model continues: what helps, the path, what stands before the cursor. What changes
 * least stands first, so that the server's prefix cache holds. Never a fill-in-the-middle token: these models
 * were never taught one.
 */
function rawCall(input: PromptInput): ModelCall {
  const { request, budget } = input;
  const prompt = preface(input) + steppedWindow(request.prefix, budget.before + budget.behind);
  const call = { prompt, automatic: request.trigger === 'automatic', ...sampling(input) };
  return { form: 'raw', route: 'complete', call, read: (written) => written, promptLength: prompt.length };
}

/** Pieces from elsewhere and the path, as comments; nothing in a language without comments. */
function preface({ request: { path, languageId }, context }: PromptInput): string {
  const pieces = context.map((snippet) => `${snippet.path}:\n${snippet.text}`);
  return [...pieces, path]
    .filter((text) => text !== '')
    .map((text) => asComment(text, languageId) ?? '')
    .join('');
}

/** How many lines at the end the model is made to begin its answer with. */
const begunLines = 12;

/**
 * For an instruct model: the file in its question, and the last lines before the cursor as the beginning of its
 * own answer, which it then goes on with.
 */
function prefillCall(input: PromptInput): ModelCall {
  const { request, budget } = input;
  const window = steppedWindow(request.prefix, budget.before);
  const begunAt = lastLinesAt(window, begunLines);
  // Servers and templates cut white space off the end of a turn; the model writes it anew, and it is taken off.
  const begun = window.slice(begunAt).trimEnd();
  const withheld = window.slice(begunAt + begun.length);
  const question = [
    ...described(input),
    window.slice(0, begunAt),
    ...behindText(input.words.behind, request.suffix.slice(0, budget.behind)),
    input.words.next(request.path),
  ].join('\n');
  const messages: readonly ChatMessage[] = [
    { role: 'system', content: input.words.goOn },
    { role: 'user', content: question },
    // Where there are only blank lines there is nothing to begin with.
    ...(begun === '' ? [] : [{ role: 'assistant', content: begun } as const]),
  ];
  const { stop, ...drawn } = sampling(input);
  // Line ends that were withheld come first: none of them is the end.
  const stops = withheld.includes('\n') ? [] : stop;
  const call = { messages, automatic: request.trigger === 'automatic', ...drawn, stop: stops };
  return {
    form: 'prefill',
    route: 'chat',
    call,
    read: chatAnswer(withheld),
    promptLength: lengthOf(messages),
  };
}

/** For a host that only chats: the text with a marked gap, and a closing tag at which the answer ends. */
function holeCall(input: PromptInput): ModelCall {
  const { request, budget } = input;
  const before = steppedWindow(request.prefix, budget.before);
  const behind = request.suffix.slice(0, budget.behind);
  const question = [...described(input), `${before}<hole>${behind}`].join('\n');
  const messages = [
    { role: 'system', content: input.words.fill },
    { role: 'user', content: question },
  ] as const;
  const { stop, ...rest } = sampling(input);
  const call = {
    messages,
    automatic: request.trigger === 'automatic',
    ...rest,
    stop: ['</completion>', ...stop.filter((text) => text !== '\n')],
  };
  return { form: 'hole', route: 'chat', call, read: holeAnswer, promptLength: lengthOf(messages) };
}

function described({ request, context, words }: PromptInput): readonly string[] {
  const pieces = context.map(({ path, text }) => `${words.from(path)}\n${text}`);
  const { path, languageId } = request;
  const language = languageName(languageId);
  // A cell has the notebook's path.
  const isCell = path.endsWith('.ipynb') && languageId !== 'json';
  return [...pieces, words.file(path, isCell ? words.cell(language) : language)];
}

function behindText(heading: string, text: string): readonly string[] {
  return text.trim() === '' ? [] : [heading, text];
}

function sampling({ extent, request, temperature = 0 }: PromptInput): Sampling {
  const inLine = extent === 'line' && restOfLine(request).trim() !== '';
  return {
    temperature,
    maxTokens: answerTokens[extent],
    stop: inLine ? ['\n'] : ['\n\n\n'],
  };
}

function lastLinesAt(text: string, lines: number): number {
  let at = text.length;
  for (let line = 0; line < lines && at > 0; line += 1) at = text.lastIndexOf('\n', at - 2) + 1;
  return at;
}

function lengthOf(messages: readonly { readonly content: string }[]): number {
  return messages.reduce((sum, { content }) => sum + content.length, 0);
}
