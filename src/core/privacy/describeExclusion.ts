import { t } from '../text';
import type { Exclusion } from './exclusions';

/** Why nothing of a file is sent, in words. @param name of the file, without its folders. */
export function describeExclusion(exclusion: Exclusion, name: string): string {
  switch (exclusion) {
    case 'alwaysPrivate':
      return t('{0} stays on this computer: files of keys and passwords are never sent.', name);
    case 'setting':
      return t('{0} stays on this computer: the setting {1} names it.', name, 'aliada.exclude');
    case 'ignoreFile':
      return t(
        '{0} stays on this computer: .aliadaignore, .gitignore or another of git’s ignore files names it.',
        name,
      );
    case 'unknown':
      return t(
        '{0} stays on this computer: the .gitignore or .aliadaignore files that apply to it cannot be read.',
        name,
      );
  }
}

/** Why nothing is offered at the cursor. */
export function describeSecret(): string {
  return t('Nothing is completed here: this looks like a password or a key, and stays on this computer.');
}
