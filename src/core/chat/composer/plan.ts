import { readCommand, type ComposerCommand } from '../commands';

/** What is to be done with what a person sends. */
export type Plan =
  | { readonly do: 'ask' }
  /** Said by Aliada itself. */
  | { readonly do: 'help' }
  /** A command without anything that it could be about. */
  | { readonly do: 'nothing' }
  | {
      readonly do: 'run';
      readonly command: Exclude<ComposerCommand, 'help'>;
      readonly more: string;
      /** Nothing is selected or attached, so it is about the file that is open. */
      readonly withFile: boolean;
    };

/**
 * What a person wants who sends `text`. A command is about what is attached, else about the file that is open; with
 * words behind it, it can do without both.
 */
export function planFor(text: string, { attached, file }: { attached: boolean; file: boolean }): Plan {
  const written = readCommand(text);
  if (written === undefined) return { do: 'ask' };
  const { command, more } = written;
  if (command === 'help') return { do: 'help' };
  if (!attached && !file && more === '') return { do: 'nothing' };
  return { do: 'run', command, more, withFile: !attached && file };
}
