import { t } from '../../text';
import type { AttachmentSource } from '../attachments/sources';
import type { ComposerCommand } from '../commands';
import type { ViewStarter } from './protocol';

/** What a starter does. */
export type Starter =
  | { readonly do: 'command'; readonly command: ComposerCommand }
  | { readonly do: 'attach'; readonly source: AttachmentSource }
  | { readonly do: 'ask'; readonly text: string };

/** What is open, as far as the things to try depend on it. */
export interface StartingPlace {
  /** Name of the file in front, where it may be sent. */
  readonly file?: string | undefined;
  /** True where something in it is selected. */
  readonly selected: boolean;
  /** True where a folder is open. */
  readonly folder: boolean;
}

/** Four things to try, with what each does. */
export function starters(place: StartingPlace): readonly (ViewStarter & { readonly starter: Starter })[] {
  return list(place).map(([label, starter], index) => ({ id: `s${index}`, label, starter }));
}

function list({ file, selected, folder }: StartingPlace): readonly (readonly [string, Starter])[] {
  const help = [t('What can Aliada do?'), { do: 'command', command: 'help' }] as const;
  if (selected) {
    return [
      [t('Explain the selection'), { do: 'command', command: 'explain' }],
      [t('Review the selection'), { do: 'command', command: 'review' }],
      [t('Write tests for the selection'), { do: 'command', command: 'tests' }],
      [t('Document the selection'), { do: 'command', command: 'document' }],
    ];
  }
  if (file !== undefined) {
    return [
      [t('Explain {0}', file), { do: 'command', command: 'explain' }],
      [t('Review {0}', file), { do: 'command', command: 'review' }],
      [t('Write tests for {0}', file), { do: 'command', command: 'tests' }],
      [t('Document {0}', file), { do: 'command', command: 'document' }],
    ];
  }
  if (folder) {
    return [
      [t('Ask about a file…'), { do: 'attach', source: 'file' }],
      [t('Ask about a folder…'), { do: 'attach', source: 'folder' }],
      [t('Search in the workspace…'), { do: 'attach', source: 'search' }],
      help,
    ];
  }
  const recursion = t('Explain recursion to me with an example');
  const mistake = t('How do I read an error message?');
  return [
    [recursion, { do: 'ask', text: recursion }],
    [mistake, { do: 'ask', text: mistake }],
    [t('Ask about what is selected in the terminal'), { do: 'attach', source: 'terminal' }],
    help,
  ];
}
