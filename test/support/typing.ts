import type { CompletionEngine } from '../../src/core/completion/engine';
import type { CompletionRequest, Suggestion } from '../../src/core/completion/request';
import type { FedEndpoint } from './handFedEndpoint';
import { never } from './endpoint';

/** The place marked by `|` in a text. */
export function at(text: string, changes: Partial<CompletionRequest> = {}): CompletionRequest {
  const cursor = text.indexOf('|');
  return {
    document: 'file:///a.py',
    path: '',
    languageId: 'python',
    prefix: text.slice(0, cursor),
    suffix: text.slice(cursor + 1),
    trigger: 'automatic',
    ...changes,
  };
}

/** What a person sees after a suggestion was taken at a place, the cursor marked by `|`. */
export function taken(
  request: CompletionRequest,
  { text, replacePrefix, replaceSuffix }: Suggestion,
): string {
  const { prefix, suffix } = request;
  return `${prefix.slice(0, prefix.length - replacePrefix)}${text}|${suffix.slice(replaceSuffix)}`;
}

/** Somebody who writes in an editor: every change is told to the engine, which is then asked. */
export class Typist {
  constructor(
    readonly engine: CompletionEngine,
    readonly endpoint: FedEndpoint,
    private readonly base: Partial<CompletionRequest> = {},
  ) {}

  /** The text is now this, the cursor at `|`. */
  write(text: string, signal = never): Promise<Suggestion | undefined> {
    const request = at(text, this.base);
    this.engine.changed(request.document, () => request);
    return this.engine.suggest(request, this.endpoint, signal);
  }

  /** The same; the text on offer. */
  async reads(text: string): Promise<string | undefined> {
    return (await this.write(text))?.text;
  }

  /** Asks at a place, and lets the model answer with these texts and then end by itself. */
  async receives(text: string, ...generated: readonly string[]): Promise<string | undefined> {
    const number = this.endpoint.calls.length;
    const answer = this.write(text);
    const unasked = answer.then(() => undefined);
    const call = await Promise.race([this.endpoint.asked(number), unasked]);
    if (call === undefined) throw new Error('The model was not asked.');
    call.say(...generated).finish();
    return (await answer)?.text;
  }
}
