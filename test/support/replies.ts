import { Gate } from './steps';
import type { RecordedRequest } from './recordedRequest';
import type { Step } from './steps';

/** What the scripted server answers to one request. */
export type Reply = (request: RecordedRequest) => readonly Step[];

/** A reply whose pieces the test lets go one by one. */
export type GatedReply = Reply & { readonly release: (count?: number) => void };

export interface TextOptions {
  /** Characters in each chunk of a stream. */
  readonly chunkSize?: number;
  /** Pause after each chunk. */
  readonly msPerChunk?: number;
  /** Pause before the first chunk, as long as a prompt takes to be read. */
  readonly msBefore?: number;
  readonly finishReason?: 'stop' | 'length';
  readonly shape?: StreamShape;
}

/** How the bytes of a stream look. Real servers and gateways differ in each of these. */
export interface StreamShape {
  readonly lineEnd?: '\n' | '\r\n';
  /** A comment line before each chunk, as gateways send to keep the connection alive. */
  readonly comments?: boolean;
  /** False leaves out the blank line after the last event. */
  readonly lastBlankLine?: boolean;
  /** Bytes in each piece on the wire: 1 cuts every letter with an accent in two. */
  readonly bytesPerPiece?: number;
  /** Adds `"error": null` to each chunk. */
  readonly errorNull?: boolean;
  /** Sends a chunk without choices before the text, as Azure and some gateways do. */
  readonly emptyChoices?: boolean;
  /** False ends the stream without `data: [DONE]`. */
  readonly done?: boolean;
}

const CREATED = 1_780_000_000;
const SSE = { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache' };

/**
 * Answers with `text`, as a completion or as a chat, streamed or whole: whatever the request asks for.
 */
export function answer(text: string, options: TextOptions = {}): Reply {
  return (request) =>
    request.body.stream ? streamSteps(request, text, options) : wholeSteps(request, text, options);
}

/** Answers as a model that knows `text` and writes on from where the prompt ends in it. */
export function continuing(text: string, options: TextOptions = {}): Reply {
  return (request) => {
    const prompt = request.body.prompt ?? '';
    let known = Math.min(text.length, prompt.length);
    while (!prompt.endsWith(text.slice(0, known))) known -= 1;
    return answer(known === 0 ? '' : text.slice(known), options)(request);
  };
}

/** As `answer`, but each chunk waits for `release`. The head of the response is sent at once. */
export function gatedAnswer(text: string, options: TextOptions = {}): GatedReply {
  const gate = new Gate();
  const reply: Reply = (request) => streamSteps(request, text, { ...options, gate });
  return Object.assign(reply, { release: (count?: number) => gate.release(count) });
}

/** Answers for ever: the same word again and again until the client closes the connection. */
export function endlessAnswer(word: string, msPerChunk = 5): Reply {
  return (request) => [
    { do: 'head', status: 200, headers: SSE },
    { do: 'send', bytes: event(chunk(request, word), {}) },
    { do: 'wait', ms: msPerChunk },
    { do: 'repeat', steps: 2 },
  ];
}

/** A JSON document, also for errors. */
export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Reply {
  return raw(JSON.stringify(body), status, { 'content-type': 'application/json', ...headers });
}

/** Any body. */
export function raw(body: string, status: number, headers: Record<string, string>): Reply {
  return () => [
    { do: 'head', status, headers },
    { do: 'send', bytes: body },
  ];
}

/** A stream that begins with `text` and then goes on as `rest` says. */
export function beginning(text: string, rest: readonly Step[], options: TextOptions = {}): Reply {
  return (request) => [
    { do: 'head', status: 200, headers: SSE },
    ...textSteps(request, text, options),
    ...rest,
  ];
}

/** One event of a stream as it stands on the wire. */
export function event(data: unknown, { lineEnd = '\n', comments = false }: StreamShape): string {
  const payload = typeof data === 'string' ? data : JSON.stringify(data);
  return `${comments ? `: ping${lineEnd}${lineEnd}` : ''}data: ${payload}${lineEnd}${lineEnd}`;
}

type Paced = TextOptions & { readonly gate?: Gate };

function streamSteps(request: RecordedRequest, text: string, options: Paced): Step[] {
  const shape = options.shape ?? {};
  const last = [event(finish(request, options), shape)];
  if (request.body.stream_options?.include_usage) last.push(event(usageChunk(request, text), shape));
  if (shape.done ?? true) last.push(event('[DONE]', { ...shape, comments: false }));
  const end = last.join('');
  return [
    { do: 'head', status: 200, headers: SSE },
    ...textSteps(request, text, options),
    ...pieces(shape.lastBlankLine === false ? end.replace(/(\r?\n)\r?\n$/, '$1') : end, shape),
  ];
}

function textSteps(request: RecordedRequest, text: string, options: Paced): Step[] {
  const { chunkSize = 8, msPerChunk = 0, msBefore = 0, shape = {}, gate } = options;
  const steps: Step[] = [];
  if (msBefore) steps.push({ do: 'wait', ms: msBefore });
  if (shape.emptyChoices) steps.push({ do: 'send', bytes: event({ ...head(request), choices: [] }, shape) });
  if (isChat(request))
    steps.push(...pieces(event(chatChunk(request, { role: 'assistant', content: '' }), shape), shape));
  for (const part of parts(text, chunkSize)) {
    if (gate) steps.push({ do: 'gate', gate });
    const data = shape.errorNull ? { ...chunk(request, part), error: null } : chunk(request, part);
    steps.push(...pieces(event(data, shape), shape));
    if (msPerChunk) steps.push({ do: 'wait', ms: msPerChunk });
  }
  if (gate) steps.push({ do: 'gate', gate });
  return steps;
}

function pieces(bytes: string, { bytesPerPiece }: StreamShape): Step[] {
  if (!bytesPerPiece) return [{ do: 'send', bytes }];
  const all = Buffer.from(bytes, 'utf8');
  const steps: Step[] = [];
  for (let at = 0; at < all.length; at += bytesPerPiece) {
    steps.push({ do: 'send', bytes: all.subarray(at, at + bytesPerPiece) });
  }
  return steps;
}

/** Cuts between code points, so that no half of a surrogate pair is sent as text of its own. */
function parts(text: string, size: number): string[] {
  const letters = Array.from(text);
  const result: string[] = [];
  for (let at = 0; at < letters.length; at += size) result.push(letters.slice(at, at + size).join(''));
  return result;
}

function wholeSteps(request: RecordedRequest, text: string, options: TextOptions): Step[] {
  const finish_reason = options.finishReason ?? 'stop';
  const choice = isChat(request)
    ? { index: 0, message: { role: 'assistant', content: text }, finish_reason }
    : { index: 0, text, logprobs: null, finish_reason };
  const body = { ...head(request), choices: [choice], usage: usage(request, text) };
  const wait: Step[] = options.msBefore ? [{ do: 'wait', ms: options.msBefore }] : [];
  return [
    ...wait,
    ...json({ ...body, object: isChat(request) ? 'chat.completion' : 'text_completion' })(request),
  ];
}

function isChat(request: RecordedRequest): boolean {
  return request.path.endsWith('/chat/completions');
}

function head(request: RecordedRequest): { id: string; object: string; created: number; model: string } {
  const chat = isChat(request);
  return {
    id: chat ? 'chatcmpl-1' : 'cmpl-1',
    object: chat ? 'chat.completion.chunk' : 'text_completion',
    created: CREATED,
    model: request.body.model ?? '',
  };
}

function chunk(request: RecordedRequest, text: string): object {
  if (isChat(request)) return chatChunk(request, { content: text });
  return { ...head(request), choices: [{ index: 0, text, logprobs: null, finish_reason: null }] };
}

function chatChunk(request: RecordedRequest, delta: object, finish_reason: string | null = null): object {
  return { ...head(request), choices: [{ index: 0, delta, logprobs: null, finish_reason }] };
}

function finish(request: RecordedRequest, { finishReason = 'stop' }: TextOptions): object {
  if (isChat(request)) return chatChunk(request, {}, finishReason);
  return { ...head(request), choices: [{ index: 0, text: '', logprobs: null, finish_reason: finishReason }] };
}

function usageChunk(request: RecordedRequest, text: string): object {
  return { ...head(request), choices: [], usage: usage(request, text) };
}

/** Counts a token for every four characters, near enough for a script. */
function usage(request: RecordedRequest, text: string): object {
  const prompt =
    request.body.prompt ?? (request.body.messages ?? []).map((message) => message.content).join('');
  const prompt_tokens = Math.ceil(prompt.length / 4);
  const completion_tokens = Math.ceil(text.length / 4);
  return { prompt_tokens, completion_tokens, total_tokens: prompt_tokens + completion_tokens };
}
