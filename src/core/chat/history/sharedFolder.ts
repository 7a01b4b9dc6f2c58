/**
 * The path of an extension's storage as the first window on a workspace has it. VS Code locks that folder, and gives a
 * second window on the same workspace, such as another tab of a browser, one of its own with a number behind
 * (`ExtensionStoragePaths` in `vs/workbench/api/node`). What is kept there is missing in the first.
 */
export function sharedStorage(path: string): string {
  // `…/workspaceStorage/<id>-1/<extension>`; an id is a hash, which may be negative.
  return path.replace(/(\/(?:-?[\da-f]+|ext-dev))-[1-9](\/[^/]+)$/, '$1$2');
}
