/** GitHub's list of releases, the hub's list of files, and the files themselves, on loopback, as a mirror has them. */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export interface Served {
  readonly bytes: Buffer;
  /** Breaks the connection once, after so many bytes of an answer. */
  breakAfter?: number;
  /** Sends other content than the list says. */
  readonly wrong?: boolean;
  /** Answers each request with all of it, whatever range was asked for. */
  readonly noRanges?: boolean;
  /** Waits for ever after so many bytes. */
  readonly stallAfter?: number;
  etag?: string;
}

export interface Asked {
  readonly path: string;
  readonly range: string | undefined;
  readonly ifRange: string | undefined;
}

const github = '/github.com/ggml-org/llama.cpp/releases/download';

interface Release {
  readonly tag_name: string;
  readonly draft: boolean;
  readonly prerelease: boolean;
  readonly assets: object[];
}

export class DownloadServer {
  readonly asked: Asked[] = [];
  readonly files = new Map<string, Served>();
  readonly documents = new Map<string, unknown>();
  private readonly sockets = new Set<Socket>();
  private readonly server = createServer((request, response) => this.answer(request, response));
  private readonly releases: Release[] = [];

  async start(): Promise<this> {
    this.server.on('connection', (socket) => {
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket));
    });
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** What stands in `aliada.downloads.mirror`. */
  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** An archive of a release, which is older than those before where it is new. @param digest false leaves it out. */
  release(tag: string, name: string, served: Served, digest = true): void {
    this.files.set(`${github}/${tag}/${name}`, served);
    let release = this.releases.find(({ tag_name }) => tag_name === tag);
    if (release === undefined) {
      release = { tag_name: tag, draft: false, prerelease: false, assets: [] };
      this.releases.push(release);
    }
    release.assets.push({
      name,
      browser_download_url: `https://github.com/ggml-org/llama.cpp/releases/download/${tag}/${name}`,
      size: served.bytes.length,
      ...(digest ? { digest: `sha256:${sha256(served.bytes)}` } : {}),
    });
    const list = '/api.github.com/repos/ggml-org/llama.cpp/releases';
    this.documents.set(list, this.releases);
    this.documents.set(`${list}/tags/${tag}`, release);
  }

  /** A repository of the hub with one file. */
  repository(name: string, file: string, served: Served, digest = true): void {
    this.files.set(`/huggingface.co/${name}/resolve/main/${file}`, served);
    const { length } = served.bytes;
    const lfs = digest ? { lfs: { oid: sha256(served.bytes), size: length, pointerSize: 135 } } : {};
    this.documents.set(`/huggingface.co/api/models/${name}/tree/main`, [
      { type: 'file', oid: '0', size: 12, path: 'README.md' },
      { type: 'file', oid: '1', size: length, path: file, ...lfs },
    ]);
  }

  /** Requests for files, those for lists left out. */
  get downloads(): readonly Asked[] {
    return this.asked.filter(({ path }) => this.files.has(path));
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const path = (request.url ?? '').replace(/\?.*/, '');
    const { range, 'if-range': ifRange } = request.headers;
    this.asked.push({ path, range, ifRange: ifRange as string | undefined });
    const document = this.documents.get(path);
    if (document !== undefined) {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(document));
      return;
    }
    const served = this.files.get(path);
    if (served === undefined) response.writeHead(404).end();
    else send(response, served, range, ifRange as string | undefined);
  }
}

function send(response: ServerResponse, served: Served, range?: string, ifRange?: string): void {
  const bytes = served.wrong === true ? Buffer.alloc(served.bytes.length, 7) : served.bytes;
  const etag = served.etag ?? '"content-1"';
  const wanted = /^bytes=(\d+)-$/.exec(range ?? '')?.[1];
  const isSame = ifRange === undefined || ifRange === etag;
  const from = wanted !== undefined && isSame && served.noRanges !== true ? Number(wanted) : 0;
  const rest = bytes.subarray(from);
  const headers = { etag, 'content-length': rest.length, 'accept-ranges': 'bytes' };
  if (from > 0) {
    response.writeHead(206, {
      ...headers,
      'content-range': `bytes ${from}-${bytes.length - 1}/${bytes.length}`,
    });
  } else response.writeHead(200, headers);
  const { breakAfter, stallAfter } = served;
  if (breakAfter !== undefined && breakAfter < rest.length) {
    delete served.breakAfter;
    response.write(rest.subarray(0, breakAfter), () => response.destroy());
  } else if (stallAfter !== undefined && stallAfter < rest.length)
    response.write(rest.subarray(0, stallAfter));
  else response.end(rest);
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
