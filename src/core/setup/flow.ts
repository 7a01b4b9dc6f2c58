import { parseAddress, type EndpointAddress } from '../endpoint/address';
import type { ModelUse } from '../models/choice';
import type { EndpointFailure } from '../endpoint/errors';
import type { Route } from './routes';

/** What a person answered: something, a step back, or (`undefined`) that they have had enough. */
export type Reply<T> = { readonly value: T } | 'back' | undefined;

/** What a look at the server brought. */
export type Check =
  { readonly models: readonly string[] } | { readonly reason: EndpointFailure; readonly problem: string };

/** Everything that the set-up asks of the person and of the server. */
export interface SetUpQuestions {
  route(): Promise<Reply<Route>>;
  /** Which of the servers on this computer. */
  found(): Promise<Reply<EndpointAddress>>;
  /** @param entered what the person entered before. @param problem why that did not lead to a server. */
  address(route: Route, entered: string | undefined, problem: string | undefined): Promise<Reply<string>>;
  /** @param problem why the server is not content with the key that it got. */
  key(route: Route, address: EndpointAddress, problem: string | undefined): Promise<Reply<string>>;
  /** The server cannot be asked now; a value means: try again. */
  failed(problem: string): Promise<Reply<true>>;
  /** @returns `null` where none is wanted for this use. @param models empty where the server lists none. */
  model(use: ModelUse, address: EndpointAddress, models: readonly string[]): Promise<Reply<string | null>>;
  hasKey(origin: string): Promise<boolean>;
  /** Lists the server's models, with `key` or else the one that is kept. @returns `undefined` where stopped. */
  check(address: EndpointAddress, key: string | undefined): Promise<Check | undefined>;
}

/** What was chosen. Nothing of it is kept yet. */
export interface SetUpResult {
  readonly address: EndpointAddress;
  /** A key that was entered and accepted. */
  readonly key: string | undefined;
  readonly chat: string | null;
  readonly completion: string | null;
}

interface State {
  readonly route?: Route;
  readonly entered?: string;
  readonly address?: EndpointAddress;
  readonly wantsKey?: boolean;
  readonly key?: string;
  readonly models?: readonly string[];
  readonly problem?: string | undefined;
  readonly failed?: boolean;
  readonly chat?: string | null;
  readonly completion?: string | null;
}

type Question = 'route' | 'found' | 'address' | 'key' | 'failed' | 'chat' | 'completion';

/**
 * The guided set-up as a list of steps: the server, its key where it wants one, a look at it, a model for
 * the chat and one for completion. Going back takes the last answer away.
 * @returns `undefined` where the person left it; nothing has changed then.
 */
export async function setUp(questions: SetUpQuestions): Promise<SetUpResult | undefined> {
  const past: State[] = [];
  let state: State = {};
  for (;;) {
    const step = nextStep(state);
    if (step === 'done') return result(state);
    if (step === 'check') {
      state = await checked(state, past, questions);
      continue;
    }
    const reply = await asked(step, state, questions);
    if (reply === undefined) return undefined;
    if (reply !== 'back') past.push(state);
    state = reply === 'back' ? (past.pop() ?? {}) : reply.value;
  }
}

function nextStep(state: State): Question | 'check' | 'done' {
  if (state.route === undefined) return 'route';
  if (state.address === undefined) return state.route.id === 'found' ? 'found' : 'address';
  if (state.wantsKey === true && state.key === undefined) return 'key';
  if (state.failed === true) return 'failed';
  if (state.models === undefined) return 'check';
  if (state.chat === undefined) return 'chat';
  return state.completion === undefined ? 'completion' : 'done';
}

async function asked(step: Question, state: State, questions: SetUpQuestions): Promise<Reply<State>> {
  if (step === 'route') return then(await questions.route(), (route) => chosenRoute(route, questions));
  const { route, entered, problem, address, models = [] } = state as State & { readonly route: Route };
  if (step === 'address') {
    return then(await questions.address(route, entered, problem), (text) => {
      const read = parseAddress(text);
      return typeof read === 'string' ? state : { route, entered: text, address: read };
    });
  }
  if (step === 'found') return then(await questions.found(), (read) => ({ ...state, address: read }));
  if (address === undefined) return 'back';
  switch (step) {
    case 'key':
      return then(await questions.key(route, address, problem), (key) => ({ ...state, key }));
    case 'failed':
      return then(await questions.failed(problem ?? ''), () => ({ ...state, failed: false }));
    case 'chat':
      return then(await questions.model('chat', address, models), (chat) =>
        route.chatOnly === true ? { ...state, chat, completion: null } : { ...state, chat },
      );
    case 'completion':
      return then(await questions.model('completion', address, models), (completion) => ({
        ...state,
        completion,
      }));
  }
}

async function chosenRoute(route: Route, questions: SetUpQuestions): Promise<State> {
  const address = route.base === undefined ? undefined : parseAddress(route.base);
  if (address === undefined || typeof address === 'string') return { route };
  const wantsKey = route.needsKey === true && !(await questions.hasKey(address.origin));
  return { route, address, wantsKey };
}

/** The state after a look at the server. */
async function checked(state: State, past: State[], questions: SetUpQuestions): Promise<State> {
  const { route, address, key, entered } = state;
  if (route === undefined || address === undefined) return {};
  const found = await questions.check(address, key === '' ? undefined : key);
  if (found === undefined) return past.pop() ?? {};
  if ('models' in found) return { ...state, models: found.models };
  const { reason, problem } = found;
  if (reason === 'auth') {
    const { key: refused = '', ...rest } = state;
    // Who was never asked for a key has done nothing wrong.
    const had = refused !== '' || (await questions.hasKey(address.origin));
    return { ...rest, wantsKey: true, problem: had ? problem : undefined };
  }
  // Some gateways list no models: there the name is asked for.
  if (reason === 'notFound' || reason === 'badResponse') return { ...state, models: [] };
  if (entered === undefined) return { ...state, failed: true, problem };
  // The field for the address comes back, with what was entered and what is wrong with it.
  while (past.at(-1)?.address !== undefined) past.pop();
  past.pop();
  return { route, entered, problem };
}

async function then<T>(reply: Reply<T>, next: (value: T) => State | Promise<State>): Promise<Reply<State>> {
  return reply === undefined || reply === 'back' ? reply : { value: await next(reply.value) };
}

function result({ address, key, chat = null, completion = null }: State): SetUpResult | undefined {
  if (address === undefined || (chat === null && completion === null)) return undefined;
  return { address, key: key === '' ? undefined : key, chat, completion };
}
