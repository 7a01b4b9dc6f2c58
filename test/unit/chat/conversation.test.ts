// Questions in Galician and Basque. cspell:disable
import assert from 'node:assert/strict';
import { Conversation } from '../../../src/core/chat/conversation';
import type { AnswerSettings } from '../../../src/core/chat/manner';
import { promptsFor } from '../../../src/core/chat/prompts/forLanguage';
import { commandText } from '../../../src/core/chat/prompts/inWords';
import { SelectionSlot } from '../../../src/core/chat/selection';
import { viewState } from '../../../src/core/chat/viewState';
import type { Endpoint } from '../../../src/core/endpoint/endpoint';
import { pieces } from '../../bench/answers/texts';
import { openEndpoint } from '../../support/endpoint';
import { internalError, resetAfter } from '../../support/failures';
import { answer, endlessAnswer } from '../../support/replies';
import { startScriptedServer, type ScriptedServer } from '../../support/scriptedServer';

const inGalician: AnswerSettings = {
  language: 'gl',
  displayLanguage: 'en',
  comments: 'same',
  commitMessages: 'same',
  level: 'standard',
};

describe('a conversation', () => {
  let settings: AnswerSettings;
  let server: ScriptedServer;
  let endpoint: Endpoint | undefined;
  let translator: Endpoint | undefined;
  let judged: unknown[];
  let grown: string;
  let conversation: Conversation;
  let onAppend: () => void;
  let onChange: () => void;

  beforeEach(async () => {
    server = await startScriptedServer();
    endpoint = openEndpoint(server.url);
    grown = '';
    settings = inGalician;
    translator = undefined;
    judged = [];
    onAppend = () => undefined;
    onChange = () => undefined;
    conversation = new Conversation({
      endpoint: () => Promise.resolve(endpoint),
      settings: () => settings,
      translator: () => Promise.resolve(translator ?? endpoint),
      judged: (...told) => judged.push(told),
      changed: () => onChange(),
      appended: (_id, text) => {
        grown += text;
        onAppend();
      },
      unexpected: () => undefined,
    });
  });
  afterEach(() => server.stop());

  const view = (): ReturnType<typeof viewState>['messages'] =>
    viewState(conversation, 'gl', undefined).messages;

  it('holds question and answer, and says who wrote it', async () => {
    server.script(answer('Suma dous números.'));
    await conversation.ask('Que fai?', []);
    const [asked, answered] = view();
    assert.deepEqual([asked?.role, asked?.text, asked?.lang], ['user', 'Que fai?', 'gl']);
    assert.deepEqual(
      [answered?.text, answered?.status, answered?.lang],
      ['Suma dous números.', 'done', 'gl'],
    );
    assert.deepEqual(answered?.source, { model: 'salamandra', host: new URL(server.url).host });
    assert.equal(grown, 'Suma dous números.');
    assert.ok(!conversation.busy);
  });

  it('tells of an answer before its first text, so that it can be seen growing', async () => {
    server.script(answer('Suma.'));
    let told: string | undefined;
    let toldAtFirstText: string | undefined;
    onChange = () => (told = view().at(-1)?.id);
    onAppend = () => (toldAtFirstText ??= told);
    await conversation.ask('Que fai?', []);
    assert.equal(toldAtFirstText, view()[1]?.id);
  });

  it('sends what was said before', async () => {
    server.script(answer('Primeira.'));
    await conversation.ask('Unha?', []);
    await conversation.ask('Dúas?', []);
    const messages = server.asked[1]?.body.messages ?? [];
    assert.deepEqual(
      messages.map(({ role }) => role),
      ['system', 'user', 'assistant', 'user'],
    );
    assert.deepEqual([messages[1]?.content, messages[2]?.content], ['Unha?', 'Primeira.']);
  });

  it('stopped, keeps what came and closes the connection', async () => {
    server.script(endlessAnswer('la '));
    onAppend = () => void conversation.stop();
    await conversation.ask('Canta', []);
    assert.equal(view()[1]?.status, 'stopped');
    assert.match(view()[1]?.text ?? '', /^la /);
    assert.equal(await server.asked[0]?.closed, 'closedByClient');
  });

  it('failed, keeps what came, says why, and a retry answers below it', async () => {
    server.script(resetAfter('A metade'));
    await conversation.ask('Que fai?', []);
    assert.deepEqual([view()[1]?.status, view()[1]?.text], ['failed', 'A metade']);
    assert.ok(view()[1]?.failure?.remedies.some(({ action }) => action === 'retry'));
    server.script(answer('Todo.'));
    await conversation.retry();
    assert.deepEqual(
      view().map(({ text }) => text),
      ['Que fai?', 'A metade', 'Todo.'],
    );
    assert.equal(view()[1]?.failure, undefined);
  });

  it('failed without a word, is replaced by the retry', async () => {
    server.script(internalError());
    await conversation.ask('Que fai?', []);
    server.script(answer('Todo.'));
    await conversation.retry();
    assert.deepEqual(
      view().map(({ text, status }) => [text, status]),
      [
        ['Que fai?', 'done'],
        ['Todo.', 'done'],
      ],
    );
  });

  it('without an endpoint keeps the question and offers the set-up', async () => {
    endpoint = undefined;
    await conversation.ask('Que fai?', []);
    assert.equal(view()[0]?.text, 'Que fai?');
    assert.equal(view()[1]?.failure?.remedies[0]?.action, 'setUp');
    endpoint = openEndpoint(server.url);
    server.script(answer('Agora si.'));
    await conversation.retry();
    assert.equal(view()[1]?.text, 'Agora si.');
  });

  it('asked anew while answering, stops the first answer and keeps it', async () => {
    server.scriptNext(endlessAnswer('la '), answer('Segunda.'));
    const asked = new Promise<void>((resolve) => (onAppend = resolve));
    const first = conversation.ask('Unha?', []);
    await asked;
    await conversation.ask('Dúas?', []);
    await first;
    assert.deepEqual(
      view().map(({ status }) => status),
      ['done', 'stopped', 'done', 'done'],
    );
    assert.equal(view()[3]?.text, 'Segunda.');
  });

  it('asked twice while answering, has one answer at a time, and all of them can be stopped', async () => {
    server.script(answer('Terceira.'));
    server.scriptNext(endlessAnswer('la '));
    const asked = new Promise<void>((resolve) => (onAppend = resolve));
    const first = conversation.ask('Unha?', []);
    await asked;
    const others = [conversation.ask('Dúas?', []), conversation.ask('Tres?', [])];
    await Promise.all([first, ...others]);
    assert.equal(view().at(-1)?.text, 'Terceira.');
    assert.deepEqual(
      view().filter(({ status }) => status === 'streaming'),
      [],
    );
    assert.ok(!conversation.busy);
  });

  it('cleared while one waits its turn, is empty and idle', async () => {
    server.script(endlessAnswer('la '));
    const asked = new Promise<void>((resolve) => (onAppend = resolve));
    const first = conversation.ask('Unha?', []);
    await asked;
    await Promise.all([first, conversation.ask('Dúas?', []), conversation.clear()]);
    assert.deepEqual([view(), conversation.busy], [[], false]);
  });

  const systemOf = (index: number): string => server.asked[index]?.body.messages?.[0]?.content ?? '';
  const basque =
    'Ez dut ulertzen zertarako erabiltzen den funtzio hau, eta zergatik ez duen zerrenda osoa itzultzen egiten badugu.';

  it('answers in the language of the question where the settings leave it open, and goes on in it', async () => {
    settings = { ...inGalician, language: 'auto' };
    assert.equal(conversation.manner.language, 'en');
    await conversation.ask(basque, []);
    await conversation.ask('eta?', []);
    assert.deepEqual(
      view().map(({ lang }) => lang),
      ['eu', 'eu', 'eu', 'eu'],
    );
    for (const index of [0, 1]) assert.ok(systemOf(index).startsWith(promptsFor('eu').system));
    const { answers } = viewState(conversation, 'en', undefined);
    assert.deepEqual([answers.language, answers.lang], ['Euskara', 'eu']);
    assert.match(answers.description, /Euskara.*question/);
  });

  it('answers as was chosen for this conversation, and forgets it with the conversation', async () => {
    conversation.choose({ language: 'ca-valencia' });
    conversation.choose({ level: 'brief' });
    await conversation.ask('Que fai?', []);
    const prompts = promptsFor('ca-valencia');
    assert.ok(systemOf(0).startsWith(`${prompts.system}\n${prompts.levels.brief}\n`));
    assert.equal(view()[1]?.lang, 'ca-valencia');
    const { answers } = viewState(conversation, 'en', undefined);
    assert.deepEqual(
      [...answers.languages, ...answers.levels].filter(({ checked }) => checked).map(({ value }) => value),
      ['ca-valencia', 'brief'],
    );
    await conversation.clear();
    assert.equal(conversation.manner.language, 'gl');
    assert.equal(conversation.manner.level, 'standard');
  });

  it('asks a command in the words of the language, which tell nothing of what the person writes', async () => {
    settings = { ...inGalician, language: 'auto', comments: 'en', displayLanguage: 'oc' };
    await conversation.run('translateComments', []);
    assert.equal(view()[0]?.text, commandText('translateComments', 'oc-aranes', 'en'));
    assert.ok(systemOf(0).startsWith(promptsFor('oc-aranes').system));
    settings = { ...settings, displayLanguage: 'eu' };
    await conversation.retry();
    assert.ok(systemOf(1).startsWith(promptsFor('eu').system));
  });

  it('tells the model the level of the settings and the language of comments', async () => {
    settings = { ...inGalician, comments: 'eu', level: 'beginner' };
    await conversation.ask('Que fai?', []);
    const gl = promptsFor('gl');
    assert.equal(
      systemOf(0),
      [gl.system, gl.levels.beginner, 'Escribe en éuscaro os comentarios que poñas no código.'].join('\n'),
    );
  });

  it('stays usable when something of VS Code fails', async () => {
    let failing = true;
    conversation = new Conversation({
      translator: () => Promise.resolve(undefined),
      judged: () => undefined,
      endpoint: () => (failing ? Promise.reject(new Error('settings.json')) : Promise.resolve(endpoint)),
      settings: () => settings,
      changed: () => undefined,
      appended: () => undefined,
      unexpected: () => undefined,
    });
    await conversation.ask('Que fai?', []);
    assert.equal(view()[1]?.status, 'failed');
    failing = false;
    server.script(answer('Suma.'));
    await conversation.retry();
    assert.equal(view()[1]?.text, 'Suma.');
  });

  describe('whose answer comes in another language', () => {
    const { en, gl } = pieces;
    const english = `${en.openings[0]} ${en.middles[0]}\n\n\`\`\`js\nlet x = 1; // the sum of all\n\`\`\`\n\n${en.middles[1]}`;
    const galician = `${gl.openings[0]} ${gl.middles[0]}`;

    it('says that it asks once more, then that it did, and shows the second answer only', async () => {
      server.scriptNext(answer(english), answer(galician));
      const asides = new Set<string | undefined>();
      onChange = () => asides.add(view()[1]?.aside);
      await conversation.ask('Que fai?', []);
      assert.equal(view()[1]?.text, galician);
      assert.ok([...asides].some((aside) => aside?.includes('asking once more')));
      assert.match(view()[1]?.aside ?? '', /was asked for once more/);
      assert.equal(view()[1]?.translation, undefined);
      assert.deepEqual(judged, [['salamandra', 'gl', true]]);
    });

    it('a second time, offers to translate it: code is left alone, and the original can be shown again', async () => {
      server.scriptNext(answer(english), answer(english));
      await conversation.ask('Que fai?', []);
      assert.equal(view()[1]?.text, english);
      assert.equal(view()[1]?.translation?.action, 'translate');
      server.forget();
      server.scriptNext(answer('Primeiro.'), answer('Segundo.'));
      await conversation.translate(view()[1]?.id ?? '');
      const translated = 'Primeiro.\n\n```js\nlet x = 1; // the sum of all\n```\n\nSegundo.';
      assert.equal(view()[1]?.text, translated);
      assert.equal(view()[1]?.aside, 'Translated.');
      const asked = server.asked.map(({ body }) => body.messages ?? []);
      assert.deepEqual(
        asked.map((messages) => messages.map(({ role }) => role)),
        [['user'], ['user']],
      );
      assert.equal(asked[1]?.[0]?.content, `${promptsFor('gl').translate}\n\n${en.middles[1]}`);
      conversation.showOriginal(view()[1]?.id ?? '', true);
      assert.deepEqual([view()[1]?.text, view()[1]?.translation?.action], [english, 'showTranslation']);
      conversation.showOriginal(view()[1]?.id ?? '', false);
      assert.deepEqual([view()[1]?.text, view()[1]?.translation?.action], [translated, 'showOriginal']);
    });

    it('is translated by the model made for it, with its one instruction', async () => {
      server.scriptNext(answer(english), answer(english));
      await conversation.ask('Que fai?', []);
      server.forget();
      server.script(answer('Feito.'));
      translator = openEndpoint(server.url, { model: 'salamandraTA-7b-instruct' });
      await conversation.translate(view()[1]?.id ?? '');
      assert.match(view()[1]?.aside ?? '', /Translated by salamandraTA-7b-instruct/);
      const [message] = server.asked[1]?.body.messages ?? [];
      assert.equal(
        message?.content,
        `Translate the following text from English into Galician.\nEnglish: ${en.middles[1]}\nGalician:`,
      );
    });

    it('stopped or failed while translating, is as it was and can be translated again', async () => {
      server.scriptNext(answer(english), answer(english));
      await conversation.ask('Que fai?', []);
      const id = view()[1]?.id ?? '';
      server.scriptNext(answer('Primeiro.'), endlessAnswer('la '));
      onChange = () => {
        if (view()[1]?.text.startsWith('Primeiro.')) void conversation.stop();
      };
      await conversation.translate(id);
      assert.deepEqual([view()[1]?.text, view()[1]?.translation?.action], [english, 'translate']);
      assert.equal(view()[1]?.failure, undefined);
      server.forget();
      server.script(internalError());
      await conversation.translate(id);
      assert.deepEqual([view()[1]?.text, view()[1]?.translation?.action], [english, 'translate']);
      assert.ok(view()[1]?.failure);
    });

    it('broken off in the second answer, can show the first again', async () => {
      server.scriptNext(answer(english), resetAfter('A metade'));
      await conversation.ask('Que fai?', []);
      assert.equal(view()[1]?.text, 'A metade');
      assert.equal(view()[1]?.translation?.action, 'showOriginal');
      conversation.showOriginal(view()[1]?.id ?? '', true);
      assert.ok(english.startsWith(view()[1]?.text ?? '-'));
    });
  });

  it('offers to try again only below the last question', async () => {
    server.scriptNext(internalError(), answer('Si.'));
    await conversation.ask('Unha?', []);
    await conversation.ask('Dúas?', []);
    assert.ok(!view()[1]?.failure?.remedies.some(({ action }) => action === 'retry'));
    const sent = server.asked[1]?.body.messages?.map(({ content }) => content).join() ?? '';
    assert.ok(!sent.includes('Unha?'), 'a question without an answer is not said again');
  });

  it('cleared, is empty', async () => {
    server.script(answer('x'));
    await conversation.ask('?', []);
    await conversation.clear();
    assert.deepEqual(view(), []);
  });
});

describe('the selection that goes along', () => {
  const code = {
    kind: 'code',
    path: 'a.py',
    languageId: 'python',
    text: 'x',
    firstLine: 1,
    lastLine: 1,
  } as const;

  it('stays out once removed, until something else is selected', () => {
    const slot = new SelectionSlot();
    assert.ok(slot.select(code));
    const attached = (): unknown => slot.attachment;
    assert.equal(attached(), code);
    slot.remove();
    assert.equal(attached(), undefined);
    assert.ok(!slot.select({ ...code }));
    assert.equal(attached(), undefined);
    const other = { ...code, text: 'y' };
    assert.ok(slot.select(other));
    assert.equal(attached(), other);
    assert.ok(slot.select(undefined));
    assert.equal(attached(), undefined);
  });
});
