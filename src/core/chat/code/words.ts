import { t } from '../../text';
import type { CodeWords } from '../protocol';

/** The words on blocks of code in the chat view. */
export function codeWords(): CodeWords {
  return {
    apply: t('Apply'),
    applyName: t('Apply to the file: shows the changes first'),
    newFile: t('New file'),
    newFileName: t('Open as a new file'),
    terminal: t('Terminal'),
    terminalName: t('Write in a terminal, without running it'),
    unseen: t('This code has characters that cannot be seen. They are shown by their codes.'),
    copiedUnseen: t('Copied, with the characters that cannot be seen.'),
  };
}
