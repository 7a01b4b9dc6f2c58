import type { Disposable } from '../disposable';

/** A text that nobody has waited for so long is left unfinished, in milliseconds. */
const unwatchedMs = 5_000;
/** An editor's word that it stops waiting, although nothing has happened, comes in this time after asking, in milliseconds. */
const givesUp = { fromMs: 300, toMs: 1_500 };
/** An answer of this age, in milliseconds, may have crossed that word on its way. */
const crosses = { fromMs: 550, toMs: 1_500 };

/** Who waits for what the model writes. */
export class Audience implements Disposable {
  private size = 0;
  private alone: ReturnType<typeof setTimeout> | undefined;

  /** @param onAlone nobody has waited for a while. */
  constructor(private readonly onAlone: () => void) {}

  look(): void {
    this.size += 1;
    clearTimeout(this.alone);
  }

  /** @param writing true where there is something that may have to be left. */
  leave(writing: boolean): void {
    this.size -= 1;
    if (this.size > 0) return;
    clearTimeout(this.alone);
    if (writing) this.alone = setTimeout(this.onAlone, unwatchedMs);
  }

  dispose(): void {
    clearTimeout(this.alone);
  }
}

/**
 * True where an editor that takes back its question has likely done so of its own accord. Behind a word VS Code lets
 * its list of suggestions wait 750 ms for ghost text (`offWhenInlineCompletions`, the default of
 * `editor.quickSuggestions`); then it withdraws the question and does not ask again (1.139,
 * `SuggestModel._waitForInlineCompletionsAndTrigger`). Of a slow model one would never see anything there.
 * @param waitedMs since it asked; it asks a little after the key.
 */
export function editorGaveUp(waitedMs: number): boolean {
  return waitedMs >= givesUp.fromMs && waitedMs <= givesUp.toMs;
}

/**
 * True where an answer may have reached an editor that had just stopped waiting: it is lost then, and nobody says so.
 * @param waitedMs since the editor asked.
 */
export function answerMayBeLost(waitedMs: number): boolean {
  return waitedMs >= crosses.fromMs && waitedMs <= crosses.toMs;
}
