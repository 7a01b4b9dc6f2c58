/** Schemes of documents that people write in. A pattern for all would match the chat's input box too. */
export const documentSchemes: readonly string[] = [
  ...['file', 'untitled', 'vscode-notebook-cell', 'vscode-remote', 'vscode-vfs'],
];

/** Where the GitHub extension has people write a new issue (`NEW_ISSUE_SCHEME` in its `issueFile.ts`). */
export const issueScheme = 'newIssue';
