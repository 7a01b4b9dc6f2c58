import assert from 'node:assert/strict';
import { parseAddress, type EndpointAddress } from '../../../src/core/endpoint/address';
import { setUp, type Check, type Reply, type SetUpQuestions } from '../../../src/core/setup/flow';
import { modelChoices } from '../../../src/core/setup/modelChoice';
import { routes, routeWords, type RouteId } from '../../../src/core/setup/routes';

const route = (id: RouteId): Reply<(typeof routes)[number]> => ({
  value: routes.find((one) => one.id === id)!,
});
const at = (url: string): EndpointAddress => parseAddress(url) as EndpointAddress;
const models = ['salamandra-2b', 'salamandra-7b-instruct'];

type Script = { [step in keyof SetUpQuestions]?: readonly unknown[] };

/** Answers each question with the next of its script, and notes what was asked. */
function scripted(script: Script): { questions: SetUpQuestions; asked: string[]; told: unknown[] } {
  const asked: string[] = [];
  const told: unknown[] = [];
  const left = Object.fromEntries(Object.entries(script).map(([name, replies]) => [name, [...replies]]));
  const questions = new Proxy({} as SetUpQuestions, {
    get:
      (_, name: string) =>
      (...args: unknown[]) => {
        asked.push(name === 'model' ? String(args[0]) : name);
        told.push(args);
        if (name === 'hasKey' && left[name] === undefined) return Promise.resolve(false);
        assert.ok(left[name]?.length, `nothing scripted for ${name}; asked so far: ${asked.join(' ')}`);
        return Promise.resolve(left[name].shift());
      },
  });
  return { questions, asked, told };
}

const refused: Check = { reason: 'auth', problem: 'refused' };
const unreachable: Check = { reason: 'network', problem: 'unreachable' };

describe('the guided set-up', () => {
  it('of a server by address: address, look, a model for each use', async () => {
    const { questions, asked } = scripted({
      route: [route('vllm')],
      address: [{ value: 'alia.example:8000' }],
      check: [{ models }],
      model: [{ value: models[1] }, { value: models[0] }],
    });
    assert.deepEqual(await setUp(questions), {
      address: at('https://alia.example:8000'),
      key: undefined,
      chat: models[1],
      completion: models[0],
    });
    assert.deepEqual(asked, ['route', 'address', 'check', 'chat', 'completion']);
  });

  it('of one found on this computer', async () => {
    const { questions, asked } = scripted({
      route: [route('found')],
      found: [{ value: at('http://127.0.0.1:8080') }],
      check: [{ models }],
      model: [{ value: models[1] }, { value: models[1] }],
    });
    assert.equal((await setUp(questions))?.address.host, '127.0.0.1:8080');
    assert.deepEqual(asked, ['route', 'found', 'check', 'chat', 'completion']);
  });

  for (const id of ['huggingFace', 'publicAi'] as const) {
    it(`of ${id}: the key first, and nothing about completion`, async () => {
      const { questions, asked } = scripted({
        route: [route(id)],
        key: [{ value: 'k' }],
        check: [{ models }],
        model: [{ value: models[1] }],
      });
      const result = await setUp(questions);
      assert.equal(result?.key, 'k');
      assert.equal(result.completion, null);
      assert.deepEqual(asked, ['route', 'hasKey', 'key', 'check', 'chat']);
    });
  }

  it('does not ask for a key that is kept', async () => {
    const { questions, asked } = scripted({
      ...{ route: [route('publicAi')], hasKey: [true], check: [{ models }], model: [{ value: models[1] }] },
    });
    assert.equal((await setUp(questions))?.key, undefined);
    assert.ok(!asked.includes('key'));
  });

  it('asks for the key where the server wants one, and again where it refuses it', async () => {
    const { questions, asked, told } = scripted({
      ...{ route: [route('byHand')], address: [{ value: 'https://a.example' }] },
      ...{ check: [refused, refused, { models }], key: [{ value: 'wrong' }, { value: 'right' }] },
      model: [{ value: models[1] }, { value: null }],
    });
    assert.equal((await setUp(questions))?.key, 'right');
    assert.deepEqual(asked.filter((step) => step !== 'hasKey').slice(2, 7), [
      'check',
      'key',
      'check',
      'key',
      'check',
    ]);
    const problems = told.filter((_, index) => asked[index] === 'key').map((args) => (args as unknown[])[2]);
    assert.deepEqual(problems, [undefined, 'refused']);
  });

  it('goes back to the address, as entered, with what is wrong with it', async () => {
    const { questions, told } = scripted({
      ...{ route: [route('byHand')], address: [{ value: 'https://typo' }, { value: 'https://right' }] },
      ...{ check: [unreachable, { models }], model: [{ value: models[1] }, { value: null }] },
    });
    assert.equal((await setUp(questions))?.address.host, 'right');
    const [, entered, problem] = told[3] as unknown[];
    assert.deepEqual([entered, problem], ['https://typo', 'unreachable']);
  });

  it('offers to try again where the address is not the person’s to change', async () => {
    const { questions, asked } = scripted({
      ...{ route: [route('huggingFace')], hasKey: [true], check: [unreachable, { models }] },
      ...{ failed: [{ value: true }], model: [{ value: models[1] }] },
    });
    assert.ok(await setUp(questions));
    assert.deepEqual(asked, ['route', 'hasKey', 'check', 'failed', 'check', 'chat']);
  });

  it('asks for the name of a model where the server lists none', async () => {
    const { questions, told } = scripted({
      ...{ route: [route('byHand')], address: [{ value: 'https://a' }] },
      ...{ check: [{ reason: 'notFound', problem: '' }], model: [{ value: 'mine' }, { value: 'mine' }] },
    });
    assert.equal((await setUp(questions))?.chat, 'mine');
    assert.deepEqual((told[3] as unknown[])[2], []);
  });

  it('goes back a step at a time, to the very first question', async () => {
    const { questions, asked } = scripted({
      route: [route('vllm'), route('byHand')],
      address: ['back', { value: 'https://a' }, { value: 'https://b' }],
      check: [{ models }, { models }],
      model: [{ value: models[1] }, 'back', 'back', { value: models[1] }, { value: null }],
    });
    assert.equal((await setUp(questions))?.address.host, 'b');
    assert.deepEqual(
      asked,
      'route address route address check chat completion chat address check chat completion'.split(' '),
    );
  });

  it('stopping the look leads back to the last question', async () => {
    const { questions, asked } = scripted({
      ...{ route: [route('byHand')], address: [{ value: 'https://a' }, undefined], check: [undefined] },
    });
    assert.equal(await setUp(questions), undefined);
    assert.deepEqual(asked, ['route', 'address', 'check', 'address']);
  });

  it('ends with nothing when the person leaves, at any step', async () => {
    const whole: Script = {
      ...{ route: [route('byHand')], address: [{ value: 'https://a' }], check: [refused, { models }] },
      ...{ key: [{ value: 'k' }], model: [{ value: models[1] }, { value: null }] },
    };
    for (const step of ['route', 'address', 'key', 'model'] as const) {
      assert.equal(await setUp(scripted({ ...whole, [step]: [undefined] }).questions), undefined, step);
    }
    assert.equal(
      await setUp(scripted({ ...whole, model: [{ value: models[1] }, undefined] }).questions),
      undefined,
    );
  });

  it('changes nothing where nothing was wanted', async () => {
    const { questions } = scripted({
      ...{ route: [route('byHand')], address: [{ value: 'https://a' }], check: [{ models }] },
      model: [{ value: null }, { value: null }],
    });
    assert.equal(await setUp(questions), undefined);
  });
});

describe('what the set-up offers', () => {
  it('every route says what it is, and its addresses can be read', () => {
    for (const one of routes) {
      const { label, detail, address } = routeWords(one);
      for (const words of [label, detail, address]) assert.ok(words.length > 3, one.id);
      for (const url of [one.base, one.proposed, one.example]) {
        if (url !== undefined) assert.equal(typeof parseAddress(url), 'object', url);
      }
    }
  });

  it('an instruct model first for the chat, a base model first for completion, never an encoder', () => {
    const served = ['mRoBERTa', 'qwen', 'salamandra-2b', 'ALIA-40b-instruct', 'salamandraTA-7b-instruct'];
    const names = (use: 'chat' | 'completion'): readonly string[] =>
      modelChoices(served, use).map(({ name }) => name);
    assert.deepEqual(names('chat'), ['ALIA-40b-instruct', 'qwen', 'salamandra-2b']);
    assert.deepEqual(names('completion'), ['salamandra-2b', 'qwen', 'ALIA-40b-instruct']);
    for (const { detail } of modelChoices(served, 'chat')) assert.ok(detail.length > 10);
  });
});
