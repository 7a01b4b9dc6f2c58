import assert from 'node:assert/strict';
import { CompletionEngine } from '../../../src/core/completion/engine';
import type { CompletionRequest } from '../../../src/core/completion/request';
import { never, openEndpoint, sayingEndpoint } from '../../support/endpoint';
import { settled } from '../../support/handFedEndpoint';
import { answer, endlessAnswer } from '../../support/replies';
import { startScriptedServer, type ScriptedServer } from '../../support/scriptedServer';
import { at as placed } from '../../support/typing';

/** A person's own request at the place marked by `|`. */
function at(text: string, changes: Partial<CompletionRequest> = {}): CompletionRequest {
  return placed(text, { trigger: 'invoke', ...changes });
}

async function suggestion(text: string, ...generated: readonly string[]): Promise<string | undefined> {
  return (await new CompletionEngine().suggest(at(text), sayingEndpoint(...generated), never))?.text;
}

describe('a suggestion', () => {
  it('is not asked for where the cursor stands in a secret, or at the end of one that is being typed', async () => {
    const server = await startScriptedServer();
    server.script(answer('x'));
    const ask = (text: string): Promise<unknown> =>
      new CompletionEngine().suggest(at(text), openEndpoint(server.url), never);
    for (const text of [
      'token = "ghp_a1B2c3D4e5F6g7H8|i9J0k1L2m3N4o5P6q7R8"\n',
      'token = "ghp_a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8|"\n',
      'db = "postgres://ana:gf7Hs9|dKq2@db.example/x"\n',
      'PASSWORD=gf7Hs9dKq2!x|\n',
      'old = "ghp_z9Y8x7W6v5U4t3S2r1Q0p9O8n7M6l5K4j3I2"\npassword = "gf7Hs9dKq|2!x"\n',
      `-----BEGIN PRIVATE KEY-----\n${'aB3d'.repeat(16)}\n${'eF5|h'.repeat(1)}${'eF5h'.repeat(15)}\n-----END PRIVATE KEY-----\n`,
    ])
      assert.equal(await ask(text), undefined, text);
    assert.deepEqual(server.requests, []);
    for (const text of [
      'old = "ghp_z9Y8x7W6v5U4t3S2r1Q0p9O8n7M6l5K4j3I2"\nname = |\n',
      `-----BEGIN PRIVATE KEY-----\n${'aB3d'.repeat(16)}\n${'eF5h'.repeat(16)}\n-----END PRIVATE KEY-----\nname = |`,
      'password = |os.environ["PW"]\n',
      'a = "postgres://ana:gf7Hs9dKq2@db.example/|x"\n',
    ])
      await ask(text);
    assert.equal(server.asked.length, 4);
    await server.stop();
  });

  it('is what the model continues with', async () => {
    assert.equal(await suggestion('def suma(a, b):\n    |', 'return ', 'a + b\n'), 'return a + b');
  });

  it('stops before the line that already stands below', async () => {
    const text = 'for x in y:\n    |\n    print(total)\n';
    assert.equal(
      await suggestion(text, 'total += x\n', '    print(total)\n', 'print("more")\n'),
      'total += x',
    );
  });

  it('does not take the beginning of a line for the line below', async () => {
    const text = 'if (a) {\n  |\n}\n';
    assert.equal(await suggestion(text, 'b();\n} else {\n  c();\n', '}\n'), 'b();\n} else {\n  c();');
  });

  it('ends with the line where text stands behind the cursor', async () => {
    assert.equal(await suggestion('total = suma(|) + 1\n', '2, 3\n', 'print(total)\n'), '2, 3');
  });

  it('does not repeat what stands behind the cursor', async () => {
    assert.equal(await suggestion('total = suma(|)\n', '2, 3)\n'), '2, 3');
    // Where nothing comes after it, the end of the stream is the proof.
    assert.equal(await suggestion('total = suma(|)', '2, 3)'), '2, 3');
    assert.equal(await suggestion('s = "|"\n', 'hola"\n'), 'hola');
    assert.equal(await suggestion('f(|);\n', 'x);\n'), 'x');
    // What the editor has closed by itself is replaced where the line goes on after it.
    assert.equal(await suggestion('def add(|)\n', 'a, b):\n'), 'a, b):');
    assert.equal(await suggestion('console.log(|);\n', 'a, b); // both\n'), 'a, b');
    assert.equal(await suggestion('x = "|"\n', 'hello" + name\n'), 'hello" + name');
    assert.equal(await suggestion('x = |;\n', '5; // five\n'), '5');
    assert.equal(await suggestion('total = | + resta\n', 'suma + resta\n'), 'suma');
  });

  it('keeps what it opens and closes itself', async () => {
    assert.equal(await suggestion('print(|)\n', 'len(x)\n'), 'len(x)');
    assert.equal(await suggestion('a = [|]\n', '[1], [2]\n'), '[1], [2]');
    assert.equal(await suggestion('f(|)\n', 'g(h(1)), "a)"\n'), 'g(h(1)), "a)"');
    assert.equal(await suggestion("s = '|'\n", 'a (b\n'), 'a (b');
  });

  it('knows the line below by its indentation', async () => {
    assert.equal(
      await suggestion('function f() {\n  if (x) {|\n}\n', '\n    g();\n  }\n  return 1;\n}\n'),
      '\n    g();\n  }\n  return 1;',
    );
    assert.equal(
      await suggestion('def f(x):\n    |\n    return x\n', 'if x:\n        return x\n    return x\n'),
      'if x:\n        return x',
    );
    assert.equal(await suggestion('|\nb = 1\n', 'b = 1\nc = 2\n'), undefined);
  });

  it('is nothing where only white space, or only what stands there, was generated', async () => {
    assert.equal(await suggestion('x = |\n', '  \n\n'), undefined);
    assert.equal(await suggestion('f(|)\n', ')\n'), undefined);
    assert.equal(await suggestion('a\n|\nb = 1\n', 'b = 1\n'), undefined);
    assert.equal(await suggestion('x = |'), undefined);
  });

  it('loses the stray space that the tokenizer adds, but no indentation', async () => {
    assert.equal(await suggestion('x = |\n', ' 5\n'), '5');
    assert.equal(await suggestion('def f():\n|', '    return 1\n'), '    return 1');
  });

  it('has unix line ends whatever the model writes', async () => {
    assert.equal(await suggestion('def f():\n    |', 'a = 1\r', '\n    return a\r\n'), 'a = 1\n    return a');
  });

  it('never grows without end', async () => {
    const lines = Array.from({ length: 200 }, (_, index) => `linea_${index}()\n    `);
    const block = (await suggestion('def f():\n    |', ...lines)) ?? '';
    assert.equal(block.split('\n').length, 24);
    const [line] = lines;
    assert.equal(await suggestion('x = 1\n|', ...lines), line?.trim());
  });
});

describe('asking for a suggestion', () => {
  let server: ScriptedServer;

  beforeEach(async () => {
    server = await startScriptedServer();
  });
  afterEach(() => server.stop());

  it('sends the text before the cursor and no fill-in-the-middle token', async () => {
    server.script(answer('x'));
    await new CompletionEngine().suggest(at('abans|després\n'), openEndpoint(server.url), never);
    const body = server.asked[0]?.body;
    assert.equal(body?.prompt, 'abans');
    assert.doesNotMatch(JSON.stringify(body), /fim|<PRE>|<MID>|després/i);
  });

  it('sends no more than the budget of a long file, from the start of a line', async () => {
    server.script(answer('x'));
    const lines = Array.from({ length: 5_000 }, (_, index) => `valor_${index} = ${index}\n`).join('');
    await new CompletionEngine().suggest(at(`${lines}|`), openEndpoint(server.url), never);
    const prompt = server.asked[0]?.body.prompt ?? '';
    assert.ok(prompt.length <= 4_608 && prompt.length > 3_000, String(prompt.length));
    assert.match(prompt, /^valor_\d+ = /);
  });

  it('begins the prompt alike from one keystroke to the next', async () => {
    server.script(answer('x'));
    const lines = Array.from({ length: 2_000 }, (_, index) => `valor_${index} = ${index}\n`).join('');
    for (const typed of ['t', 'to', 'tot'])
      await new CompletionEngine().suggest(at(`${lines}${typed}|`), openEndpoint(server.url), never);
    const [first, second, third] = server.asked.map(({ body }) => body.prompt ?? '');
    assert.ok(second?.startsWith(first ?? '-') && third?.startsWith(second));
  });

  it('closes the connection as soon as the suggestion is whole', async () => {
    server.script(endlessAnswer('print(1)\n'));
    await new CompletionEngine().suggest(at('f(|)\n'), openEndpoint(server.url), never);
    assert.equal(await server.asked[0]?.closed, 'closedByClient');
  });

  it('keeps the connection when cancelled, until something else is typed', async () => {
    server.script(endlessAnswer('a'));
    const engine = new CompletionEngine();
    const abort = new AbortController();
    const asked = engine.suggest(at('x = |'), openEndpoint(server.url), abort.signal);
    const request = await server.waitForRequest();
    abort.abort();
    assert.equal(await asked, undefined);
    let isClosed = false;
    void request.closed.then(() => (isClosed = true));
    engine.changed('file:///a.py', () => at('x = a|'));
    await settled();
    assert.ok(!isClosed);
    engine.changed('file:///a.py', () => at('x = b|'));
    assert.equal(await request.closed, 'closedByClient');
  });

  it('sends nothing when typing goes on', async () => {
    const abort = new AbortController();
    const asked = new CompletionEngine().suggest(
      at('x|', { trigger: 'automatic' }),
      openEndpoint(server.url),
      abort.signal,
    );
    abort.abort();
    assert.equal(await asked, undefined);
    assert.equal(server.requests.length, 0);
  });
});
