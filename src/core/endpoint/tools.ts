import type { JsonObject } from './json';

/** A tool that a model may ask for. Whoever offers it carries it out; Aliada never does. */
export interface Tool {
  readonly name: string;
  readonly description: string;
  /** JSON schema of what it takes. */
  readonly parameters: object;
}

/** What a model asks a tool. */
export interface ToolCall {
  /** Names the call within its conversation, so that its result can be told apart. */
  readonly id: string;
  readonly name: string;
  readonly input: JsonObject;
}

/** Tools in the form that all servers take, Ollama's native route too. */
export function toolFields(tools: readonly Tool[]): readonly object[] {
  return tools.map(({ name, description, parameters }) => ({
    type: 'function',
    function: { name, description, parameters },
  }));
}
