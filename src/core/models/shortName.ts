/**
 * A model's name for a narrow place: without the organisation, the folders and the ending of a file. Two that differ only
 * there are told apart by the whole name, which is always said beside it.
 */
export function shortModelName(model: string): string {
  const last = model.split(/[/\\]/).findLast((part) => part !== '') ?? model;
  return last.replace(/\.gguf$/i, '').replace(/:latest$/, '');
}
