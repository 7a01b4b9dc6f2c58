// What the page shows here is in Spanish. cspell:disable
import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import type { ViewHistory, ViewHistoryItem } from '../../src/core/chat/history/viewProtocol';
import { type ChatBench, ChatPage, pageForEach, showIn } from '../support/chatPage';
import { answer, longAnswer, question, spanish, stateWith } from '../support/chatSamples';
import { themes } from '../support/themes';

const item = (id: string, title: string, changes: Partial<ViewHistoryItem> = {}): ViewHistoryItem => ({
  ...{ id, title, time: '10:58' },
  ...changes,
});

function listWith(changes: Partial<ViewHistory> = {}): ViewHistory {
  return {
    query: '',
    groups: [
      {
        label: 'Hoy',
        items: [
          item('uno', 'Explica qué hace este código · total_por_categoria.py:12-48', { current: true }),
          item('dos', '¿Por qué falla la prueba de la caché cuando se ejecuta en paralelo?'),
        ],
      },
      { label: 'Ayer', items: [item('tres', 'Zergatik huts egiten du probak?', { time: '18:20' })] },
    ],
    ...{ more: false, searching: false, note: 'Se guardan 365 días en este equipo.' },
    ...changes,
  };
}

describe('the list of conversations in the page', function () {
  this.timeout(30_000);
  let bench: ChatBench;
  let chat: ChatPage;
  pageForEach(
    async (opened, on) => {
      chat = opened;
      bench = on;
      await show({ messages: [question('q', '¿Qué hace?'), answer('a', 'Suma.')], title: '¿Qué hace?' });
    },
    () => chat,
  );

  const show = (...changes: Parameters<typeof stateWith>): Promise<void> => showIn(chat, ...changes);
  const showList = async (history?: ViewHistory): Promise<void> => {
    await chat.send({ type: 'history', ...(history === undefined ? {} : { history }) });
    await chat.settle();
  };
  const focused = (): Promise<string> =>
    chat.look<string>('document.activeElement.ariaLabel ?? document.activeElement.innerText.split("\\n")[0]');

  it('is asked for by a button above the conversation, whose name stands beside it', async () => {
    assert.equal(await chat.page.locator('.chat-title').innerText(), '¿Qué hace?');
    await chat.page.getByRole('button', { name: spanish.history.open }).click();
    assert.deepEqual(await chat.waitToSay('history'), { type: 'history', action: 'show' });
  });

  it('takes the focus, keeps it, and gives it back', async () => {
    await showList(listWith());
    assert.equal(await focused(), spanish.history.search);
    for (let tabs = 0; tabs < 12; tabs += 1) {
      await chat.page.keyboard.press('Tab');
      assert.ok(
        await chat.look<boolean>('document.querySelector(".history").contains(document.activeElement)'),
      );
    }
    await chat.page.keyboard.press('Escape');
    assert.deepEqual(await chat.waitToSay('history'), { type: 'history', action: 'hide' });
    await showList();
    assert.equal(await focused(), spanish.composerLabel);
  });

  it('is gone through, opened, renamed and deleted with the keyboard alone', async () => {
    await showList(listWith());
    const { keyboard } = chat.page;
    await keyboard.press('ArrowDown');
    await keyboard.press('ArrowDown');
    assert.match(await focused(), /^¿Por qué falla/);
    await keyboard.press('Enter');
    assert.deepEqual(await chat.waitToSay('history'), { type: 'history', action: 'open', id: 'dos' });
    await keyboard.press('F2');
    assert.equal(await focused(), spanish.history.renameLabel);
    await keyboard.type('La caché');
    await keyboard.press('Enter');
    assert.deepEqual(await chat.waitToSay('history'), {
      ...{ type: 'history', action: 'rename', id: 'dos', title: 'La caché' },
    });
    assert.match(await focused(), /^¿Por qué falla/);
    await keyboard.press('Delete');
    assert.deepEqual(await chat.waitToSay('history'), { type: 'history', action: 'delete', id: 'dos' });
    const [first, ...others] = listWith().groups;
    const deleted = item('dos', 'La caché', { deleted: true });
    await showList(listWith({ groups: [{ ...first!, items: [first!.items[0]!, deleted] }, ...others] }));
    assert.equal(await focused(), spanish.history.undo);
    await keyboard.press('Enter');
    assert.deepEqual(await chat.waitToSay('history'), { type: 'history', action: 'undo', id: 'dos' });
  });

  it('Escape leaves a name as it was', async () => {
    await showList(listWith());
    const { keyboard } = chat.page;
    await keyboard.press('ArrowDown');
    await keyboard.press('F2');
    await keyboard.type('No');
    await keyboard.press('Escape');
    await chat.settle();
    assert.deepEqual(
      chat.said.filter((said) => said.type === 'history'),
      [],
    );
    assert.match(await focused(), /^Explica/);
  });

  it('is searched while one types, without losing what is typed or where one is', async () => {
    await showList(listWith());
    await chat.page.keyboard.type('cache');
    await chat.eventually(async () => {
      const said = await chat.waitToSay('history');
      assert.deepEqual(said, { type: 'history', action: 'search', query: 'cache' });
    });
    const found = item('dos', '¿Por qué falla?', { snippet: '…la caché se comparte entre dos procesos…' });
    await showList(listWith({ query: 'cache', groups: [{ label: 'Hoy', items: [found] }], searching: true }));
    assert.equal(await focused(), spanish.history.search);
    assert.equal(await chat.page.locator('.history input').inputValue(), 'cache');
    assert.match(await chat.page.locator('.history').innerText(), /la caché se comparte[^]*Buscando/);
    await showList(listWith({ query: 'cache', groups: [] }));
    assert.match(await chat.page.locator('.history').innerText(), /No se ha encontrado nada/);
  });

  it('asks for more at its end', async () => {
    const items = Array.from({ length: 100 }, (_, index) => item(`i${index}`, `Conversación ${index}`));
    await showList(listWith({ groups: [{ label: 'Hoy', items }], more: true }));
    assert.ok(!chat.said.some(({ type }) => type === 'history'));
    await chat.look('document.querySelector(".history-scroll").scrollTo(0, 100000)');
    assert.deepEqual(await chat.waitToSay('history'), { type: 'history', action: 'more' });
  });

  it('titles are text, whatever they hold', async () => {
    const items = [
      item('x', '<img src=x onerror=window.pwned=1>', { snippet: '<script>window.pwned=1</script>' }),
    ];
    await showList(listWith({ groups: [{ label: '<b>x</b>', items }] }));
    assert.equal(await chat.look('window.pwned'), undefined);
    assert.equal(await chat.page.locator('.history img').count(), 0);
  });

  for (const theme of themes) {
    it(`axe finds nothing in it, nor below the messages (${theme.name})`, async () => {
      await chat.close();
      chat = await ChatPage.open(bench, { theme, width: 250 });
      const alternatives = { label: '2/2', description: 'Respuesta 2 de 2', previous: 'b' };
      const actions = ['continue', 'copy', 'regenerate'] as const;
      const cut = answer('a', 'Suma.', { status: 'cut', actions, alternatives });
      const followUps = [{ text: 'Ponme un ejemplo de uso', lang: 'es' }];
      await show({
        messages: [question('q', '¿Qué?', { actions: ['edit'] }), cut],
        followUps,
        title: 'Suma',
      });
      assert.deepEqual(await chat.axeViolations(), []);
      await showList(listWith());
      assert.deepEqual(await chat.axeViolations(), []);
      assert.ok(await chat.look<boolean>('document.documentElement.scrollWidth <= 250'));
    });
  }
});

describe('what can be done below a message in the page', function () {
  this.timeout(30_000);
  let chat: ChatPage;
  pageForEach((opened) => {
    chat = opened;
  });

  const show = (...changes: Parameters<typeof stateWith>): Promise<void> => showIn(chat, ...changes);
  const hasFocus = async (place: Locator): Promise<boolean> =>
    (await place.and(chat.page.locator(':focus')).count()) === 1;
  const button = (name: string): Locator => chat.page.getByRole('button', { name });

  it('copies, asks again and goes on, each with a word to a screen reader or the focus where one writes', async () => {
    const actions = ['continue', 'copy', 'regenerate'] as const;
    await show({ messages: [question('q', '¿Qué?'), answer('a', 'Suma', { status: 'cut', actions })] });
    await button(spanish.actions.copyAnswer).click();
    assert.deepEqual(await chat.waitToSay('message'), { type: 'message', id: 'a', action: 'copy' });
    assert.equal(await chat.page.getByRole('status').innerText(), spanish.copied);
    await button(spanish.actions.regenerate).click();
    await button(spanish.actions.continue).click();
    assert.deepEqual(await chat.waitToSay('message'), { type: 'message', id: 'a', action: 'continue' });
    assert.ok(await hasFocus(chat.page.locator('.composer textarea')));
  });

  it('writes a question anew in its place, with the keyboard', async () => {
    await show({ messages: [question('q', '¿Qué?', { actions: ['edit'] }), answer('a', 'Suma.')] });
    await button(spanish.actions.edit).press('Enter');
    const field = chat.page.getByRole('textbox', { name: spanish.actions.editLabel });
    assert.equal(await field.inputValue(), '¿Qué?');
    await field.press('Escape');
    assert.equal(await field.count(), 0);
    assert.ok(await hasFocus(button(spanish.actions.edit)));
    await button(spanish.actions.edit).press('Enter');
    await field.fill('¿Qué hace exactamente?');
    await field.press('Enter');
    assert.deepEqual(await chat.waitToSay('edit'), { type: 'edit', id: 'q', text: '¿Qué hace exactamente?' });
  });

  it('goes from one version to the next and back, and the focus goes along', async () => {
    const description = 'Respuesta 2 de 2';
    const second = answer('b', 'Dos.', { alternatives: { label: '2/2', description, previous: 'a' } });
    await show({ messages: [question('q', '¿Qué?'), second] });
    await button(spanish.actions.previous).click();
    assert.deepEqual(await chat.waitToSay('alternative'), { type: 'alternative', id: 'a' });
    const first = answer('a', 'Uno.', {
      alternatives: { label: '1/2', description: 'Respuesta 1 de 2', next: 'b' },
    });
    await show({ messages: [question('q', '¿Qué?'), first] });
    assert.ok(await hasFocus(button(spanish.actions.previous)));
    assert.equal(await button(spanish.actions.previous).getAttribute('aria-disabled'), 'true');
    assert.equal(
      await chat.page.locator('.assistant .alternatives').getAttribute('aria-label'),
      'Respuesta 1 de 2',
    );
  });

  it('offers questions in their own language', async () => {
    const followUps = [
      { text: 'Jarri erabilera-adibide bat', lang: 'eu' },
      { text: 'Azaldu hitz errazagoekin', lang: 'eu' },
    ];
    await show({ messages: [question('q', 'Zer da?'), answer('a', 'Batuketa.')], followUps });
    assert.equal(await button('Azaldu hitz errazagoekin').getAttribute('lang'), 'eu');
    await button('Azaldu hitz errazagoekin').click();
    assert.deepEqual(await chat.waitToSay('followUp'), { type: 'followUp', index: 1 });
  });

  it('says that the window closed, and not the person, where that was so', async () => {
    await show({
      messages: [question('q', '¿Qué?'), answer('a', 'Su', { status: 'stopped', interrupted: true })],
    });
    const words = await chat.page.locator('.message.assistant .note').innerText();
    assert.equal(words, spanish.actions.interruptedNote);
  });

  it('a long conversation is there as text at once and drawn a little later, from its end', async () => {
    const messages = Array.from({ length: 250 }, (_, index) => [
      question(`q${index}`, `¿Pregunta ${index}?`),
      answer(`a${index}`, `# Respuesta ${index}\n\n${longAnswer}`),
    ]).flat();
    await chat.send({ type: 'state', state: stateWith({ messages }) });
    await chat.page.locator('[data-id="a249"] h3').first().waitFor();
    assert.match((await chat.page.locator('[data-id="a0"]').textContent()) ?? '', /Respuesta 0/);
    assert.ok(await chat.look<boolean>('window.find("Respuesta 3")'), 'it can be searched for in the page');
    const tree = await chat.page.locator('[data-id="a1"]').ariaSnapshot();
    assert.match(tree, /Respuesta 1/, 'a screen reader finds it');
    assert.equal(await chat.page.locator('article').count(), 500);
    // Everything becomes what it would have been.
    await chat.page.locator('[data-id="a0"] h3').first().waitFor({ state: 'attached' });
    await chat.eventually(async () => assert.equal(await chat.page.locator('.undrawn').count(), 0));
    const [first, last] = await chat.look<string[]>(
      '["a0", "a249"].map((id) => document.querySelector(`[data-id="${id}"] .markdown`).innerHTML.replace(/Respuesta \\d+/, ""))',
    );
    assert.equal(first, last);
    const { scrollTop, rest } = await chat.look<{ scrollTop: number; rest: number }>(
      '(({ scrollTop, scrollHeight, clientHeight }) => ({ scrollTop, rest: scrollHeight - clientHeight - scrollTop }))(document.querySelector(".scroll"))',
    );
    assert.ok(scrollTop > 0 && rest < 2, `${scrollTop} ${rest}`);
  });
});
