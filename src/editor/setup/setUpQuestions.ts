import * as vscode from 'vscode';
import { parseAddress, type AddressProblem, type EndpointAddress } from '../../core/endpoint/address';
import { describeError, summarizeError } from '../../core/endpoint/describe';
import type { Endpoint } from '../../core/endpoint/endpoint';
import { isKey, type KeyFor } from '../../core/endpoint/endpointFetch';
import type { ModelUse } from '../../core/models/choice';
import { EndpointError } from '../../core/endpoint/errors';
import type { Check, Reply, SetUpQuestions } from '../../core/setup/flow';
import { modelChoices } from '../../core/setup/modelChoice';
import { routes, routeWords } from '../../core/setup/routes';
import { t } from '../../core/text';
import type { Keys } from '../secrets';
import { busy } from './busy';
import type { EndpointFinder } from './endpointFinder';
import { input, pick } from './quickInput';

export interface QuestionParts {
  readonly finder: EndpointFinder;
  readonly keys: Keys;
  /** Opens the door to a server, with a key of its own or the one that is kept. */
  readonly connect: (address: EndpointAddress, keyFor?: KeyFor) => Endpoint;
}

/** The questions of the guided set-up, asked with VS Code's lists and fields. */
export function setUpQuestions({ finder, keys, connect }: QuestionParts): SetUpQuestions {
  const title = t('Set up endpoint');
  return {
    route: () =>
      pick({
        title,
        placeholder: t('Where is the model?'),
        canGoBack: false,
        items: routes.map((route) => {
          const { label, detail } = routeWords(route);
          return { label, detail, value: route };
        }),
      }),

    found: () => chooseFound(title, finder),

    address: (route, entered, problem) =>
      input({
        title,
        prompt: routeWords(route).address,
        placeholder: route.example ?? route.proposed ?? '',
        value: entered ?? route.proposed ?? '',
        problem,
        validate: (text) => {
          const address = parseAddress(text);
          return typeof address === 'string' ? addressProblem(address) : undefined;
        },
      }),

    key: (route, { host, origin }, problem) =>
      input({
        title: t('API key for {0}', host),
        prompt:
          routeWords(route).key ??
          t('Kept in VS Code’s secret storage and sent only to {0}. Empty: go on without one.', origin),
        password: true,
        problem,
        validate: (text) =>
          text.trim() === '' || isKey(text.trim())
            ? undefined
            : t('There is a character in it that no key has.'),
      }),

    failed: async (problem) => {
      const again = t('Try again');
      const back = t('Back');
      const chosen = await vscode.window.showWarningMessage(problem, again, back);
      if (chosen === again) return { value: true };
      return chosen === back ? 'back' : undefined;
    },

    model: (use, { host }, models) => chooseModel(use, host, models),

    hasKey: async (origin) => (await keys.get(origin)) !== undefined,

    check: (address, key) =>
      check(connect(address, key === undefined ? keys.get : () => Promise.resolve(key))),
  };
}

async function chooseFound(title: string, finder: EndpointFinder): Promise<Reply<EndpointAddress>> {
  for (;;) {
    const found = await busy(t('Looking for model servers on this computer…'), (signal) =>
      finder.find(signal),
    );
    if (found === undefined) return 'back';
    const reply = await pick<EndpointAddress | 'again'>({
      title,
      placeholder:
        found.length === 0 ? t('No model server answers on this computer.') : t('Found on this computer'),
      canGoBack: true,
      items: [
        ...found.map(({ address, name }) => ({
          label: address.host,
          description: name,
          detail: address.model,
          value: address,
        })),
        { label: t('$(refresh) Look again'), value: 'again' as const, alwaysShow: true },
      ],
    });
    if (reply === undefined || reply === 'back') return reply;
    if (reply.value !== 'again') return { value: reply.value };
  }
}

function addressProblem(problem: AddressProblem): string {
  switch (problem) {
    case 'notAUrl':
      return t('This is not a web address.');
    case 'notHttp':
      return t('The address must begin with http:// or https://.');
    case 'hasCredentials':
      return t('Leave user name and password out; Aliada asks for the key next.');
  }
}

async function chooseModel(
  use: ModelUse,
  host: string,
  models: readonly string[],
): Promise<Reply<string | null>> {
  const none = use === 'chat' ? t('$(dash) Not for the chat') : t('$(dash) Leave completion as it is');
  const choices = modelChoices(models, use);
  const byHand = Symbol('by hand');
  const reply = await pick<string | null | typeof byHand>({
    title: use === 'chat' ? t('Model for the chat') : t('Model for completion'),
    placeholder:
      choices.length === 0 ? t('{0} lists no model that fits', host) : t('Model to ask at {0}', host),
    canGoBack: true,
    items: [
      ...choices.map(({ name, detail }) => ({ label: name, detail, value: name })),
      { label: t('$(edit) Enter the name of a model…'), value: byHand, alwaysShow: true },
      { label: none, value: null, alwaysShow: true },
    ],
  });
  if (reply === undefined || reply === 'back') return reply;
  if (typeof reply.value !== 'symbol') return { value: reply.value };
  const name = await input({
    title: use === 'chat' ? t('Model for the chat') : t('Model for completion'),
    prompt: t('Name of the model as {0} knows it', host),
    placeholder: 'BSC-LT/salamandra-7b-instruct',
    validate: (text) => (text.trim() === '' ? t('A name is needed.') : undefined),
  });
  return name === 'back' ? chooseModel(use, host, models) : name;
}

async function check(endpoint: Endpoint): Promise<Check | undefined> {
  try {
    return await busy(t('Asking {0} for its models…', endpoint.host), async (signal) => ({
      models: await endpoint.models(signal),
    }));
  } catch (error) {
    if (!(error instanceof EndpointError)) throw error;
    if (error.reason === 'aborted') return undefined;
    // The server's own words are for the person who sets it up; a refused key needs none.
    const problem = error.reason === 'auth' ? summarizeError(error) : describeError(error).message;
    return { reason: error.reason, problem };
  }
}
