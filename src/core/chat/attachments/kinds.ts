/** The kinds of attachments that are no piece of a file. */
export const textKinds = [
  /** What the editor finds wrong; named by its file, or by nothing where it is the whole workspace's. */
  'problems',
  /** Text from a terminal, named by it. */
  'terminal',
  /** Changes of a repository that are not staged, named by its folder. */
  'diff',
  /** Changes of a repository that are staged, named by its folder. */
  'stagedDiff',
  /** What a folder holds, with the text of some of its files; named by its path. */
  'folder',
  /** Where a text occurs in the workspace, named by that text. */
  'search',
  /** Any other text, such as one of a kind that this version does not know. */
  'text',
] as const;
export type TextKind = (typeof textKinds)[number];
