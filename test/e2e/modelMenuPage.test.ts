// What the page shows here is in Spanish. cspell:disable
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { ChatBench, ChatPage } from '../support/chatPage';
import { answer, question, someModels, stateWith } from '../support/chatSamples';
import { testSetup } from '../support/testSetup';
import { themes } from '../support/themes';

const conversation = [question('q', '¿Qué hace?'), answer('a', 'Suma dos números.')];

describe('the model in the chat page', function () {
  this.timeout(30_000);
  let bench: ChatBench;
  let chat: ChatPage;

  before(async () => (bench = await ChatBench.start()));
  after(() => bench.stop());
  afterEach(async () => {
    assert.deepEqual(chat.problems, []);
    await chat.close();
  });

  async function open(options: Parameters<typeof ChatPage.open>[1] = {}): Promise<void> {
    chat = await ChatPage.open(bench, options);
    await chat.send({ type: 'state', state: stateWith({ messages: conversation, models: someModels }) });
    await chat.settle();
  }

  const chip = (): ReturnType<typeof chat.page.locator> => chat.page.locator('button.model');
  const option = (name: RegExp): ReturnType<typeof chat.page.locator> =>
    chat.page.getByRole('menuitemradio', { name });

  it('is chosen with the keyboard, for this conversation or for good; the menu asks what there is', async () => {
    await open();
    await chip().focus();
    await chat.page.keyboard.press('ArrowDown');
    await chat.waitToSay('listModels');
    await option(/ALIA-40b-instruct/)
      .and(chat.page.locator(':focus'))
      .waitFor();
    await chat.page.keyboard.press('ArrowDown');
    await chat.page.keyboard.press('Enter');
    const chosen = { type: 'chooseModel', id: 'fc' };
    assert.deepEqual(await chat.waitToSay('chooseModel'), { ...chosen, forGood: false });
    await chip().and(chat.page.locator(':focus')).waitFor();
    chat.said.length = 0;
    await chip().click();
    await option(/Para siempre/).click();
    await option(/ALIA-40b-fc/).click();
    assert.deepEqual(await chat.waitToSay('chooseModel'), { ...chosen, forGood: true });
  });

  it('fills its menu while it is open, with focus and scope where they were', async () => {
    await open();
    await chip().click();
    await option(/Para siempre/).click();
    await option(/salamandra/).focus();
    const [first, second] = someModels.groups;
    const more = { ...second!.options[0]!, value: 'new', label: 'qwen3:4b' };
    const groups = [first!, { host: second!.host, options: [...second!.options, more] }];
    const models = { ...someModels, groups, asking: true };
    await chat.send({ type: 'state', state: stateWith({ messages: conversation, models }) });
    await option(/qwen3/).waitFor();
    await option(/salamandra/)
      .and(chat.page.locator(':focus'))
      .waitFor();
    await chat.page.getByText(someModels.text.asking).waitFor();
    await option(/qwen3/).click();
    assert.deepEqual(await chat.waitToSay('chooseModel'), { type: 'chooseModel', id: 'new', forGood: true });
  });

  it('says to a screen reader what a choice led to, and how much of the context is taken', async () => {
    await open();
    await chip().click();
    await option(/ALIA-40b-fc/).click();
    const description = 'Modelo: BSC-LT/ALIA-40b-fc-2606 en alia.example.es.';
    const models = { ...someModels, name: 'ALIA-40b-fc-2606', description };
    await chat.send({ type: 'state', state: stateWith({ messages: conversation, models }) });
    await chat.page.getByRole('status').filter({ hasText: description }).waitFor();
    const meter = chat.page.getByRole('meter');
    assert.equal(await meter.getAttribute('aria-valuetext'), someModels.context?.description);
    assert.equal(await meter.getAttribute('aria-valuenow'), '42');
    const { context: _none, ...rest } = someModels;
    await chat.send({ type: 'state', state: stateWith({ models: rest }) });
    await meter.waitFor({ state: 'detached' });
  });

  it('leads to another endpoint, and is not there where none is set', async () => {
    await open();
    await chip().click();
    await chat.page.getByRole('menuitem', { name: someModels.text.another, exact: true }).click();
    assert.deepEqual(await chat.waitToSay('remedy'), { type: 'remedy', action: 'setUp' });
    await chat.send({ type: 'state', state: stateWith() });
    await chip().waitFor({ state: 'hidden' });
  });

  describe('that only shows how all works', () => {
    const remedies = [
      { action: 'setUp', label: 'Konfiguratu amaiera-puntua' },
      { action: 'installLocalModel', label: 'Instalatu eredu lokal bat' },
    ] as const;
    const note = 'Erakusketa-eredua: oso programa txikiak azaltzen ditu, eta ez da laguntzailea.';
    const description = 'Modelo: aliada-demo en 127.0.0.1:8080.';
    const models = { ...someModels, name: 'aliada-demo', description, demonstration: { note, remedies } };
    const notice = (): ReturnType<typeof chat.page.locator> => chat.page.getByRole('note');

    it('says so in sight of the composer, leads to a real one, and is quiet with another', async () => {
      await open();
      await notice().waitFor({ state: 'hidden' });
      await chat.send({ type: 'state', state: stateWith({ messages: conversation, models }) });
      await notice().filter({ hasText: note }).waitFor();
      const install = chat.page.getByRole('button', { name: remedies[1].label });
      await install.click();
      assert.deepEqual(await chat.waitToSay('remedy'), { type: 'remedy', action: 'installLocalModel' });
      // The words change with the language; whoever is at the button stays there.
      const other = { ...models, demonstration: { note: 'Modelo de demostración.', remedies } };
      await chat.send({ type: 'state', state: stateWith({ messages: conversation, models: other }) });
      await notice().filter({ hasText: 'Modelo de demostración.' }).waitFor();
      await install.and(chat.page.locator(':focus')).waitFor();
      await chat.send({ type: 'state', state: stateWith({ messages: conversation, models: someModels }) });
      await notice().waitFor({ state: 'hidden' });
    });

    for (const theme of themes) {
      for (const width of [250, 420]) {
        it(`has nothing that axe objects to in ${theme.name}, ${width} px`, async () => {
          await open({ theme, width });
          await chat.send({ type: 'state', state: stateWith({ messages: conversation, models }) });
          await notice().waitFor();
          assert.deepEqual(await chat.axeViolations(), []);
          assert.ok(await chat.look('document.documentElement.scrollWidth <= innerWidth'));
          await picture(`demonstration-${theme.name}-${width}`);
        });
      }
    }
  });

  for (const theme of themes) {
    for (const width of [250, 420]) {
      it(`has nothing that axe objects to in ${theme.name}, ${width} px, and nothing to scroll sideways`, async () => {
        await open({ theme, width });
        assert.deepEqual(await chat.axeViolations(), [], 'closed');
        await picture(`model-chip-${theme.name}-${width}`);
        await chip().click();
        assert.deepEqual(await chat.axeViolations(), [], 'open');
        assert.ok(await chat.look('document.documentElement.scrollWidth <= innerWidth'));
        await picture(`model-menu-${theme.name}-${width}`);
      });
    }
  }

  async function picture(name: string): Promise<void> {
    const { artifacts } = testSetup();
    await mkdir(artifacts, { recursive: true });
    await chat.page.screenshot({ path: path.join(artifacts, `${name.replaceAll(/\W+/g, '-')}.png`) });
  }
});
