import { t } from '../text';
import type { AnswerLanguage } from '../language/spoken/languages';
import { readCommand, type ComposerCommand } from './commands';
import { driftedNote } from './driftNotes';
import type { Asked, Exchange } from './question';
import { commandText } from './prompts/inWords';
import type { Source } from './turnEvent';

/** The name of each command behind `@aliada /` in VS Code's own chat: English, since a manifest has one name for each. */
export const nativeCommands: Readonly<Record<string, ComposerCommand>> = {
  explain: 'explain',
  fix: 'fix',
  tests: 'tests',
  document: 'document',
  refactor: 'refactor',
  simplify: 'simplify',
  translate: 'translateComments',
  review: 'review',
  help: 'help',
};

/** What a person asked in VS Code's own chat. */
export interface NativeRequest {
  readonly command: ComposerCommand | undefined;
  /** The person's own words: all of them, or those behind the command. */
  readonly written: string;
}

/**
 * A request as VS Code hands it over. It knows the English names of the commands; the names in the person's language
 * stand at the beginning of the text.
 */
export function readRequest(prompt: string, command: string | undefined): NativeRequest {
  const known = command === undefined ? undefined : nativeCommands[command];
  if (known !== undefined) return { command: known, written: prompt.trim() };
  const typed = readCommand(prompt);
  return typed === undefined
    ? { command: undefined, written: prompt }
    : { command: typed.command, written: typed.more };
}

/** The question that is put to the model. */
export function wordsOf(
  { command, written }: NativeRequest,
  language: AnswerLanguage,
  comments: AnswerLanguage,
): string {
  if (command === undefined) return written;
  const asked = commandText(command, language, comments);
  return written === '' ? asked : `${asked}\n\n${written}`;
}

/** What stands below an answer: that it is in another language, that it was cut, and who wrote it. */
export interface Closing {
  readonly drifted: boolean;
  readonly cut: boolean;
  readonly source: Source | undefined;
}

/** In Markdown, behind the answer; no part of it, so `withoutClosing` takes it off where the answer is told again. */
export function closingLines({ drifted, cut, source }: Closing): string {
  const lines = [
    ...(drifted ? [`*${driftedNote()}*`] : []),
    ...(cut ? [`*${t('The answer reached its length limit and was cut off.')}*`] : []),
    ...(source === undefined ? [] : [`*${plain(source.model)} · ${plain(source.host)}*`]),
  ];
  return lines.map((line) => `\n\n${line}`).join('');
}

/** A name as it can stand in Markdown: a server may call its model anything. */
function plain(name: string): string {
  return name.replaceAll(/[\\`*_[\]<>#|~$!&]/g, '\\$&').replaceAll(/\s+/g, ' ');
}

/** What VS Code keeps with an answer. */
export interface NativeResult {
  /** Names the turn, for as long as the window is open. */
  readonly turn: string;
  readonly closing: string;
  /** Questions to offer after it. */
  readonly followUps: readonly string[];
}

/** The same as it comes back, maybe from another version, or with an answer of somebody else's. */
export function readResult(metadata: unknown): NativeResult {
  const { turn, closing, followUps } = (metadata ?? {}) as Readonly<Record<string, unknown>>;
  return {
    turn: typeof turn === 'string' ? turn : '',
    closing: typeof closing === 'string' ? closing : '',
    followUps: Array.isArray(followUps) ? followUps.filter((one) => typeof one === 'string') : [],
  };
}

/** A turn of the past, as VS Code keeps it. */
export interface NativeTurn {
  readonly prompt: string;
  readonly command: string | undefined;
  readonly answer: string;
  readonly metadata: unknown;
}

/** How many questions are remembered with what went along. */
const mostKept = 100;

/** What was asked in this window, in full: VS Code's own history has neither the code nor the words of commands. */
export class NativeTurns {
  private readonly asked = new Map<string, Asked>();

  /** @returns the name of the turn. */
  keep(asked: Asked): string {
    const turn = crypto.randomUUID();
    this.asked.set(turn, asked);
    const [oldest] = this.asked.keys();
    if (this.asked.size > mostKept && oldest !== undefined) this.asked.delete(oldest);
    return turn;
  }

  /** What was said before, the oldest first. A question without an answer is left out, as is what Aliada said itself. */
  exchanges(turns: readonly NativeTurn[]): readonly Exchange[] {
    return turns.flatMap(({ prompt, command, answer, metadata }) => {
      const { turn, closing } = readResult(metadata);
      const said = answer.endsWith(closing) ? answer.slice(0, answer.length - closing.length) : answer;
      if (said.trim() === '' || readRequest(prompt, command).command === 'help') return [];
      const asked = this.asked.get(turn) ?? { text: withName(prompt, command), attachments: [] };
      return [{ ...asked, answer: said }];
    });
  }
}

function withName(prompt: string, command: string | undefined): string {
  return command === undefined ? prompt : `/${command} ${prompt}`.trim();
}
