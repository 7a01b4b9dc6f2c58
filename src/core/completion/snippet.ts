/** A piece of another place that helps to write this one. */
export interface Snippet {
  /** Where it comes from: a path inside the workspace. */
  readonly path: string;
  readonly text: string;
}
