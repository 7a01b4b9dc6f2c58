/** The folder in which conversations are kept: VS Code's file system in the editor, Node's or a table in memory in tests. */
export interface HistoryFiles {
  /** Names of the files in it; none where there is no folder yet. */
  list(): Promise<readonly string[]>;
  /** @returns `undefined` where there is no such file. */
  read(name: string): Promise<string | undefined>;
  /** Writes a file, which may be half written when everything ends meanwhile. Makes the folder where there is none. */
  write(name: string, text: string): Promise<void>;
  /** Gives a file another name, at once or not at all; a file of that name is replaced. */
  rename(from: string, to: string): Promise<void>;
  has(name: string): Promise<boolean>;
  /** A file that is not there is no error. */
  remove(name: string): Promise<void>;
}

const temporary = /\.([0-9a-z]+)\.tmp$/;

/**
 * Writes a file that is there whole or not at all, whenever everything ends.
 * @param now in milliseconds since 1970; tells how old what a broken-off write leaves behind is.
 */
export async function writeWhole(
  files: HistoryFiles,
  name: string,
  text: string,
  now: number,
): Promise<void> {
  const half = `${name}.${now.toString(36)}.tmp`;
  await files.write(half, text);
  await files.rename(half, name);
}

/** Long after this a write that has not ended will not, in milliseconds. */
const longest = 24 * 60 * 60 * 1000;

/** Whether this is what a write that never ended has left behind. */
export function isLeftBehind(name: string, now: number): boolean {
  const begun = temporary.exec(name)?.[1];
  return begun !== undefined && now - parseInt(begun, 36) > longest;
}
