// What the page shows here is in Spanish. cspell:disable
import assert from 'node:assert/strict';
import type { ViewState } from '../../src/core/chat/protocol';
import { ChatBench, ChatPage } from '../support/chatPage';
import { answer, question, stateWith } from '../support/chatSamples';
import { attached, composerWith } from '../support/composerSamples';
import { themes } from '../support/themes';

describe('the composer on its page', function () {
  this.timeout(30_000);
  let bench: ChatBench;
  let chat: ChatPage;

  before(async () => {
    bench = await ChatBench.start();
    chat = await ChatPage.open(bench);
  });
  after(() => bench.stop());
  beforeEach(() => chat.reload(bench));
  afterEach(() => {
    assert.deepEqual(chat.problems, []);
    assert.deepEqual(chat.foreignRequests, []);
  });

  const show = async (changes: Partial<ViewState> = {}): Promise<void> => {
    await chat.send({ type: 'state', state: stateWith(changes) });
    await chat.settle();
  };
  const input = () => chat.page.locator('textarea');
  const list = () => chat.page.getByRole('listbox');
  const names = () => chat.page.locator('.option-name').allInnerTexts();
  const value = () => input().inputValue();
  const press = (...keys: string[]) =>
    keys.reduce((before, key) => before.then(() => chat.page.keyboard.press(key)), input().focus());
  const said = (type: string) => chat.said.filter((message) => message.type === type);

  describe('commands', () => {
    it('are offered behind a slash, found as they are typed, and taken with Enter or Tab', async () => {
      await show();
      await input().pressSequentially('/');
      assert.deepEqual(await names(), ['/explica', '/arregla', '/pruebas', '/revisa']);
      await input().pressSequentially('a');
      assert.deepEqual(await names(), ['/arregla', '/explica'], 'azaldu is understood, and comes second');
      await press('Enter');
      assert.equal(await value(), '/arregla ');
      assert.equal(await list().count(), 0);
      await input().fill('');
      await input().pressSequentially('/');
      await press('ArrowDown', 'ArrowDown', 'ArrowUp', 'Tab');
      assert.equal(await value(), '/arregla ');
      await input().pressSequentially('y por qué');
      await press('Enter');
      assert.deepEqual(await chat.waitToSay('ask'), { type: 'ask', text: '/arregla y por qué' });
    });

    it('are found without accents, in English, and with what is typed in one go', async () => {
      await show();
      await input().pressSequentially('/REV');
      assert.deepEqual(await names(), ['/revisa']);
      await input().fill('/fix');
      assert.deepEqual(await names(), ['/arregla']);
      await input().fill('#SÍMB');
      assert.deepEqual(await names(), ['#símbolo']);
      await input().fill('#simb');
      assert.deepEqual(await names(), ['#símbolo']);
    });

    it('that are written out are sent with one Enter', async () => {
      await show();
      await input().pressSequentially('/explain');
      await list().waitFor();
      await press('Enter');
      assert.deepEqual(await chat.waitToSay('ask'), { type: 'ask', text: '/explain' });
    });

    it('are left alone with Escape, which stops no answer', async () => {
      await show({ messages: [answer('a', 'x', { status: 'streaming' })], busy: true });
      await input().pressSequentially('/ex');
      await list().waitFor();
      await press('Escape');
      assert.equal(await list().count(), 0);
      await input().pressSequentially('p');
      assert.equal(await list().count(), 0, 'it stays closed for this word');
      assert.equal(said('stop').length, 0);
      await press('Escape');
      await chat.waitToSay('stop');
      assert.equal(await value(), '/exp');
    });

    it('are offered nowhere but at the beginning, and unknown words not at all', async () => {
      await show();
      for (const text of ['y /ex', '/nada', 'https://', '/explica y', '#include', '#3', 'c#', 'a#ar']) {
        await input().fill(text);
        assert.equal(await list().count(), 0, text);
      }
    });

    it('can be taken with the mouse, and the focus stays in the field', async () => {
      await show();
      await input().pressSequentially('/');
      await chat.page.getByRole('option', { name: '/pruebas' }).click();
      assert.equal(await value(), '/pruebas ');
      assert.equal(await chat.look('document.activeElement.tagName'), 'TEXTAREA');
    });

    it('tell a screen reader which is active, and how many there are', async () => {
      await show();
      await input().pressSequentially('/');
      const active = () =>
        chat.look<string>(
          `document.getElementById(document.querySelector('textarea').getAttribute('aria-activedescendant')).textContent`,
        );
      assert.match(await active(), /explica/);
      await press('ArrowUp');
      assert.match(await active(), /revisa/);
      assert.equal(await chat.page.getByRole('option', { selected: true }).count(), 1);
      assert.equal(await chat.page.getByRole('status').innerText(), 'Quedan 4');
      assert.equal(await list().getAttribute('aria-label'), 'Órdenes');
      assert.equal(await input().getAttribute('aria-controls'), await list().getAttribute('id'));
      await press('Escape');
      assert.equal(await input().getAttribute('aria-activedescendant'), null);
    });
  });

  describe('attachments', () => {
    it('are asked for by a word, which goes, in the middle of a question', async () => {
      await show();
      await input().fill('Mira  por favor');
      await chat.look(`document.querySelector('textarea').setSelectionRange(5, 5)`);
      await input().pressSequentially('#arc');
      await press('Enter');
      assert.deepEqual(await chat.waitToSay('attach'), { type: 'attach', source: 'file' });
      assert.equal(await value(), 'Mira  por favor');
      assert.equal(said('ask').length, 0);
    });

    it('can be found without knowing a word, with mouse and keyboard', async () => {
      await show();
      await chat.page.getByRole('button', { name: 'Adjuntar algo' }).click();
      assert.deepEqual(await names(), ['#selección', '#archivo', '#símbolo']);
      await press('ArrowDown', 'ArrowDown', 'Enter');
      assert.deepEqual(await chat.waitToSay('attach'), { type: 'attach', source: 'symbol' });
      await chat.page.getByRole('button', { name: 'Adjuntar algo' }).click();
      await list().waitFor();
      await chat.page.getByRole('button', { name: 'Adjuntar algo' }).click();
      assert.equal(await list().count(), 0, 'a second click closes it');
    });

    it('show what they are and what they take, and what there is no room for', async () => {
      await show();
      const composer = composerWith({
        attached: [
          attached('a1', 'src/suma.py:1-40'),
          attached('a2', 'Problemas: src/suma.py', { state: 'cut' }),
          attached('a3', 'Carpeta: docs', { state: 'out' }),
          { id: 'r1', label: 'Buscando', description: 'Buscando', removeLabel: 'Detener', state: 'pending' },
        ],
        sum: '≈ 9000 de 8192 tokens',
        notes: ['No queda sitio para: Carpeta: docs.'],
      });
      await chat.send({ type: 'composer', composer });
      await chat.settle();
      assert.equal(await chat.page.locator('.composer .chip').count(), 4);
      await chat.page.getByText('≈ 9000 de 8192 tokens').waitFor();
      await chat.page.locator('.composer .note', { hasText: 'No queda sitio' }).waitFor();
      const told = await chat.page.getByRole('status').innerText();
      assert.match(told, /src\/suma\.py:1-40, unos 120 tokens/);
      assert.match(told, /No queda sitio/);
      assert.doesNotMatch(told, /Buscando/);
    });

    it('are taken out with the mouse and with the keyboard, and the focus goes to the next', async () => {
      const two = [attached('a1', 'a.py:1-2'), attached('a2', 'b.py:1-2')];
      await show({ composer: composerWith({ attached: two }) });
      await chat.page.getByRole('button', { name: 'Quitar a.py:1-2' }).focus();
      await chat.page.keyboard.press('Delete');
      assert.deepEqual(await chat.waitToSay('detach'), { type: 'detach', id: 'a1' });
      await chat.send({ type: 'composer', composer: composerWith({ attached: two.slice(1) }) });
      await chat.settle();
      assert.equal(await chat.look(`document.activeElement.getAttribute('aria-label')`), 'Quitar b.py:1-2');
      await chat.page.getByRole('button', { name: 'Quitar b.py:1-2' }).click();
      await chat.send({ type: 'composer', composer: composerWith() });
      await chat.settle();
      assert.equal(await chat.look('document.activeElement.tagName'), 'TEXTAREA');
      assert.deepEqual(
        said('detach').map((message) => 'id' in message && message.id),
        ['a1', 'a2'],
      );
    });
  });

  describe('earlier questions', () => {
    const messages = [
      question('q1', 'Explica qué hace este código.\n\n¿por qué?', { typed: '/explica ¿por qué?' }),
      answer('a1', 'x'),
      question('q2', 'una\ndos\ntres'),
      answer('a2', 'y'),
    ];

    it('come back with the arrow keys, as they were typed, and what is being written is not lost', async () => {
      await show({ messages });
      await input().fill('a medias');
      await press('ArrowUp');
      assert.equal(await value(), 'una\ndos\ntres');
      await press('ArrowUp');
      assert.equal(await value(), '/explica ¿por qué?');
      await press('ArrowUp');
      assert.equal(await value(), '/explica ¿por qué?', 'there is none before');
      await press('ArrowDown');
      assert.equal(await value(), 'una\ndos\ntres');
      await press('ArrowDown');
      assert.equal(await value(), 'a medias');
      await press('ArrowDown');
      assert.equal(await value(), 'a medias');
    });

    it('stay as they are while the cursor still has a line to go to', async () => {
      await show({ messages });
      await input().fill('primera\nsegunda');
      await press('ArrowUp');
      assert.equal(await value(), 'primera\nsegunda');
      await press('Home', 'ArrowUp');
      await chat.eventually(async () => assert.equal(await value(), 'una\ndos\ntres'));
      await press('Control+End', 'ArrowDown');
      await chat.eventually(async () => assert.equal(await value(), 'primera\nsegunda'));
    });

    it('keep what was changed in them until something is asked', async () => {
      await show({ messages });
      await press('ArrowUp', 'ArrowUp', 'End');
      await input().pressSequentially(' ya');
      await press('ArrowDown', 'Control+Home', 'ArrowUp');
      await chat.eventually(async () => assert.equal(await value(), '/explica ¿por qué? ya'));
    });

    it('clear the field once the command that was sent is a question', async () => {
      await show();
      await input().fill('/explica ¿por qué?');
      await press('Enter');
      await chat.waitToSay('ask');
      assert.equal(await value(), '/explica ¿por qué?');
      await show({ messages: messages.slice(0, 1), busy: true });
      assert.equal(await value(), '');
    });
  });

  describe('before the first question', () => {
    it('offers things to try, which follow what is open', async () => {
      await show();
      await chat.page.getByRole('button', { name: 'Revisar suma.py' }).click();
      assert.deepEqual(await chat.waitToSay('start'), { type: 'start', id: 's1' });
      const starters = [{ id: 's0', label: 'Explicar resta.py' }];
      await chat.send({ type: 'composer', composer: composerWith({ starters }) });
      await chat.settle();
      assert.deepEqual(await chat.page.locator('.starter').allInnerTexts(), ['Explicar resta.py']);
      await show({ messages: [question('q', '¿?')] });
      assert.equal(await chat.page.locator('.starter').count(), 0);
    });
  });

  for (const theme of themes) {
    it(`can be read and used in ${theme.name}, down to 250 px`, async () => {
      await chat.close();
      chat = await ChatPage.open(bench, { theme, width: 250, height: 600 });
      const composer = composerWith({
        attached: [
          attached('a1', 'una/carpeta/muy/larga/que/no/cabe/suma.py:1-40'),
          attached('a2', 'Problemas: src/suma.py', { state: 'cut' }),
          attached('a3', 'Búsqueda: una cosa muy larga que alguien ha buscado aquí', { state: 'out' }),
        ],
        sum: '≈ 9000 de 8192 tokens',
        notes: ['No queda sitio para: una/carpeta/muy/larga/que/no/cabe/suma.py.'],
      });
      await show({ composer });
      assert.deepEqual(await chat.axeViolations(), [], 'attached');
      await input().pressSequentially('/');
      await list().waitFor();
      assert.deepEqual(await chat.axeViolations(), [], 'list');
      for (const width of [250, 125]) {
        await chat.page.setViewportSize({ width, height: 600 });
        await chat.settle();
        const sideways = await chat.look<string[]>(
          `[document.documentElement, document.body, ...document.querySelectorAll('.scroll, .composer, .completion, .attached, .starters')]
            .filter((node) => node.scrollWidth > node.clientWidth)
            .map((node) => node.tagName + '.' + node.className + ' ' + node.scrollWidth + '>' + node.clientWidth)`,
        );
        assert.deepEqual(sideways, [], `${width} px`);
      }
    });
  }
});
