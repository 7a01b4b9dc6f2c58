/** One form of what a cell of a notebook brought. */
interface OutputItem {
  readonly mime: string;
  readonly text: string;
}

/** An error's text, as VS Code keeps it. */
const errorMime = 'application/vnd.code.notebook.error';
const textMimes = [
  'text/plain',
  'application/vnd.code.notebook.stdout',
  'application/vnd.code.notebook.stderr',
];

/** The end of a longer output says more than its beginning, in characters. */
const most = 4_000;

// Colours and other orders to a terminal.
const ansi = new RegExp(String.raw`\u001b\[[0-9;?]*[A-Za-z]`, 'g');

/** What a cell brought, in plain text: its error where it failed, else what it printed. */
export function outputText(items: readonly OutputItem[]): {
  readonly text: string;
  readonly isError: boolean;
} {
  const error = items.find(({ mime }) => mime === errorMime);
  const plain =
    error === undefined
      ? items.filter(({ mime }) => textMimes.includes(mime)).map(({ text }) => text)
      : [errorText(error.text)];
  const text = plain.join('\n').replace(ansi, '').trim();
  return { text: text.slice(-most), isError: error !== undefined };
}

function errorText(json: string): string {
  const {
    name = '',
    message = '',
    stack = '',
  } = JSON.parse(json) as Readonly<Record<string, string | undefined>>;
  return stack.includes(message) && stack !== '' ? stack : [`${name}: ${message}`, stack].join('\n');
}
