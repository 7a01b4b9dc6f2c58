import type { Endpoint } from '../endpoint/endpoint';
import { containsMask } from '../privacy/mask';
import { rested } from './pace';
import { completionCall } from './prompt';
import type { CompletionRequest, Suggestion } from './request';
import { stopAt } from './stop';
import { trim } from './trim';

/**
 * One suggestion for one keystroke: wait until typing rests, ask, stop at the first proof that the
 * suggestion is whole, fit it to its place.
 * @returns `undefined` where there is nothing to offer, or the signal was aborted before the request.
 * @throws Refusal where nothing may be sent to the endpoint; EndpointError, with reason `aborted` where the signal was aborted during the request.
 */
export async function suggest(
  request: CompletionRequest,
  endpoint: Endpoint,
  signal: AbortSignal,
): Promise<Suggestion | undefined> {
  if (!(await rested(request.trigger, signal))) return undefined;
  const generated = await generate(request, endpoint, signal);
  const text = trim(generated, request);
  // A model that was shown masks may write them; in the person's file they would stand for nothing.
  return text === undefined || containsMask(text) ? undefined : { text };
}

async function generate(
  request: CompletionRequest,
  endpoint: Endpoint,
  signal: AbortSignal,
): Promise<string> {
  let text = '';
  for await (const event of endpoint.complete(completionCall(request), signal)) {
    if (event.type !== 'text') continue;
    text = (text + event.text).replaceAll('\r\n', '\n');
    const end = stopAt(text, request);
    // Leaving the loop closes the connection, and the server stops.
    if (end !== undefined) return text.slice(0, end);
  }
  return text;
}
