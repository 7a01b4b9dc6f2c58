import * as vscode from 'vscode';
import type { Reply } from '../../core/setup/flow';

export interface PickOptions<T> {
  readonly title: string;
  readonly placeholder: string;
  readonly items: readonly (vscode.QuickPickItem & { readonly value?: T })[];
  readonly canGoBack: boolean;
}

/** A list to choose from, with a button back. Losing the focus does not end it: people look things up. */
export function pick<T>({ title, placeholder, items, canGoBack }: PickOptions<T>): Promise<Reply<T>> {
  const list = vscode.window.createQuickPick<PickOptions<T>['items'][number]>();
  list.title = title;
  list.placeholder = placeholder;
  list.items = items;
  list.ignoreFocusOut = true;
  list.matchOnDescription = true;
  list.matchOnDetail = true;
  list.buttons = canGoBack ? [vscode.QuickInputButtons.Back] : [];
  return shown(list, (answer) =>
    list.onDidAccept(() => {
      const [item] = list.selectedItems;
      if (item !== undefined && 'value' in item) answer({ value: item.value });
    }),
  );
}

export interface InputOptions {
  readonly title: string;
  readonly prompt: string;
  readonly placeholder?: string;
  readonly value?: string;
  readonly password?: boolean;
  /** What is wrong already, before anything is entered. */
  readonly problem?: string | undefined;
  /** What is wrong with a text; it is not taken then. */
  readonly validate: (text: string) => string | undefined;
}

/** A field to fill in, with a button back. */
export function input(options: InputOptions): Promise<Reply<string>> {
  const field = vscode.window.createInputBox();
  field.title = options.title;
  field.prompt = options.prompt;
  field.placeholder = options.placeholder;
  field.value = options.value ?? '';
  field.password = options.password ?? false;
  field.ignoreFocusOut = true;
  field.buttons = [vscode.QuickInputButtons.Back];
  field.validationMessage = options.problem;
  return shown(field, (answer) => {
    field.onDidChangeValue(() => {
      field.validationMessage = undefined;
    });
    return field.onDidAccept(() => {
      const problem = options.validate(field.value);
      if (problem === undefined) answer({ value: field.value.trim() });
      else field.validationMessage = problem;
    });
  });
}

function shown<T>(
  widget: vscode.QuickPick<vscode.QuickPickItem> | vscode.InputBox,
  listen: (answer: (reply: Reply<T>) => void) => vscode.Disposable,
): Promise<Reply<T>> {
  return new Promise<Reply<T>>((resolve) => {
    listen(resolve);
    widget.onDidTriggerButton(() => resolve('back'));
    widget.onDidHide(() => resolve(undefined));
    widget.show();
  }).finally(() => widget.dispose());
}
