import { t } from '../text';

/**
 * `words`: the model answered in words; `cut`: it stopped before the end; `masked`: the mask of a secret stands in what it
 * wrote; `tooLong`: it was not even asked.
 */
export type EditFailureReason = 'words' | 'cut' | 'masked' | 'tooLong';

/** Why an answer is no change of a piece. */
export class EditFailure extends Error {
  /** @param said what the model said in place of code. For people, never for the log. */
  constructor(
    readonly reason: EditFailureReason,
    readonly said = '',
  ) {
    super(reason);
    this.name = 'EditFailure';
  }
}

/** Most characters of what a model said that stand in a notice. */
const mostSaid = 200;

/** The failure in the person's language. */
export function describeEditFailure({ reason, said }: EditFailure): string {
  switch (reason) {
    case 'words': {
      const short = said.length > mostSaid ? `${said.slice(0, mostSaid)}…` : said;
      return t('The model answered in words and changed nothing: {0}', short);
    }
    case 'cut':
      return t('The model stopped before the end, so nothing was changed. Select less code and try again.');
    case 'masked':
      return t(
        'Nothing was changed: the model would have to move a secret, and secrets do not leave this computer. Select the code without it.',
      );
    case 'tooLong':
      return t('This is too long for the model to change at once. Select less code and try again.');
  }
}
