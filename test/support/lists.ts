/** Lists to choose from, answered as the keyboard does. Runs inside VS Code. */
import * as vscode from 'vscode';
import assert from 'node:assert/strict';

interface List {
  readonly title: string;
  /** What can be read on the screen: label, description and detail of each entry. */
  entries: readonly string[];
  /** The entry that Enter would take, once VS Code shows the list. */
  active: string;
}

/** Every list that the extension has shown, the newest last. Shared: each test file is a bundle of its own. */
const shown = ((globalThis as { aliadaLists?: List[] }).aliadaLists ??= []);

/**
 * Takes note of the lists that the extension shows. The tests have the same `vscode` as the extension; VS Code itself
 * tells nobody what is on the screen.
 */
function watchLists(): void {
  const window = vscode.window as { showQuickPick: (...args: unknown[]) => Thenable<unknown> };
  const original = window.showQuickPick;
  if ('watched' in original) return;
  const watched = (...[items, options, token]: unknown[]): Thenable<unknown> => {
    const words = (item: vscode.QuickPickItem): string =>
      [item.label, item.description, item.detail].filter(Boolean).join(' · ');
    const { title = '', placeHolder = '' } = options as vscode.QuickPickOptions;
    const list: List = { title: `${title} · ${placeHolder}`, entries: [], active: '' };
    // Some lists come up at once and fill later.
    if (Array.isArray(items)) list.entries = (items as readonly vscode.QuickPickItem[]).map(words);
    else {
      void (items as Promise<readonly vscode.QuickPickItem[]>).then((entries) => {
        list.entries = entries.map(words);
      });
    }
    shown.push(list);
    const onDidSelectItem = (item: vscode.QuickPickItem): void => {
      list.active = words(item);
    };
    return original.call(window, items, { ...(options as vscode.QuickPickOptions), onDidSelectItem }, token);
  };
  window.showQuickPick = Object.assign(watched, { watched: true });
}

/** Forgets the lists so far. */
export function forgetLists(): void {
  shown.length = 0;
}

/** The lists since `forgetLists`. */
export function lists(): readonly List[] {
  return shown;
}

/**
 * Answers the lists that `command` shows, one after the other, each with the first entry that matches, and waits for
 * the command's end.
 */
// The watch must stand before a command shows its first list.
watchLists();

export async function choose(command: Thenable<unknown>, ...wanted: readonly RegExp[]): Promise<void> {
  const taken = (async (): Promise<void> => {
    for (const entry of wanted) await take(entry);
  })();
  // A command that fails shows no list; its error says more than a list that did not come.
  await Promise.all([command, taken]);
}

/** Waits for a list that has an entry like `wanted` and takes it. */
export async function take(wanted: RegExp, deadline = 10_000): Promise<void> {
  const giveUp = performance.now() + deadline;
  const isThere = (): boolean => {
    const list = shown.at(-1);
    return list !== undefined && list.active !== '' && list.entries.some((entry) => wanted.test(entry));
  };
  for (;;) {
    assert.ok(
      performance.now() < giveUp,
      `no list with ${wanted.source}; last: ${JSON.stringify(shown.at(-1))}`,
    );
    if (isThere()) {
      if (wanted.test(shown.at(-1)!.active)) {
        // A list that has only just come up may set its focus once more.
        await moment(10);
        if (wanted.test(shown.at(-1)!.active)) break;
        continue;
      }
      const { active } = shown.at(-1)!;
      await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
      // The next step only after VS Code has told of this one: two would go past the entry.
      while (shown.at(-1)!.active === active && performance.now() < giveUp) await moment();
      continue;
    }
    await moment();
  }
  const list = shown.at(-1);
  await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
  if (list !== undefined) list.active = '';
}

function moment(times = 1): Promise<void> {
  return new Promise((next) => setTimeout(next, 10 * times));
}
