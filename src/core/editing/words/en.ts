// cspell:disable
import type { EditWords } from '../editWords';

export const en: EditWords = {
  system: [
    'You are Aliada, a programming assistant that changes code.',
    'You get a piece of a file and an instruction. You give back the whole piece with the change made, in a single block of code and with nothing else: no explanation, no text before or after.',
    'Keep the indentation, the names, the comments and all that the instruction does not ask to change.',
    'If there is nothing to change, give the piece back as it is.',
  ].join('\n'),
  before: 'What stands before the piece, only as context:',
  after: 'What stands after the piece, only as context:',
  empty: (line, path) =>
    `There is nothing yet in line ${line} of \`${path}\`. Write only the code that goes there.`,
  tested: (path) => `The code of \`${path}\` that is to be tested:`,
  problem: (line, message) => `- Line ${line}: ${message}`,
  instruction: 'Instruction:',
  closing: 'Answer only with the code, in a single block.',
  tasks: {
    fix: 'Fix these problems with as little change as possible:',
    fixCell: 'This cell fails with the following error. Fix it with as little change as possible:',
    document:
      'Write the documentation comments of this code {language}, in the form of {style}. Change nothing else.',
    simplify: 'Simplify this code without changing what it does: take out what is not needed.',
    extract:
      'Move the parts of this code that make sense by themselves into well named functions, without changing what it does.',
    restructure:
      'Reorganise this code so that it is easier to read, without changing what it does or any name that is used from outside.',
    translateComments:
      'Translate the comments of this code so that they are {language}. Change nothing else.',
    newTests:
      'Write the test file `{path}` with {framework}: the usual case, the edge cases and what has to fail. Comments {language}.',
    moreTests:
      'Add tests for the code above to this test file, with {framework} and in the form of those that are there: the usual case, the edge cases and what has to fail. Comments {language}.',
  },
  usualTests: 'the usual tools of the language',
  usualComments: 'the usual comments of the language',
  history: 'The latest messages of the repository, as examples of their form:',
  conventional:
    'Use the form of Conventional Commits, as the rest of the history does: `type(scope): description`.',
  shortened: '(Lines were left out.)',
};
