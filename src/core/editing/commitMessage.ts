import { promptsFor } from '../chat/prompts/forLanguage';
import type { ChatMessage, Endpoint } from '../endpoint/endpoint';
import { EndpointError } from '../endpoint/errors';
import type { AnswerLanguage } from '../language/spoken/languages';
import { charactersIn, estimateTokens } from '../models/budget';
import { shortened } from './shortened';
import { editWords } from './words';

/** What a commit message is to be written for. */
export interface CommitRequest {
  /** The diffs of its files, which may be sent. */
  readonly diffs: readonly string[];
  /** The repository's latest messages, the newest first. */
  readonly history: readonly string[];
  readonly language: AnswerLanguage;
}

/** Kept free for the message, in tokens. */
const answerTokens = 400;
/** How many earlier messages are shown, and how many are looked at. */
const shownMessages = 6;
const conventional =
  /^(?:feat|fix|docs|style|refactor|perf|test|build|ci|chore|revert)(?:\([^)\n]+\))?!?: \S/;

/** Whether most of a history is in the form of Conventional Commits. Merges say nothing. */
export function usesConventional(history: readonly string[]): boolean {
  const own = history.filter((message) => !/^(?:Merge|Revert) /.test(message));
  const those = own.filter((message) => conventional.test(message));
  return own.length >= 2 && those.length * 2 > own.length;
}

/** The messages that ask for a commit message, made to fit `window` (in estimated tokens). */
export function commitPrompt(
  { diffs, history, language }: CommitRequest,
  window: number,
): readonly ChatMessage[] {
  const prompts = promptsFor(language);
  const words = editWords(language);
  const subjects = history.map((message) => message.split('\n')[0] ?? '').slice(0, shownMessages);
  const asked = [
    ...(subjects.length === 0 ? [] : [[words.history, ...subjects.map((one) => `- ${one}`)].join('\n')]),
    prompts.commands.commitMessage,
    ...(usesConventional(history) ? [words.conventional] : []),
    prompts.reminder,
  ].join('\n\n');
  const room = window - answerTokens - estimateTokens(prompts.system + asked) - 50;
  const diff = shortened(diffs, charactersIn(room), words.shortened);
  const longest = Math.max(2, ...[...diff.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return [
    { role: 'system', content: prompts.system },
    { role: 'user', content: `${fence}diff\n${diff}\n${fence}\n\n${asked}` },
  ];
}

/**
 * Writes a commit message; yields it whole each time, as far as it has come.
 * @throws EndpointError, Refusal
 */
export async function* commitMessage(
  request: CommitRequest,
  endpoint: Endpoint,
  signal: AbortSignal,
): AsyncGenerator<string> {
  const messages = commitPrompt(request, await endpoint.contextWindow(signal));
  const call = { messages, temperature: 0.2, maxTokens: answerTokens, stop: [] };
  let said = '';
  for await (const event of endpoint.chat(call, signal)) {
    if (event.type !== 'text') continue;
    said += event.text;
    const message = messageOf(said);
    if (message !== '') yield message;
  }
  if (messageOf(said) === '') throw new EndpointError('badResponse', { host: endpoint.host });
}

/** The message in an answer: without a fence, quotes and a word such as "Message:" before it. */
export function messageOf(answer: string): string {
  const lines = answer.split('\n').map((line) => line.trimEnd());
  const opens = lines.findIndex((line) => /^\s*```/.test(line));
  const inside = opens < 0 ? lines : lines.slice(opens + 1);
  const closes = inside.findIndex((line) => /^\s*`{3}\s*$/.test(line));
  const fenced = closes < 0 ? inside : inside.slice(0, closes);
  const isTalk = (line: string): boolean => /^(?!\w+(?:\(.*\))?!?: )[^:]{3,80}:$/.test(line.trim());
  const [head = '', ...others] = fenced;
  const text = (isTalk(head) && others.some((line) => line !== '') ? others : fenced)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  const [first = '', ...rest] = text.split('\n');
  const bare = first.replace(/^(["'`*]{1,2})(.*)\1$/, '$2');
  return [bare, ...rest].join('\n').trim();
}
