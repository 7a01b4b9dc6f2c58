// What the page shows here is in Spanish. cspell:ignore pulsa suma Listo Reintentar registro otra guía esto
import assert from 'node:assert/strict';
import type { ToView } from '../../src/core/chat/protocol';
import { ChatBench, ChatPage } from '../support/chatPage';
import { answer, basqueAnswer, longAnswer, question, spanish, stateWith } from '../support/chatSamples';
import { withSelection } from '../support/composerSamples';
import { themes } from '../support/themes';

const input = 'textarea';

/** Cuts a text into pieces of uneven size, as tokens are. */
function pieces(text: string): string[] {
  const found: string[] = [];
  for (let at = 0, size = 1; at < text.length; at += size, size = (size * 7 + 3) % 23 || 1) {
    found.push(text.slice(at, at + size));
  }
  return found;
}

describe('the chat page', function () {
  this.timeout(30_000);
  let bench: ChatBench;
  let chat: ChatPage;

  before(async () => (bench = await ChatBench.start()));
  after(() => bench.stop());
  beforeEach(async () => (chat = await ChatPage.open(bench)));
  afterEach(async () => {
    assert.deepEqual(chat.problems, []);
    assert.deepEqual(chat.foreignRequests, []);
    await chat.close();
  });

  const show = async (...changes: Parameters<typeof stateWith>): Promise<void> => {
    await chat.send({ type: 'state', state: stateWith(...changes) });
    await chat.settle();
  };

  const stream = async (id: string, text: string): Promise<void> => {
    const parts: ToView[] = pieces(text).map((part) => ({ type: 'append', id, text: part }));
    await chat.look(`(async () => {
      for (const [at, part] of ${JSON.stringify(parts)}.entries()) {
        window.postMessage(part, '*');
        if (at % 3 === 0) await new Promise((done) => requestAnimationFrame(done));
      }
    })()`);
    await chat.settle();
  };

  describe('the language of an answer', () => {
    it('puts another text in the place of the one that was being written', async () => {
      await show({ messages: [answer('a', '', { status: 'streaming' })], busy: true });
      await stream('a', 'This is in English.\n\n- and so is this');
      await show({ messages: [answer('a', 'En español.', { status: 'streaming' })], busy: true });
      await stream('a', ' Y así sigue.');
      await chat.eventually(async () => {
        assert.equal(await chat.page.locator('.markdown').innerText(), 'En español. Y así sigue.');
      });
    });

    it('reports what a person wants done about it', async () => {
      const translation = { note: 'En otro idioma.', action: 'translate', label: 'Traducir' } as const;
      await show({ messages: [answer('a', 'In English.', { translation })] });
      await chat.page.getByRole('button', { name: 'Traducir' }).click();
      assert.deepEqual(await chat.waitToSay('translation'), {
        ...{ type: 'translation', id: 'a', action: 'translate' },
      });
      await show({ messages: [answer('a', 'In English.', { translating: true })], busy: true });
      assert.equal(await chat.page.getByRole('button', { name: 'Traducir' }).count(), 0);
      assert.equal(await chat.page.getByRole('status').innerText(), spanish.statusTranslating);
    });
  });

  describe('showing answers', () => {
    it('shows an image as a link, because loading it would tell that the answer was read', async () => {
      await show({ messages: [answer('a', '![gráfico](https://evil.example/pixel.png)')] });
      const link = chat.page.getByRole('link', { name: 'gráfico' });
      assert.equal(await link.getAttribute('href'), 'https://evil.example/pixel.png');
      assert.equal(await chat.page.locator('img').count(), 0);
    });

    it('keeps the blocks that are finished while the rest streams in', async () => {
      await show({
        messages: [question('q', '¿Qué hace?'), answer('a', '', { status: 'streaming' })],
        busy: true,
      });
      const half = longAnswer.indexOf('### Versión');
      await stream('a', longAnswer.slice(0, half));
      const settled = await chat.look<number>(
        `[...document.querySelectorAll('.block')].slice(0, -2).map((node) => (node.mine = true)).length`,
      );
      assert.ok(settled >= 4, `${settled} blocks`);
      await chat.look(`new MutationObserver((changes) => {
        window.touched = (window.touched ?? 0) + changes.filter(({ target }) => {
          const block = (target.nodeType === 1 ? target : target.parentElement).closest('.block');
          return block?.mine;
        }).length;
      }).observe(document.querySelector('.markdown'), { subtree: true, childList: true, characterData: true })`);
      await stream('a', longAnswer.slice(half));
      assert.equal(await chat.look('window.touched ?? 0'), 0);
      const kept = await chat.look(
        `[...document.querySelectorAll('.block')].filter((node) => node.mine).length`,
      );
      assert.equal(kept, settled);
    });

    it('ends a stream with the same page as the whole text gives at once', async () => {
      for (const text of [longAnswer, basqueAnswer, 'uno\r\n\r\ndos\r\n- a\r\n- b\r\n']) {
        await show({ messages: [answer('a', '', { status: 'streaming' }), answer('b', text)], busy: true });
        await stream('a', text);
        await show({ messages: [answer('a', text), answer('b', text)] });
        const [streamed, whole] = await chat.look<string[]>(
          `[...document.querySelectorAll('.markdown')].map((node) => node.innerHTML)`,
        );
        assert.equal(streamed, whole);
        await show();
      }
    });

    it('shows bold text, code and links as such before their marks are closed', async () => {
      await show({ messages: [answer('a', '', { status: 'streaming' })], busy: true });
      for (const [text, html] of [
        ['La **suma', '<p>La <strong>suma</strong></p>'],
        ['La **suma** de `tot', '<p>La <strong>suma</strong> de <code>tot</code></p>'],
        ['Ver [la guía](https://exam', '<p>Ver la guía</p>'],
        ['- uno **dos', '<ul>\n<li>uno <strong>dos</strong></li>\n</ul>'],
        ['2 ** 3 * x', '<p>2 ** 3 * x</p>'],
      ] as const) {
        await show({ messages: [answer('a', text, { status: 'streaming' })], busy: true });
        await chat.eventually(async () =>
          assert.equal(await chat.look(`document.querySelector('.block').innerHTML.trim()`), html),
        );
      }
      await show({ messages: [answer('a', '2 **3')] });
      assert.equal(
        await chat.page.locator('.block').innerText(),
        '2 **3',
        'the whole text is shown as it is',
      );
    });

    it('shows a fence that has not ended as code', async () => {
      await show({ messages: [answer('a', '', { status: 'streaming' })], busy: true });
      await stream('a', basqueAnswer);
      assert.equal(await chat.page.locator('.code-language').innerText(), 'rust');
      await chat.eventually(async () =>
        assert.match(await chat.page.locator('.code pre').innerText(), /HashMap::new\(\);/),
      );
    });

    it('keeps a selection in code that is being written', async () => {
      await show({ messages: [answer('a', '```python\nimport os\n', { status: 'streaming' })], busy: true });
      await chat.look(`getSelection().selectAllChildren(document.querySelector('pre code'))`);
      await stream('a', 'import sys\nprint(1)\n```\n\nListo.');
      await chat.page.getByText('Listo.').waitFor();
      assert.match(await chat.look('String(getSelection())'), /^import os/);
    });

    it('leaves messages alone that a new state does not change', async () => {
      const messages = [question('q', '¿Y esto?'), answer('a', longAnswer)];
      await show({ messages });
      await chat.look(`{
        const paragraph = document.querySelector('.markdown p');
        getSelection().selectAllChildren(paragraph);
        document.querySelectorAll('.message, .block, .source').forEach((node) => (node.mine = true));
      }`);
      const before = await chat.look('String(getSelection())');
      await show({
        messages: [...messages, question('q2', 'otra')],
        composer: withSelection('src/sum.py:3-10'),
      });
      assert.equal(await chat.look('String(getSelection())'), before);
      const fresh = `[...document.querySelectorAll('.message, .block, .source')].filter((node) => !node.mine).length`;
      assert.equal(await chat.look(fresh), 1);
    });

    it('says who wrote an answer, why it failed and what can be done', async () => {
      await show({
        messages: [
          question('q', '¿Qué hace?', { attachments: ['src/muy/adentro/suma.py:3-10'] }),
          answer('a', 'La función suma', {
            status: 'failed',
            failure: {
              message: 'El servidor no responde.',
              remedies: [
                { action: 'retry', label: 'Reintentar' },
                { action: 'showLog', label: 'Ver el registro' },
              ],
            },
          }),
        ],
      });
      await chat.page.getByText('La función suma').waitFor();
      await chat.page.getByText('ALIA-40b-instruct · endpoint.example.es').waitFor();
      await chat.page.getByText('suma.py:3-10').waitFor();
      await chat.page.getByRole('button', { name: 'Ver el registro' }).click();
      assert.equal((await chat.waitToSay('remedy')).action, 'showLog');
    });

    it('tells a screen reader when an answer begins and how it ends, and nothing in between', async () => {
      const status = chat.page.getByRole('status');
      await show({ messages: [answer('old', 'vieja')] });
      assert.equal(await status.textContent(), '', 'what is old is not news');
      for (const [state, words] of [
        ['streaming', spanish.statusAnswering],
        ['stopped', spanish.statusStopped],
        ['failed', spanish.statusFailed],
        ['done', spanish.statusDone],
      ] as const) {
        await show({ messages: [answer('old', 'vieja'), answer('a', 'x', { status: state })] });
        assert.equal(await status.textContent(), words);
      }
      assert.equal(await chat.page.locator('[aria-live]').count(), 0);
      assert.equal(await chat.page.getByRole('article').count(), 2);
      assert.equal(await chat.page.locator('.markdown').first().getAttribute('lang'), 'es');
    });
  });

  describe('code blocks', () => {
    it('hand their exact text to the extension to copy or insert, and confirm the copy', async () => {
      await show({ messages: [answer('a', '- uno\n\n  ```js\n  a < b && `c`;\n  \tfin\n  ```\n')] });
      const code = 'a < b && `c`;\n\tfin';
      await chat.page.getByRole('button', { name: spanish.copyCode }).click();
      assert.equal((await chat.waitToSay('copy')).text, code);
      await chat.page.getByRole('button', { name: spanish.copied }).waitFor();
      assert.equal(await chat.page.getByRole('status').textContent(), spanish.copied);
      await chat.page.getByRole('button', { name: spanish.insertCode }).click();
      assert.equal((await chat.waitToSay('insert')).text, code);
      await chat.page.getByRole('button', { name: spanish.copyCode }).waitFor();
    });
  });

  describe('the composer', () => {
    it('sends with Enter, breaks the line with Shift+Enter and leaves Enter to an input method', async () => {
      await show();
      await chat.page.locator(input).focus();
      await chat.page.keyboard.type('uno');
      await chat.page.keyboard.press('Shift+Enter');
      await chat.page.keyboard.type('dos');
      await chat.look(`document.querySelector('textarea').dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }))`);
      assert.deepEqual(
        chat.said.filter(({ type }) => type === 'ask'),
        [],
      );
      await chat.page.keyboard.press('Enter');
      assert.equal((await chat.waitToSay('ask')).text, 'uno\ndos');
    });

    it('keeps the draft when the page is thrown away and made again', async () => {
      await show();
      await chat.page.locator(input).fill('a medias');
      await chat.page.reload();
      await show();
      assert.equal(await chat.page.locator(input).inputValue(), 'a medias');
    });

    it('lets go of a question only when the conversation shows it', async () => {
      await show();
      await chat.page.locator(input).fill('¿por qué?');
      await chat.page.keyboard.press('Enter');
      await show({ messages: [question('other', 'explica esto')], busy: true });
      assert.equal(await chat.page.locator(input).inputValue(), '¿por qué?', 'another turn came first');
      await show({ messages: [question('other', 'explica esto')] });
      await chat.page.keyboard.press('Enter');
      await chat.page.keyboard.type(' y más');
      await show({ messages: [question('other', 'explica esto'), question('q', '¿por qué?')], busy: true });
      assert.equal(await chat.page.locator(input).inputValue(), 'y más');
    });

    it('keeps what is written while an answer is being given', async () => {
      await show({ messages: [answer('a', 'x', { status: 'streaming' })], busy: true });
      await chat.page.locator(input).fill('siguiente');
      await chat.page.keyboard.press('Enter');
      await chat.settle();
      assert.deepEqual(chat.said, [{ type: 'ready' }]);
      assert.equal(await chat.page.locator(input).inputValue(), 'siguiente');
    });

    it('stops an answer with its button and with Escape', async () => {
      await show({ messages: [answer('a', 'x', { status: 'streaming' })], busy: true });
      await chat.page.getByRole('button', { name: spanish.stop }).click();
      await chat.waitToSay('stop');
      await chat.page.locator(input).focus();
      await chat.page.keyboard.press('Escape');
      await chat.settle();
      assert.equal(chat.said.filter(({ type }) => type === 'stop').length, 2);
      await show({ messages: [answer('a', 'x', { status: 'stopped' })] });
      await chat.page.keyboard.press('Escape');
      await chat.settle();
      assert.equal(chat.said.filter(({ type }) => type === 'stop').length, 2, 'nothing left to stop');
    });

    it('shows the selection that goes along and can leave it out', async () => {
      await show({ composer: withSelection('src/sum.py:3-10') });
      await chat.page.getByText('sum.py:3-10', { exact: true }).waitFor();
      await chat.page.getByRole('button', { name: 'Quitar src/sum.py:3-10' }).focus();
      await chat.page.keyboard.press('Enter');
      await chat.waitToSay('detach');
      await show();
      assert.equal(await chat.page.locator('.composer .chip').count(), 0);
      assert.equal(await chat.look('document.activeElement.tagName'), 'TEXTAREA');
    });

    it('grows with the text, but never past the answer', async () => {
      await show();
      const height = async (): Promise<number> => (await chat.page.locator(input).boundingBox())?.height ?? 0;
      const one = await height();
      await chat.page.locator(input).fill('a\nb\nc');
      assert.ok((await height()) >= one + 40);
      await chat.page.locator(input).fill('línea\n'.repeat(80));
      assert.ok((await height()) <= 640 * 0.4 + 1);
    });

    it('comes into focus when the extension says so', async () => {
      await show();
      await chat.send({ type: 'focusComposer' });
      await chat.settle();
      assert.equal(await chat.look('document.activeElement.tagName'), 'TEXTAREA');
    });

    it('takes the focus from nobody who is elsewhere in VS Code, and has it when the page gets it', async () => {
      await show();
      await chat.look('document.hasFocus = () => false');
      await chat.send({ type: 'focusComposer' });
      await chat.settle();
      assert.equal(await chat.look('document.activeElement.tagName'), 'BODY');
      await chat.look("window.dispatchEvent(new Event('focus'))");
      assert.equal(await chat.look('document.activeElement.tagName'), 'TEXTAREA');
    });
  });

  it('reaches everything with the keyboard', async () => {
    await show({
      messages: [question('q', '¿Y?'), answer('a', longAnswer)],
      composer: withSelection('a.py:1-2'),
    });
    const reached: string[] = [];
    for (let step = 0; step < 60; step++) {
      await chat.page.keyboard.press('Tab');
      const name = await chat.look<string>(
        `(document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent).slice(0, 40)`,
      );
      if (reached.includes('Pregunta') && name === spanish.conversation) break;
      reached.push(name);
    }
    for (const wanted of [
      spanish.conversation,
      'documentación de Python',
      spanish.copyCode,
      spanish.insertCode,
      'Adjuntar algo',
      'Quitar a.py:1-2',
      spanish.composerLabel,
      spanish.newChat,
      spanish.send,
    ]) {
      assert.ok(reached.includes(wanted), `${wanted} in ${reached.join(' | ')}`);
    }
  });

  it('follows the text for a person at its end and never pulls one back who reads above', async () => {
    const gap = `(() => { const box = document.querySelector('.scroll'); return box.scrollHeight - box.clientHeight - box.scrollTop; })()`;
    await show({
      messages: [answer('old', longAnswer), answer('a', '', { status: 'streaming' })],
      busy: true,
    });
    await stream('a', longAnswer.slice(0, 900));
    const follows = (): Promise<void> =>
      chat.eventually(async () => assert.ok((await chat.look<number>(gap)) < 2));
    await follows();
    await chat.page.locator('.scroll').hover();
    await chat.page.mouse.wheel(0, -400);
    await chat.settle();
    const top = await chat.look<number>(`document.querySelector('.scroll').scrollTop`);
    await stream('a', longAnswer.slice(900));
    assert.equal(await chat.look<number>(`document.querySelector('.scroll').scrollTop`), top);
    await chat.page.mouse.wheel(0, 100_000);
    await chat.settle();
    await stream('a', '\n\nY un párrafo más.\n\nY otro.');
    await chat.page.getByText('Y otro.').waitFor();
    await follows();
  });

  it('shrugs at messages that are not ours', async () => {
    await show({ messages: [answer('a', 'sigue aquí')] });
    for (const odd of [
      null,
      7,
      'x',
      {},
      { type: 'state' },
      { type: 'state', state: {} },
      { type: 'append', id: 1 },
    ]) {
      await chat.look(`window.postMessage(${JSON.stringify(odd)}, '*')`);
    }
    await chat.send({ type: 'append', id: 'gone', text: 'nadie' });
    await chat.settle();
    await chat.page.getByText('sigue aquí').waitFor();
  });

  for (const theme of themes) {
    it(`has nothing that axe objects to at 250 px in ${theme.name}, and nothing to scroll sideways`, async () => {
      await chat.close();
      chat = await ChatPage.open(bench, { theme, width: 250, height: 900 });
      await show();
      assert.deepEqual(await chat.axeViolations(), [], 'empty');
      await chat.page.locator('button.answers').click();
      await chat.page.getByRole('menuitemradio', { name: 'Español', exact: true }).waitFor();
      assert.deepEqual(await chat.axeViolations(), [], 'menu of languages');
      await chat.page.keyboard.press('Escape');
      const translate = { action: 'translate', label: 'Traducir' } as const;
      const failure = {
        message: 'No hay conexión con https://un-servidor-con-un-nombre-muy-largo.example.es:8443/v1.',
        remedies: [{ action: 'retry', label: 'Reintentar' }],
      } as const;
      await show({
        messages: [
          question('q', '¿Qué hace esta función tan_larga_que_no_cabe_en_una_sola_línea_de_la_vista()?', {
            attachments: ['una/carpeta/muy/larga/que/no/cabe/suma.py:3-10'],
          }),
          answer('a', longAnswer),
          answer('b', basqueAnswer, { lang: 'eu', status: 'cut' }),
          answer('c', 'a medias', { status: 'failed', failure }),
          answer('d', 'In English.', { translation: { note: 'En otro idioma.', ...translate } }),
          answer('e', 'Otra vez.', { aside: 'Llegó primero en otro idioma y se pidió de nuevo.' }),
          answer('d', 'a medias', { status: 'stopped' }),
        ],
        composer: withSelection('una/carpeta/muy/larga/que/no/cabe/suma.py:3-10'),
      });
      assert.deepEqual(await chat.axeViolations(), [], 'conversation');
      await show({ messages: [answer('e', 'escribo', { status: 'streaming' })], busy: true });
      assert.deepEqual(await chat.axeViolations(), [], 'answering');
      await show({ messages: [answer('a', longAnswer), answer('c', 'x', { status: 'failed', failure })] });
      await chat.page.locator('button.answers').click();
      for (const width of [250, 125]) {
        await chat.page.setViewportSize({ width, height: 600 });
        await chat.settle();
        const sideways = await chat.look<string[]>(
          `[document.documentElement, document.body, document.querySelector('.scroll'), document.querySelector('.composer'), document.querySelector('.answers-menu')]
            .filter((node) => node.scrollWidth > node.clientWidth)
            .map((node) => node.tagName + '.' + node.className + ' ' + node.scrollWidth + '>' + node.clientWidth)`,
        );
        assert.deepEqual(sideways, [], `${width} px`);
      }
    });
  }
});
