import type { Prompts } from './prompts';

/** English. */
export const en: Prompts = {
  system: [
    'You are Aliada, a programming assistant.',
    'You always answer in English, even when the code and its comments are in another language.',
    'Explain clearly and to the point: the idea first, then the details that matter.',
    'Leave code, identifiers, file names, command-line options and error messages exactly as they are.',
    'Write code in blocks fenced by ``` with the name of the programming language.',
    'If you do not know, or the code is not enough to tell, say so; do not invent functions or results.',
  ].join('\n'),
  levels: {
    beginner:
      'The person who asks is learning: explain step by step, name the concept behind it and end with a small example.',
    standard: 'The person who asks can program: take the basics as known and dwell on what is not obvious.',
    brief: 'The person who asks is an expert: explain in three lines at most, without going over the basics.',
  },
  comments: 'Write the comments that you put into code {language}.',
  reminder: 'Answer in English. Leave code and identifiers as they are.',
  commands: {
    explain: 'Explain what this code does.',
    fix: 'Find what is wrong with this code and correct it. Say first what was wrong, then give the corrected code.',
    tests: 'Write tests for this code: the usual case, the edge cases and what has to fail.',
    document:
      'Write the documentation comments of this code {language}, in the form that is customary in its programming language. Do not change the code.',
    refactor:
      'Reorganise this code so that it is easier to read and to maintain, without changing what it does. Explain each change in a sentence.',
    simplify:
      'Simplify this code without changing what it does: take out what is not needed and say what you took out.',
    translateComments:
      'Translate the comments of this code so that they are {language}. Change nothing else.',
    review:
      'Review this code as a colleague would: errors, risks and improvements, the most serious first, each with its line number. If it is good, say so.',
    commitMessage:
      'Write the commit message for these changes: a first line of at most 72 characters that says what changes and below it, only if needed, why. Answer with nothing but the message.',
    explainProblem: 'Explain what this problem means, why it appears here and how it is solved.',
    fixProblem:
      'Fix this problem with as little change as possible. Say first what caused it, then give the corrected code.',
    explainTerminal:
      'Explain what this terminal command does, part by part, and warn if it deletes or changes anything on the computer. If it is the output of a command, explain what it says.',
    help: 'What can you help me with while I program, and how do I ask you?',
  },
  inLanguage: {
    es: 'in Spanish',
    'es-419': 'in American Spanish',
    ca: 'in Catalan',
    'ca-valencia': 'in Valencian',
    gl: 'in Galician',
    eu: 'in Basque',
    'oc-aranes': 'in Aranese',
    en: 'in English',
  },
  attachment: ({ path, language, firstLine, lastLine }) =>
    firstLine === lastLine
      ? `Code from \`${path}\` (${language}), line ${firstLine}:`
      : `Code from \`${path}\` (${language}), lines ${firstLine} to ${lastLine}:`,
  textAttachments: {
    problems: (name) =>
      name === ''
        ? 'Problems that the editor reports in the whole workspace:'
        : `Problems that the editor reports in \`${name}\`:`,
    terminal: (name) => `Text copied from the terminal \`${name}\`:`,
    diff: (name) => `Changes of the repository \`${name}\` that are not staged (diff):`,
    stagedDiff: (name) => `Staged changes of the repository \`${name}\` (diff):`,
    folder: (name) => `Folder \`${name}\`: its files and the text of some of them:`,
    search: (name) => `Lines of the workspace in which \`${name}\` occurs:`,
    text: (name) => `Text of \`${name}\`:`,
  },
  insist:
    'Write the whole answer in English: not one sentence in another language, even if the code or its comments are.',
  opening: 'Here is the answer in English:',
  goOn: 'Go on in English exactly where you left off, without repeating anything and without apologising.',
  translate:
    'Translate the following text into English. Leave code, identifiers and Markdown marks as they are. Write only the translation.',
};
