import * as vscode from 'vscode';
import { chooseManner, type AnswerManner } from '../../core/chat/manner';
import { edit } from '../../core/editing/edit';
import { describeEditFailure, EditFailure } from '../../core/editing/failure';
import type { EditRequest } from '../../core/editing/request';
import { describeError, describeUnexpected, isFailure } from '../../core/endpoint/describe';
import type { Endpoint } from '../../core/endpoint/endpoint';
import type { Log } from '../../core/log';
import { describeExclusion } from '../../core/privacy/describeExclusion';
import { t } from '../../core/text';
import type { ProposedChanges } from '../changes/proposedChanges';
import type { Outcome, ProposedChange } from '../changes/openProposal';
import { pathOf } from '../chat/attachments/code';
import { languageIdOf } from '../languages/languageIdOf';
import { nameOf, type PrivateFiles } from '../privacy/privateFiles';
import { showFailure } from '../remedies';
import type { Settings } from '../settings';
import type { EndpointFinder } from '../setup/endpointFinder';
import type { Piece } from './piece';

export interface EditingParts {
  readonly changes: ProposedChanges;
  readonly finder: EndpointFinder;
  readonly settings: Settings;
  readonly privacy: { readonly files: PrivateFiles };
  readonly log: Log;
}

/** What is to be done with a piece. */
export interface Wanted extends Pick<EditRequest, 'instruction' | 'about'> {
  /** How it is to be asked for: the languages. */
  readonly manner: AnswerManner;
  /** The title of the diff editor. */
  readonly title: string;
}

/** The languages of now. @param written what the person wrote, where they wrote something. */
export function mannerOf(
  { settings }: Pick<EditingParts, 'settings'>,
  ...written: readonly string[]
): AnswerManner {
  return chooseManner(settings.answers(), written);
}

/** Has a model change a piece of a document, and shows the change to accept or refuse. */
export async function editPiece(
  parts: EditingParts,
  { document, range }: Piece,
  wanted: Wanted,
): Promise<Outcome | undefined> {
  if (!(await mayBeSent(parts, document.uri))) return undefined;
  const text = document.getText().replace(/\r\n/g, '\n').split('\n');
  const request: EditRequest = {
    path: pathOf(document.uri),
    languageId: languageIdOf(document),
    piece: text.slice(range.start.line, range.end.line + 1).join('\n'),
    firstLine: range.start.line + 1,
    before: text.slice(0, range.start.line).join('\n'),
    after: text.slice(range.end.line + 1).join('\n'),
    language: wanted.manner.language,
    comments: wanted.manner.comments,
    instruction: wanted.instruction,
    ...(wanted.about === undefined ? {} : { about: wanted.about }),
  };
  return proposeEdit(parts, request, { uri: document.uri, range, title: wanted.title });
}

/** Shows what a model makes of a request. Failures are told, and nothing is changed by them. */
export async function proposeEdit(
  { changes, finder, log }: EditingParts,
  request: EditRequest,
  place: Omit<ProposedChange, 'newText'>,
): Promise<Outcome | undefined> {
  try {
    const endpoint: Endpoint | undefined = await finder.endpoint('chat', new AbortController().signal);
    if (endpoint === undefined) return undefined;
    const outcome = await changes.propose({
      ...place,
      newText: (signal) => edit(request, endpoint, signal),
    });
    if (outcome === 'unchanged') {
      void vscode.window.showInformationMessage(t('The model sees nothing to change here.'));
    }
    return outcome;
  } catch (error) {
    tell(error, log);
    return undefined;
  }
}

/** A failure of an editing command, with what can be done about it. */
export function tell(error: unknown, log: Log): void {
  if (error instanceof EditFailure) void vscode.window.showWarningMessage(describeEditFailure(error));
  else if (isFailure(error)) {
    if (error.reason !== 'aborted') void showFailure(describeError(error));
  } else {
    log.warn('editFailed', { name: error instanceof Error ? error.name : 'unknown' });
    void showFailure(describeUnexpected());
  }
}

/** Whether anything of a document may leave this computer; where not, the person is told why. */
export async function mayBeSent(
  { privacy }: Pick<EditingParts, 'privacy'>,
  uri: vscode.Uri,
): Promise<boolean> {
  const kept = await privacy.files.exclusion(uri);
  if (kept !== undefined) void vscode.window.showInformationMessage(describeExclusion(kept, nameOf(uri)));
  return kept === undefined;
}
