import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { playSteps } from './steps';
import { answer, json } from './replies';
import { markCut, recordRequest } from './recordedRequest';
import type { AddressInfo, Socket } from 'node:net';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { TlsOptions } from 'node:tls';
import type { RecordedRequest } from './recordedRequest';
import type { Reply } from './replies';

export interface ScriptedServerOptions {
  /** 0 lets the system choose. */
  readonly port?: number;
  readonly models?: readonly string[];
  /** The context window that the model list gives, as vLLM does. */
  readonly contextSize?: number;
  /** The reply where there is no such route; FastAPI's otherwise. */
  readonly noRoute?: Reply;
  /** Makes it speak https. */
  readonly tls?: TlsOptions;
  /** 127.0.0.1 unless told; another address of this machine is none that VS Code takes for local. */
  readonly address?: string;
}

export const MODEL = 'BSC-LT/salamandra-7b-instruct';
export const BASE_MODEL = 'BSC-LT/salamandra-7b';

/** Starts an OpenAI-compatible server that answers as the test says and remembers what it was asked. */
export async function startScriptedServer(options: ScriptedServerOptions = {}): Promise<ScriptedServer> {
  const server = new ScriptedServer(options);
  await server.start();
  return server;
}

/**
 * An OpenAI-compatible model server on the loopback interface: `/v1/models`, `/v1/completions`,
 * `/v1/chat/completions` and `/health`. It does exactly what its script says, down to the bytes.
 */
export class ScriptedServer {
  /** Every request since the last `forget`, in the order of arrival. */
  readonly requests: RecordedRequest[] = [];
  models: readonly string[];
  /** Lets pages of any origin read its answers. */
  cors = false;

  readonly #contextSize: number;
  readonly #noRoute: Reply;
  readonly #tls: TlsOptions | undefined;
  readonly #address: string;
  readonly #sockets = new Set<Socket>();
  readonly #open = new Set<ServerResponse>();
  readonly #next: Reply[] = [];
  readonly #routes = new Map<string, Reply>();
  readonly #watchers = new Set<() => void>();
  #usual: Reply = answer('');
  #server: Server | undefined;
  #port: number;

  constructor(options: ScriptedServerOptions = {}) {
    this.#port = options.port ?? 0;
    this.models = options.models ?? [MODEL];
    this.#noRoute = options.noRoute ?? json({ detail: 'Not Found' }, 404);
    this.#contextSize = options.contextSize ?? 8192;
    this.#tls = options.tls;
    this.#address = options.address ?? '127.0.0.1';
    this.#routes.set('GET /health', () => [{ do: 'head', status: 200, headers: {} }]);
    this.#routes.set('GET /v1/models', (request) => json(this.#modelList())(request));
  }

  get port(): number {
    return this.#port;
  }

  /** What a person writes into the settings. */
  get url(): string {
    return `${this.origin}/v1`;
  }

  get origin(): string {
    return `${this.#tls ? 'https' : 'http'}://${this.#address}:${this.#port}`;
  }

  /** Connections that are open, idle ones included. */
  get openSockets(): number {
    return this.#sockets.size;
  }

  /** Requests that ask a model for something, without the ones that only look around. */
  get asked(): RecordedRequest[] {
    return this.requests.filter(isAsking);
  }

  /** The reply to every completion and chat request from now on. */
  script(reply: Reply): void {
    this.#usual = reply;
  }

  /** Replies to the next requests, one each, before the usual one. */
  scriptNext(...replies: readonly Reply[]): void {
    this.#next.push(...replies);
  }

  /** Answers another path, or a known one differently: `GET /props`. */
  route(methodAndPath: string, reply: Reply): void {
    this.#routes.set(methodAndPath, reply);
  }

  /** Forgets what was asked so far, and the replies to the next requests. */
  forget(): void {
    this.#next.length = 0;
    this.requests.length = 0;
  }

  /** Resolves with the first request, past or to come, that `matches`; fails after `deadline` ms. */
  async waitForRequest(
    matches: (request: RecordedRequest) => boolean = isAsking,
    deadline = 10_000,
  ): Promise<RecordedRequest> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        const found = this.requests.find(matches);
        if (!found) return;
        end();
        resolve(found);
      };
      const end = (): void => {
        clearTimeout(timer);
        this.#watchers.delete(look);
      };
      const timer = setTimeout(() => {
        end();
        const seen = this.requests.map(({ method, path }) => `${method} ${path}`).join(', ');
        reject(
          new Error(`No such request reached the server in ${deadline} ms. It saw: ${seen || 'nothing'}`),
        );
      }, deadline);
      this.#watchers.add(look);
      look();
    });
  }

  /** Listens, on the same port as before if it has listened already. */
  async start(): Promise<void> {
    if (this.#server) return;
    const take = (request: IncomingMessage, response: ServerResponse): void =>
      void this.#take(request, response);
    const server = this.#tls ? createTlsServer(this.#tls, take) : createServer(take);
    server.keepAliveTimeout = 60_000;
    server.on('connection', (socket: Socket) => {
      this.#sockets.add(socket);
      socket.once('close', () => this.#sockets.delete(socket));
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(this.#port, this.#address, resolve);
    });
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  /** Goes away as a killed server does: connections are cut and new ones refused. */
  async stop(): Promise<void> {
    const server = this.#server;
    if (!server) return;
    this.#server = undefined;
    for (const response of this.#open) markCut(response);
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.#open.add(response);
    response.once('close', () => this.#open.delete(response));
    const recorded = await recordRequest(request, response);
    if (!recorded) return;
    if (this.cors) {
      response.setHeader('access-control-allow-origin', '*');
      if (request.method === 'OPTIONS') {
        response.writeHead(204, { 'access-control-allow-headers': 'authorization, content-type' }).end();
        return;
      }
    }
    const reply = this.#replyTo(recorded);
    this.requests.push(recorded);
    for (const look of [...this.#watchers]) look();
    await playSteps(reply(recorded), response, recorded.closed);
  }

  #replyTo(request: RecordedRequest): Reply {
    const path = request.path.split('?')[0]!;
    const routed = this.#routes.get(`${request.method} ${path}`);
    if (routed) return routed;
    if (isAsking(request)) return this.#next.shift() ?? this.#usual;
    return this.#noRoute;
  }

  #modelList(): object {
    const data = this.models.map((id) => ({
      id,
      object: 'model',
      created: 1_780_000_000,
      owned_by: 'vllm',
      max_model_len: this.#contextSize,
    }));
    return { object: 'list', data };
  }
}

/** Whether a request asks a model to write something. */
function isAsking(request: RecordedRequest): boolean {
  return request.method === 'POST' && /\/v1\/(chat\/)?completions(\?|$)/.test(request.path);
}
