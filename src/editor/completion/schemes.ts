/** Schemes of documents that people write in. A pattern for all would match the chat's input box too. */
export const documentSchemes: readonly string[] = [
  ...['file', 'untitled', 'vscode-notebook-cell', 'vscode-remote', 'vscode-vfs'],
];
