import { decorated } from './decorated';
import type { Log } from '../log';
import type { Activity } from './activity';
import type { Endpoint, StreamEvent } from './endpoint';
import { EndpointError } from './errors';

/** An endpoint whose every request shows in the status bar and leaves one line of figures in the log. */
export function observed(endpoint: Endpoint, activity: Activity, log: Log): Endpoint {
  const watch = async function* (
    route: string,
    events: AsyncIterable<StreamEvent>,
  ): AsyncGenerator<StreamEvent> {
    const end = activity.begin();
    const started = performance.now();
    const since = (): number => Math.round(performance.now() - started);
    let firstTextMs: number | undefined;
    let characters = 0;
    let failure: EndpointError | undefined;
    try {
      for await (const event of events) {
        if (event.type === 'text') {
          firstTextMs ??= since();
          characters += event.text.length;
        }
        yield event;
      }
    } catch (error) {
      if (error instanceof EndpointError) failure = error;
      throw error;
    } finally {
      // A server that only chats is no outage; the status bar would cry while all that it can do works.
      end(route === 'complete' && failure?.reason === 'notFound' ? undefined : failure);
      log.info(route, {
        host: endpoint.host,
        model: endpoint.model,
        firstTextMs,
        ms: since(),
        characters,
        reason: failure?.reason,
        status: failure?.status,
        code: failure?.code,
      });
    }
  };
  return decorated(endpoint, {
    chat: (call, signal) => watch('chat', endpoint.chat(call, signal)),
    complete: (call, signal) => watch('complete', endpoint.complete(call, signal)),
  });
}
