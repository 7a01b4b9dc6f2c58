import { decorated } from '../endpoint/decorated';
import { contextOf } from '../endpoint/contextWindow';
import type { ChatCall, CompletionCall, Endpoint, StreamEvent } from '../endpoint/endpoint';
import { estimateTokens } from '../models/budget';
import { Refusal } from './refusal';
import type { Destination, Gate } from './gate';
import { redact } from './redact';
import type { SentList } from './sent';

/**
 * An endpoint that nothing reaches but what may: `aliada.allowedHosts` first, then the person's consent,
 * then secrets are masked, and what leaves is listed for the person to see. Everything that Aliada sends to
 * a model goes through here, other extensions' words too. Beside `EndpointError` it throws `Refusal`, in the
 * middle of an answer too where the consent is taken back.
 */
export function gated(endpoint: Endpoint, to: Destination, gate: Gate, sent: SentList): Endpoint {
  const listed = (content: Parameters<SentList['add']>[0]['content']): void =>
    sent.add({ time: Date.now(), host: endpoint.host, model: endpoint.model, content });

  return decorated(endpoint, {
    // A list of models carries no code, so that an endpoint can be set up before the question is answered.
    models: async (signal) => {
      if (!gate.isAllowed(to.origin)) throw new Refusal('hostNotAllowed', to.host);
      return endpoint.models(signal);
    },
    // A profile is made of the server's own descriptions; nothing of the person's goes along.
    profile: async (signal, purpose) => {
      if (!gate.isAllowed(to.origin)) throw new Refusal('hostNotAllowed', to.host);
      // Before there is consent, a server is not even asked who it is.
      if (purpose === 'automatic') gate.passAutomatic(to);
      if (purpose === 'wish') await gate.passWish(to, signal, true);
      return endpoint.profile(signal);
    },
    // Before the person has answered, not even a description is asked for on the way to a request.
    contextWindow: (signal) =>
      gate.refusal(to) === undefined
        ? endpoint.contextWindow(signal)
        : Promise.resolve(contextOf(endpoint.model)),
    // Counting sends the text like any other request; where it may not go, it is estimated here.
    countTokens: (text, signal) =>
      gate.refusal(to) === undefined
        ? endpoint.countTokens(redact(text), signal)
        : Promise.resolve(estimateTokens(text)),
    async *chat(call: ChatCall, signal): AsyncGenerator<StreamEvent> {
      if (call.automatic === true) gate.passAutomatic(to);
      else await gate.passWish(to, signal);
      const { messages, tools } = masked({ messages: call.messages, tools: call.tools ?? [] });
      listed({ route: 'chat', messages, tools: tools.map(({ name }) => name) });
      const passed = { ...call, messages, ...(tools.length === 0 ? {} : { tools }) };
      yield* whileAllowed(gate, to, signal, (inner) => endpoint.chat(passed, inner));
    },
    async *complete(call: CompletionCall, signal): AsyncGenerator<StreamEvent> {
      if (call.automatic === true) gate.passAutomatic(to);
      else await gate.passWish(to, signal, true);
      const passed = masked(call);
      listed({ route: 'complete', prompt: passed.prompt });
      yield* whileAllowed(gate, to, signal, (inner) => endpoint.complete(passed, inner));
    },
  });
}

/** Ends what is under way at once when nothing may go to `to` any more. */
async function* whileAllowed(
  gate: Gate,
  to: Destination,
  signal: AbortSignal,
  ask: (signal: AbortSignal) => AsyncIterable<StreamEvent>,
): AsyncGenerator<StreamEvent> {
  const ended = new AbortController();
  let refusal: Refusal | undefined;
  const watcher = gate.onRefusal(to, (reason) => {
    refusal = reason;
    ended.abort();
  });
  try {
    for await (const event of ask(AbortSignal.any([signal, ended.signal]))) {
      // What had already come is not shown any more either.
      if (refusal !== undefined) throw refusal;
      yield event;
    }
  } catch (error) {
    throw refusal ?? error;
  } finally {
    watcher.dispose();
  }
}

/** The same with every text in it masked, however deep: a field that is added one day, what a tool is asked. */
function masked<T>(value: T): T {
  if (typeof value === 'string') return redact(value) as T;
  if (Array.isArray(value)) return value.map((one: unknown) => masked(one)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, masked(one as unknown)])) as T;
}
