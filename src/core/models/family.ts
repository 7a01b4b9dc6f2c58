/** Names of models that turn text into vectors: never of use for chat or completion. */
const encoders = /mroberta|embed|bge-|e5-|rerank|clip|whisper/i;

/** True for a model, by its served name, that can chat or complete. */
export function isSuitable(model: string): boolean {
  return !encoders.test(model);
}
