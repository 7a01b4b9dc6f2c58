import type { EndpointAddress } from './address';
import { EndpointError } from './errors';
import { asObject, objectsOf, type JsonObject } from './json';
import type { Fetch } from './transport';

/** What a server answered to a few cheap questions. What it did not answer is missing. */
export interface Evidence {
  /** Host without the port. */
  readonly host: string;
  /** The entries of `GET /v1/models`. */
  readonly models: readonly JsonObject[];
  /** Of vLLM: `/version`. */
  readonly version: JsonObject | undefined;
  /** Of llama-server: `/props`. */
  readonly props: JsonObject | undefined;
  /** Of Ollama: `/api/version`. */
  readonly ollama: JsonObject | undefined;
  /** Of TGI: `/info`. */
  readonly info: JsonObject | undefined;
  /** Of SGLang: `/get_model_info`. */
  readonly modelInfo: JsonObject | undefined;
  /** Of LM Studio: the entries of `/api/v0/models`. */
  readonly lmStudio: readonly JsonObject[];
  /** Why there is no list of models. */
  readonly failure: EndpointError | undefined;
}

/** The address without `/v1`: where a server's own routes are. */
export function rootOf({ base }: Pick<EndpointAddress, 'base'>): string {
  return base.replace(/\/v1$/, '');
}

/**
 * Asks all questions at once, or only for the models. An answer that does not come before the signal is
 * aborted is missing.
 */
export async function gather(
  address: EndpointAddress,
  onlyModels: boolean,
  fetch: Fetch,
  signal: AbortSignal,
): Promise<Evidence> {
  const root = rootOf(address);
  let failure: EndpointError | undefined;
  // A signal for each: of the many that would listen to one, Node takes more than ten for a leak.
  const ask = (url: string): Promise<unknown> => askJson(url, fetch, AbortSignal.any([signal]));
  const optional = async (path: string): Promise<unknown> =>
    onlyModels ? undefined : ask(root + path).catch(() => undefined);
  const [list, version, props, ollama, info, modelInfo, lmStudio] = await Promise.all([
    ask(`${address.base}/models`).catch((error: unknown) => {
      failure = error as EndpointError;
      return undefined;
    }),
    optional('/version'),
    optional('/props'),
    optional('/api/version'),
    optional('/info'),
    optional('/get_model_info'),
    optional('/api/v0/models'),
  ]);
  // Some gateways answer with the bare list.
  const models = objectsOf(Array.isArray(list) ? list : asObject(list)?.data);
  const isList = Array.isArray(list) || Array.isArray(asObject(list)?.data);
  return {
    host: new URL(address.origin).hostname,
    models: models.filter(({ id }) => typeof id === 'string' && id !== ''),
    version: asObject(version),
    props: asObject(props),
    ollama: asObject(ollama),
    info: asObject(info),
    modelInfo: asObject(modelInfo),
    lmStudio: objectsOf(asObject(lmStudio)?.data),
    failure: failure ?? (isList ? undefined : new EndpointError('badResponse', { host: address.host })),
  };
}

/**
 * One question, on a connection of its own that is closed after it: llama-server keeps a thread for each
 * idle one.
 * @throws EndpointError
 */
export async function askJson(
  url: string,
  fetch: Fetch,
  signal: AbortSignal,
  body?: object,
): Promise<unknown> {
  const { host } = new URL(url);
  try {
    const response = await fetch(url, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        accept: 'application/json',
        connection: 'close',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal,
    });
    return await response.json();
  } catch (error) {
    if (error instanceof EndpointError) throw error;
    throw new EndpointError('badResponse', { host });
  }
}
