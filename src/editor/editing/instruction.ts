import * as vscode from 'vscode';
import { t } from '../../core/text';

/** Condition of the keys that go through earlier instructions. */
const contextKey = 'aliada.editInput';
/** How many earlier instructions are remembered while the window is open. */
const mostRemembered = 50;

/** Asks a person what is to be changed. Earlier instructions come back with the arrow keys. */
export class Instructions {
  private readonly past: string[] = [];
  private box: vscode.InputBox | undefined;
  /** Where in `past` the person is; its length is what they are writing now. */
  private at = 0;
  private draft = '';

  /**
   * @param place the piece, as people name it.
   * @returns `undefined` where the person thought better of it.
   */
  async ask(place: string): Promise<string | undefined> {
    this.box?.dispose();
    const box = vscode.window.createInputBox();
    this.box = box;
    this.at = this.past.length;
    box.title = t('Edit with Aliada');
    box.prompt = place;
    box.placeholder = t('What should change? Write it in your own language.');
    box.value = this.draft;
    box.ignoreFocusOut = true;
    const taken = new Promise<string | undefined>((resolve) => {
      box.onDidAccept(() => {
        if (box.value.trim() !== '') resolve(box.value.trim());
      });
      box.onDidHide(() => resolve(undefined));
    });
    await vscode.commands.executeCommand('setContext', contextKey, true);
    box.show();
    const text = await taken;
    // What was written and not sent is there the next time.
    this.draft = text === undefined ? box.value : '';
    if (text !== undefined) this.remember(text);
    if (this.box === box) {
      this.box = undefined;
      await vscode.commands.executeCommand('setContext', contextKey, false);
    }
    box.dispose();
    return text;
  }

  /** Shows an earlier instruction, or a later one. */
  go(steps: -1 | 1): void {
    if (this.box === undefined) return;
    const to = this.at + steps;
    if (to < 0 || to > this.past.length) return;
    if (this.at === this.past.length) this.draft = this.box.value;
    this.at = to;
    this.box.value = this.past[to] ?? this.draft;
  }

  private remember(text: string): void {
    const known = this.past.indexOf(text);
    if (known >= 0) this.past.splice(known, 1);
    this.past.push(text);
    if (this.past.length > mostRemembered) this.past.shift();
  }
}
