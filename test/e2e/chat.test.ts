import assert from 'node:assert/strict';
import { answer, endlessAnswer, gatedAnswer } from '../support/replies';
import { pictureOfFailure, Scene } from '../support/scene';

describe('chat, by hand', () => {
  let scene: Scene;

  before(async () => {
    scene = await Scene.open({
      settings: { 'aliada.language': 'en', 'aliada.completion.enabled': false },
      files: { 'add.py': 'def add(a, b):\n    return a + b\n\nprint(add(1, 2))\n' },
    });
    await scene.chat.open();
  });
  // One conversation for all: New Chat brings the composer into focus, and a list that a test has just opened would
  // close when that comes late.
  beforeEach(() => scene.server.forget());
  afterEach(async function () {
    await pictureOfFailure.call(this, scene);
  });
  after(() => scene.close());

  it('an answer is seen growing, and then whole', async () => {
    const { chat, server } = scene;
    const reply = gatedAnswer('A list keeps **values** in order.', { chunkSize: 7 });
    server.script(reply);
    await chat.ask('What is a list?');
    const { body } = await server.waitForRequest();
    reply.release(2);
    await chat.waitForAnswer('A list keeps');
    assert.equal(await chat.answer.getByText('in order').count(), 0);
    await chat.stopButton.waitFor();
    reply.release();
    await chat.waitForAnswer('A list keeps values in order.');
    await chat.waitForRest();
    assert.equal(await chat.answer.locator('strong').textContent(), 'values');
    assert.match(body.messages?.at(-1)?.content ?? '', /^What is a list\?/);
    assert.equal(body.stream, true);
  });

  it('Stop ends the answer: the server sees the connection close, and what had come stays', async () => {
    const { chat, server } = scene;
    server.script(endlessAnswer('word '));
    await chat.ask('Go on for ever');
    await chat.waitForAnswer('word word word');
    const request = await server.waitForRequest();
    await chat.stopButton.click();
    assert.equal(await request.closed, 'closedByClient');
    await chat.waitForRest();
    await chat.note.waitFor();
    await chat.waitForAnswer('word word word');
    assert.equal(await chat.failure.count(), 0);
  });

  it('after Stop the next question is answered', async () => {
    const { chat, server } = scene;
    const before = await chat.answers.count();
    server.scriptNext(endlessAnswer('on '));
    server.script(answer('Here I am.'));
    await chat.ask('Go on for ever');
    await chat.waitForAnswer('on on on');
    await chat.stopButton.click();
    await chat.waitForRest();
    await chat.ask('And now?');
    await chat.waitForAnswer('Here I am.');
    assert.equal(await chat.answers.count(), before + 2);
  });

  it('the selection goes along with its file and language', async () => {
    const { chat, server, workbench } = scene;
    server.script(answer('It adds.'));
    await workbench.openFile('add.py');
    await workbench.selectLines(1, 2);
    await chat.attached.filter({ hasText: 'add.py' }).waitFor();
    await chat.ask('What does this do?');
    await chat.waitForAnswer('It adds.');
    const question = server.asked[0]?.body.messages?.at(-1)?.content ?? '';
    assert.match(question, /add\.py.*\(Python\)/);
    assert.ok(question.includes('```python\ndef add(a, b):\n    return a + b\n```'), question);
    assert.ok(!question.includes('print(add(1, 2))'));
  });

  it('code of an answer is put into the file at the cursor', async () => {
    const { chat, server, workbench } = scene;
    server.script(answer('Try this:\n\n```python\nprint("done")\n```\n'));
    await workbench.openFile('add.py');
    await workbench.goToEndOf(4);
    await workbench.page.keyboard.press('Enter');
    await chat.ask('How do I print?');
    await chat.codeButton('insert').click();
    const before = 'def add(a, b):\n    return a + b\n\nprint(add(1, 2))\n';
    await workbench.waitForSaved('add.py', `${before}print("done")\n`);
  });

  it('a conversation is sent along, and New Chat forgets it', async () => {
    const { chat, server, workbench } = scene;
    server.script(answer('Lua.'));
    await chat.ask('Name a language');
    await chat.waitForAnswer('Lua.');
    await chat.waitForRest();
    server.forget();
    server.script(answer('Nim.'));
    await chat.ask('Another one');
    const second = await server.waitForRequest();
    const [asked, answered, askedAgain] = second.body.messages?.slice(-3) ?? [];
    assert.match(asked?.content ?? '', /Name a language$/);
    assert.deepEqual(answered, { role: 'assistant', content: 'Lua.' });
    assert.match(askedAgain?.content ?? '', /Another one\n/);
    await chat.waitForAnswer('Nim.');
    await chat.waitForRest();
    await workbench.runCommand('Aliada: New Chat');
    await chat.answers.first().waitFor({ state: 'detached' });
    server.forget();
    await chat.ask('And now?');
    const { body } = await server.waitForRequest();
    assert.deepEqual(
      body.messages?.map(({ role }) => role),
      ['system', 'user'],
    );
  });
});
