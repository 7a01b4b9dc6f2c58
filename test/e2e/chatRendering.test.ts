// What the page shows here is in Spanish. cspell:ignore tras solo derecha resto queda entero
import assert from 'node:assert/strict';
import { type ChatBench, ChatPage, pageForEach } from '../support/chatPage';
import { answer, longAnswer, question, spanish, stateWith } from '../support/chatSamples';
import { themes } from '../support/themes';

const fence = '```';
const sampler = `${fence}js
// nota
export function suma(a, b) { return "x" + 1 + true + /a/.test(b); }
${fence}

${fence}python
@dec
class A(B):
    """doc"""
    def f(self): return None
${fence}

${fence}diff
- antes
+ después
${fence}

${fence}html
<p class="a">b</p>
${fence}
`;

/** The contrast between the colour of each coloured token, and the background that it stands on. Runs in the page. */
const CONTRAST = `(() => {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const rgb = (color, under) => {
    canvas.clearRect(0, 0, 1, 1);
    for (const layer of [under, color]) { if (layer) { canvas.fillStyle = layer; canvas.fillRect(0, 0, 1, 1); } }
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const light = (parts) => {
    const [r, g, b] = parts.map((part) => part / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const page = getComputedStyle(document.documentElement).backgroundColor;
  return [...document.querySelectorAll('[class^=tok-]')].map((node) => {
    const block = getComputedStyle(node.closest('.code')).backgroundColor;
    const under = rgb(block, page);
    const ground = 'rgb(' + under.join(',') + ')';
    const [a, b] = [light(under), light(rgb(getComputedStyle(node).color, ground))].sort((x, y) => y - x);
    return { name: node.className, contrast: (a + 0.05) / (b + 0.05) };
  });
})()`;

describe('how the chat page draws answers', function () {
  this.timeout(30_000);
  let bench: ChatBench;
  let chat: ChatPage;
  pageForEach(
    (opened, on) => {
      chat = opened;
      bench = on;
    },
    () => chat,
  );

  const show = async (text: string, changes: Parameters<typeof answer>[2] = {}): Promise<void> => {
    await chat.send({ type: 'state', state: stateWith({ messages: [answer('a', text, changes)] }) });
    await chat.settle();
  };
  const html = (): Promise<string> => chat.look(`document.querySelector('.markdown').innerHTML`);

  it('leaves formulas as they are written', async () => {
    const text =
      'Sea $a_1 * b_2 * c_3$ y \\(x_i*y_i\\), no $5 ni $6.\n\n$$\na_1 + b\n- c * d * e\n$$\n\nFin.';
    await show(text);
    const shown = await chat.page.locator('.markdown').innerText();
    for (const part of ['$a_1 * b_2 * c_3$', '\\(x_i*y_i\\)', 'no $5 ni $6.', 'a_1 + b\n- c * d * e']) {
      assert.ok(shown.includes(part), shown);
    }
    assert.equal(await chat.page.locator('.markdown em, .markdown li').count(), 0);
  });

  it('shows what cannot be seen, in prose and in code, and copies the code as it is with a word', async () => {
    const code = 'if (a != "user\u202e \u2066// solo\u2069") { b\u00a0= 1; }';
    await show(`Mira \u202etxt.exe y con\u200btra\n\n${fence}js\n${code}\n${fence}\n\nY 👩‍💻 queda entero.`);
    const names = await chat.look(
      `[...document.querySelectorAll('.unseen')].map((node) => node.getAttribute('aria-label'))`,
    );
    assert.deepEqual(names, ['U+202E', 'U+200B', 'U+202E', 'U+2066', 'U+2069', 'U+00A0']);
    await chat.page.getByText(spanish.code.unseen).waitFor();
    await chat.page.getByRole('button', { name: spanish.copyCode }).click();
    assert.equal((await chat.waitToSay('copy')).text, code);
    assert.equal(await chat.page.getByRole('status').textContent(), spanish.code.copiedUnseen);
    const directions = await chat.look<string[]>(
      `[...document.querySelectorAll('.unseen')].map((node) => getComputedStyle(node).unicodeBidi)`,
    );
    assert.ok(
      directions.every((value) => value === 'isolate'),
      directions.join(),
    );
  });

  it('says what a person wants done with code, of which answer and in which language', async () => {
    const messages = [question('q', '¿Cómo?'), answer('a7', `${fence}bash\nnpm test\n${fence}`)];
    await chat.send({ type: 'state', state: stateWith({ messages }) });
    for (const [action, name] of [
      ['apply', spanish.code.applyName],
      ['newFile', spanish.code.newFileName],
      ['terminal', spanish.code.terminalName],
    ] as const) {
      chat.said.length = 0;
      await chat.page.getByRole('button', { name }).click();
      const { request } = await chat.waitToSay('code');
      assert.deepEqual(request, { action, text: 'npm test', language: 'bash', answer: 'a7' });
    }
    await show(`${fence}python\nx\n${fence}`);
    assert.equal(await chat.page.getByRole('button', { name: spanish.code.terminalName }).count(), 0);
  });

  it('does nothing for a click that no person made', async () => {
    await show(`${fence}bash\nls\n${fence}\n\n[a](https://ok.example/) [b](src/a.py)`);
    await chat.look(
      `document.querySelectorAll('.markdown button, .markdown a').forEach((node) => node.click())`,
    );
    await chat.settle();
    assert.deepEqual(chat.said, [{ type: 'ready' }]);
  });

  it('offers to put code somewhere only when it is whole', async () => {
    const half = `${fence}bash\nnpm te`;
    await show(half, { status: 'streaming' });
    await chat.page.getByRole('button', { name: spanish.copyCode }).waitFor();
    assert.equal(await chat.page.getByRole('button', { name: spanish.code.terminalName }).count(), 0);
    await show(`${half}st\n${fence}`);
    await chat.page.getByRole('button', { name: spanish.code.terminalName }).waitFor();
  });

  it('hands links to the extension with their address, by mouse and keyboard, and goes nowhere itself', async () => {
    await show('[guía](https://gіthub.com/a) y [suma](src/suma.py:3)');
    const web = chat.page.getByRole('link', { name: 'guía' });
    assert.equal(await web.getAttribute('title'), 'https://xn--gthub-n2e.com/a');
    await web.click();
    assert.deepEqual(await chat.waitToSay('followLink'), {
      ...{ type: 'followLink', kind: 'web', address: 'https://xn--gthub-n2e.com/a' },
    });
    await web.click({ button: 'middle' });
    await chat.page.getByRole('link', { name: 'suma' }).focus();
    await chat.page.keyboard.press('Enter');
    assert.deepEqual(await chat.waitToSay('followLink'), {
      ...{ type: 'followLink', kind: 'file', address: 'src/suma.py:3' },
    });
    assert.equal(chat.page.url(), bench.url);
    assert.equal(chat.page.context().pages().length, 1);
  });

  it('shows what it may not link to as it was written', async () => {
    const text = '[a](command:x.y) [b](javascript:c) [d](../e) [f](mailto:g@evil.example)';
    await show(text);
    assert.equal(await chat.page.locator('.markdown').innerText(), text);
    assert.equal(await chat.page.locator('.markdown a').count(), 0);
  });

  it('draws a long list, a long code and a long text the same streamed as at once', async () => {
    const items = Array.from({ length: 300 }, (_, at) => `1. punto **${at}** con \`código\``).join('\n');
    const code = `${fence}js\n${'const a = "x"; // nota\n'.repeat(400)}${fence}`;
    const text = `${items}\n\n${code}\n\n${'palabra '.repeat(4000)}\n\nY el resto de [aquí][x].\n\n[x]: https://ok.example/`;
    const read = `document.querySelector('.markdown').innerHTML`;
    await show(text);
    await chat.eventually(async () => assert.match(await html(), /ok\.example/));
    await chat.eventually(async () => assert.ok((await chat.page.locator('.tok-comment').count()) === 400));
    const whole = await chat.look<string>(read);
    assert.match(whole, /<ol start="301"|<ol start="\d{2,3}"/, 'the list goes on with its numbers');
    await chat.send({ type: 'state', state: stateWith() });
    const streaming = answer('a', '', { status: 'streaming' });
    await chat.send({ type: 'state', state: stateWith({ messages: [streaming], busy: true }) });
    for (let at = 0; at < text.length; at += 777) {
      await chat.send({ type: 'append', id: 'a', text: text.slice(at, at + 777) });
      if (at % 5 === 0) await chat.look('new Promise((done) => requestAnimationFrame(done))');
    }
    await show(text);
    await chat.eventually(async () => assert.equal((await html()).length, whole.length));
    const streamed = await html();
    assert.equal(streamed, whole);
  });

  it('copies long code letter by letter, however it is laid out', async () => {
    const code = `${'á'.repeat(9000)}😀\n${'x = 1\n'.repeat(200)}fin`;
    await show(`${fence}python\n${code}\n${fence}`);
    await chat.page.getByRole('button', { name: spanish.copyCode }).click();
    assert.equal((await chat.waitToSay('copy')).text, code);
  });

  it('colours the languages that borrow the mode of a near relative', async () => {
    const code: Readonly<Record<string, string>> = {
      ada: 'procedure Sum is\nbegin\n  null; -- nothing\nend Sum;',
      awk: '# adds\n{ print $1 }',
      elixir: 'def sum(a) do\n  a # adds\nend',
      makefile: '# builds\nall:\n\tcc -o a a.c',
      mathematica: '(* adds *)\nPlus[1, 2]',
      prolog: '% adds\nsum(X, Y) :- Y is X + 1.',
      yacc: '/* adds */\nint a;',
    };
    await show(
      Object.entries(code)
        .map(([name, text]) => `${fence}${name}\n${text}\n${fence}`)
        .join('\n\n'),
    );
    await chat.eventually(async () => {
      const comments = await chat.page.locator('.tok-comment').allInnerTexts();
      assert.equal(comments.length, Object.keys(code).length, comments.join(' | '));
    });
  });

  for (const theme of themes) {
    it(`has colours for code that can be read in ${theme.name}, and nothing that axe objects to`, async () => {
      await chat.close();
      chat = await ChatPage.open(bench, { theme, width: 250, height: 900 });
      await show(
        `${sampler}\n${longAnswer}\n\n${fence}bash\nls \u202e-l\n${fence}\n\n[a](src/a.py) $x$ \u200b`,
      );
      await chat.page.locator('.tok-string').first().waitFor();
      const found = await chat.look<{ name: string; contrast: number }[]>(CONTRAST);
      const names = new Set(found.map(({ name }) => name));
      for (const name of ['comment', 'string', 'number', 'keyword', 'atom', 'inserted', 'deleted']) {
        assert.ok(names.has(`tok-${name}`), `${name} in ${[...names].join(' ')}`);
      }
      const faint = found.filter(({ contrast }) => contrast < 4.5);
      assert.deepEqual(faint, []);
      assert.deepEqual(await chat.axeViolations(), []);
      for (const width of [250, 125]) {
        await chat.page.setViewportSize({ width, height: 600 });
        await chat.settle();
        assert.ok(
          await chat.look(
            `(() => { const box = document.querySelector('.scroll'); return box.scrollWidth <= box.clientWidth; })()`,
          ),
          `${width} px`,
        );
        const cut = await chat.look<string[]>(
          `[...document.querySelectorAll('.code-head')].filter((head) => head.scrollWidth > head.clientWidth).map((head) => head.textContent)`,
        );
        assert.deepEqual(cut, [], `buttons at ${width} px`);
      }
    });
  }
});
