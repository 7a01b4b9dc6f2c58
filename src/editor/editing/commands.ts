import type { Parts } from '../parts';
import { askAbout, explainProblem } from './ask';
import { editByInstruction } from './editCommand';
import { explainCell, fixCell } from './notebook';
import { documentPiece, fixProblem, refactorPiece } from './tasks';
import { explainTerminal } from './terminal';
import { writeTests } from './tests';

/** The commands that work on what is open in the editor. */
export function editingCommands(parts: Parts): Readonly<Record<string, (...args: unknown[]) => unknown>> {
  const { changes, commits, instructions } = parts;
  return {
    'aliada.edit': (...args) => editByInstruction(parts, args),
    'aliada.earlierInstruction': () => instructions.go(-1),
    'aliada.laterInstruction': () => instructions.go(1),
    'aliada.explainSelection': (...args) => askAbout(parts, 'explain', args),
    'aliada.review': (...args) => askAbout(parts, 'review', args),
    'aliada.document': (...args) => documentPiece(parts, args),
    'aliada.writeTests': (...args) => writeTests(parts, args),
    'aliada.refactor': (...args) => refactorPiece(parts, args),
    'aliada.fixProblem': (...args) => fixProblem(parts, args),
    'aliada.explainProblem': (...args) => explainProblem(parts, args),
    'aliada.explainCell': (...args) => explainCell(parts, args),
    'aliada.fixCell': (...args) => fixCell(parts, args),
    'aliada.explainTerminal': () => explainTerminal(parts),
    'aliada.writeCommitMessage': (...args) => commits.write(args),
    'aliada.stopCommitMessage': () => commits.stop(),
    'aliada.acceptChanges': (uri) => changes.acceptAll(uri),
    'aliada.refuseChanges': (uri) => changes.refuseAll(uri),
    'aliada.acceptChange': (uri, hunk) => changes.acceptOne(uri, hunk),
    'aliada.refuseChange': (uri, hunk) => changes.refuseOne(uri, hunk),
  };
}
