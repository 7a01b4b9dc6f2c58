// What is asked and answered is in Basque. cspell:disable
import * as vscode from 'vscode';
import assert from 'node:assert/strict';
import { extension, resetSettings, speak, useEndpoint } from '../support/extension';
import { answer, endlessAnswer, json } from '../support/replies';
import { MODEL, startScriptedServer, type ScriptedServer } from '../support/scriptedServer';
import { callWord, callsTool, toolCallStream, toolInput, toolName } from '../support/standIns/tools';

type Part =
  | { readonly text: string }
  | { readonly json: unknown }
  | { readonly bytes: string; readonly mimeType: string }
  | { readonly image: Uint8Array }
  | { readonly call: { readonly id: string; readonly name: string; readonly input: object } }
  | { readonly result: { readonly id: string; readonly text: string } };

interface Said {
  readonly role: 'user' | 'assistant';
  readonly parts: string | readonly Part[];
}

type Given = string | Extract<Part, { readonly call: unknown }>;

/** What `extensions/aliada-test.neighbour-1.0.0` gives to whoever activates it. */
interface Neighbour {
  models(): Promise<readonly { readonly name: string; readonly maxInputTokens: number }[]>;
  count(name: string, said: string | Said): Promise<number>;
  send(
    name: string,
    messages: readonly Said[],
    options: object,
    onPart: (part: Given) => void,
    token?: vscode.CancellationToken,
  ): Promise<void>;
}

describe('another extension, through vscode.lm', () => {
  let server: ScriptedServer;
  let neighbour: Neighbour;

  before(async () => {
    await extension().activate();
    server = await startScriptedServer();
    await useEndpoint(server);
    const found = vscode.extensions.getExtension<Neighbour>('aliada-test.neighbour');
    assert.ok(found, 'the other extension is not there');
    neighbour = await found.activate();
  });
  beforeEach(() => server.forget());
  after(async () => {
    await resetSettings();
    await server.stop();
  });

  async function ask(messages: readonly Said[], options: object = {}): Promise<readonly Given[]> {
    const parts: Given[] = [];
    await neighbour.send(MODEL, messages, options, (part) => parts.push(part));
    return parts;
  }

  const textOf = (parts: readonly Given[]): string =>
    parts.map((part) => (typeof part === 'string' ? part : '')).join('');
  const user = (parts: Said['parts']): Said => ({ role: 'user', parts });
  const told = () => server.asked.at(-1)?.body.messages ?? [];

  it('finds the models under their own names, with the room that they have', async () => {
    const models = await neighbour.models();
    assert.deepEqual(
      models.map(({ name }) => name),
      [MODEL, 'Aliada'],
    );
    for (const { maxInputTokens } of models) assert.ok(maxInputTokens > 0);
  });

  it('gets its answer, and nothing of ours is added to its words', async () => {
    server.script(answer('Egun on, mundua', { chunkSize: 4 }));
    const parts = await ask([
      user('Kaixo'),
      { role: 'assistant', parts: 'Bai?' },
      user([{ text: 'Nor ' }, { text: 'zara?' }]),
    ]);
    assert.equal(textOf(parts), 'Egun on, mundua');
    assert.deepEqual(told(), [
      { role: 'user', content: 'Kaixo' },
      { role: 'assistant', content: 'Bai?' },
      { role: 'user', content: 'Nor zara?' },
    ]);
  });

  it('may say text in every kind of part', async () => {
    server.script(answer('Bai.'));
    await ask([
      user([
        { text: 'Zer da hau? ' },
        { json: { prezioa: 3 } },
        { bytes: ' eta hau', mimeType: 'text/markdown' },
        { bytes: '<a/>', mimeType: 'application/xml' },
      ]),
    ]);
    assert.match(told()[0]?.content ?? '', /^Zer da hau\? \{\s*"prezioa":\s*3\s*\} eta hau<a\/>$/);
  });

  it('is told plainly that no model sees images, and nothing is sent', async () => {
    const file = vscode.Uri.joinPath(extension().extensionUri, 'media', 'icon.png');
    const image = await vscode.workspace.fs.readFile(file);
    await speak('eu');
    try {
      await assert.rejects(ask([user([{ text: 'Zer da?' }, { image }])]), (error: Error) =>
        error.message.includes('ezin dute irudirik ikusi'),
      );
      assert.deepEqual(server.asked, []);
    } finally {
      await speak(undefined);
    }
  });

  it('counts tokens as the server does', async () => {
    server.script(answer('Bai.'));
    server.route('POST /tokenize', json({ count: 77, max_model_len: 8_192, tokens: [] }));
    await ask([user('Kaixo')]);
    assert.equal(await neighbour.count(MODEL, 'hitz batzuk'), 77);
    assert.equal(await neighbour.count(MODEL, user('hitz batzuk')), 77);
  });

  it('hears the answer while it is written, and closes the connection by cancelling', async () => {
    server.script(endlessAnswer('hitz '));
    const source = new vscode.CancellationTokenSource();
    let heard: (part: Given) => void = () => undefined;
    const first = new Promise<Given>((resolve) => (heard = resolve));
    const sending = neighbour.send(MODEL, [user('Kaixo')], {}, heard, source.token);
    const ended = sending.then(
      () => 'whole',
      () => 'cancelled',
    );
    const request = await server.waitForRequest();
    // This answer has no end: whatever comes, comes before it.
    assert.match(textOf([await first]), /hitz/);
    source.cancel();
    assert.equal(await request.closed, 'closedByClient');
    assert.equal(await ended, 'cancelled');
  });

  describe('with tools of its own', () => {
    const tools = [
      { name: toolName, description: 'Reads a file', inputSchema: { type: 'object', properties: {} } },
    ];

    it('has them called where the server can, and gives back what they found', async () => {
      server.script((request) =>
        (callsTool(request) ? toolCallStream() : answer('Bat gehitzen du.'))(request),
      );
      const [part] = await ask([user(callWord)], { tools });
      assert.ok(part !== undefined && typeof part !== 'string', 'the model called nothing');
      const { call } = part;
      assert.deepEqual([call.name, call.input], [toolName, toolInput]);
      assert.ok(server.asked.at(-1)?.body.tools !== undefined);
      const said = await ask(
        [
          user(callWord),
          { role: 'assistant', parts: [{ call }] },
          user([{ result: { id: call.id, text: 'def suma(a, b)' } }]),
        ],
        { tools },
      );
      assert.equal(textOf(said), 'Bat gehitzen du.');
      assert.deepEqual(
        told().map(({ role, content }) => [role, content]),
        [
          ['user', callWord],
          ['assistant', ''],
          ['tool', 'def suma(a, b)'],
        ],
      );
    });

    it('is answered without them where the server cannot, and told so where one must be called', async () => {
      const refusal = json({ error: { message: 'tools param requires --jinja flag', code: 500 } }, 500);
      server.script((request) => (request.body.tools === undefined ? answer('Bai.') : refusal)(request));
      assert.deepEqual(await ask([user('Kaixo')], { tools }), ['Bai.']);
      server.forget();
      server.script((request) => (request.body.tools === undefined ? answer('Bai.') : refusal)(request));
      assert.deepEqual(await ask([user('Kaixo')], { tools }), ['Bai.']);
      assert.deepEqual(
        server.asked.map(({ body }) => body.tools),
        [undefined],
        'asked for tools a second time',
      );
      const toolMode = vscode.LanguageModelChatToolMode.Required;
      await assert.rejects(ask([user('Kaixo')], { tools, toolMode }), /cannot call tools/);
    });
  });
});
