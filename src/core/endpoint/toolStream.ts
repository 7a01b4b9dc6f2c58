import { EndpointError } from './errors';
import { asObject, textIn, type JsonObject } from './json';
import type { ToolCall } from './tools';

interface Begun {
  readonly id: string;
  name: string;
  /** JSON as far as it has come. */
  text: string;
}

/** The longest arguments, in characters: a model that never ends them must not fill the memory. */
const longest = 1_000_000;

/**
 * Puts calls of tools together from the pieces of a stream. A piece names its call by `index`; id and name come with the
 * first, the arguments as text in pieces. Older TGI sends one object in the place of the list, some gateways whole
 * objects in the place of text, and no index where there is one call only.
 */
export class ToolStream {
  private readonly calls = new Map<number, Begun>();

  constructor(private readonly host: string) {}

  add(pieces: unknown): void {
    const list: readonly unknown[] = Array.isArray(pieces) ? pieces : [pieces];
    for (const [place, piece] of list.entries()) this.addPiece(asObject(piece), place);
  }

  /**
   * The calls, once the answer has ended.
   * @throws EndpointError `badResponse` where the model wrote arguments that are no JSON object.
   */
  end(): readonly ToolCall[] {
    const calls = [...this.calls.values()].map(({ id, name, text }) => {
      const input = text.trim() === '' ? {} : parsed(text);
      if (name === '' || input === undefined) throw new EndpointError('badResponse', { host: this.host });
      return { id, name, input };
    });
    this.calls.clear();
    return calls;
  }

  private addPiece(piece: JsonObject | undefined, place: number): void {
    const called = asObject(piece?.function);
    if (piece === undefined || called === undefined) return;
    const index =
      typeof piece.index === 'number' ? piece.index : this.indexWithout(textIn(piece, 'id'), place);
    let call = this.calls.get(index);
    if (call === undefined) {
      call = { id: this.freeId(textIn(piece, 'id'), index), name: '', text: '' };
      this.calls.set(index, call);
    }
    // Some servers repeat the name in every piece, none sends it in parts.
    if (call.name === '') call.name = textIn(called, 'name') ?? '';
    const { arguments: input } = called;
    if (typeof input === 'string') call.text += input;
    else if (typeof input === 'object' && input !== null) call.text = JSON.stringify(input);
    if (call.text.length > longest) throw new EndpointError('badResponse', { host: this.host });
  }

  /** Where a server numbers nothing, an id that is new begins a call, and what has none goes on with the last. */
  private indexWithout(id: string | undefined, place: number): number {
    const known = [...this.calls].find(([, call]) => call.id === id)?.[0];
    if (known !== undefined) return known;
    if (id === undefined && this.calls.size > 0) return this.calls.size - 1;
    return Math.max(place, this.calls.size);
  }

  /** TGI gives every call the same id, Ollama none. */
  private freeId(id: string | undefined, index: number): string {
    const taken = [...this.calls.values()].some((call) => call.id === id);
    return id === undefined || id === '' || id === '0' || taken ? newCallId(index) : id;
  }
}

/** An id for a call that its server gave none. */
function newCallId(index: number): string {
  return `call_${crypto.randomUUID().replaceAll('-', '').slice(0, 12)}_${index}`;
}

function parsed(text: string): JsonObject | undefined {
  try {
    return asObject(JSON.parse(text));
  } catch {
    // Reported by the caller, without the text: it is the answer.
    return undefined;
  }
}
