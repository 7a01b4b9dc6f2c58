import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { FromView } from '../../src/core/chat/protocol';
import { ChatPage, type ChatBench } from './chatPage';
import { answer, spanish, stateWith } from './chatSamples';

/** An answer that tries to do harm. */
export interface HostileAnswer {
  readonly name: string;
  readonly text: string;
}

/** What drawing it led to. */
export interface Drawn {
  readonly name: string;
  /** What must not happen and did, in words; empty where all is well. */
  readonly breaches: readonly string[];
  /** From the first of it to the last change on the page, in milliseconds. */
  readonly took: number;
  /** The longest that the page did not react, in milliseconds. */
  readonly longestTask: number;
}

/** Longer than this and the page counts as hung, in milliseconds. Generous: the machine may be busy. */
const patience = 30_000;
/** Longer answers are not streamed token by token, in UTF-16 units. */
const longestInTokens = 4000;

/** All files of a folder and those below, whatever their ending: each is one answer. */
export function hostileFilesIn(folder: string): HostileAnswer[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({ name: path.relative(folder, file), text: readFileSync(file, 'utf8') }));
}

/** Takes note of what an answer should not be able to bring about. Runs in the page before anything is drawn. */
const WATCH = `(() => {
  const known = new Set(Object.getOwnPropertyNames(window));
  const watch = { violations: [], longest: 0 };
  known.add('watch');
  document.addEventListener('securitypolicyviolation', (event) =>
    watch.violations.push(event.violatedDirective + ' ' + event.blockedURI));
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) watch.longest = Math.max(watch.longest, duration);
  }).observe({ type: 'longtask' });
  watch.globals = () => Object.getOwnPropertyNames(window).filter((name) => !known.has(name));
  window.watch = watch;
})()`;

/** What is wrong with the page now. Runs in the page. */
const LOOK = `(() => {
  const wrong = [];
  const tags = 'P BR HR H3 BLOCKQUOTE UL OL LI PRE CODE TABLE THEAD TBODY TR TH TD A STRONG EM B I U S DEL MARK KBD SUB SUP DIV SPAN';
  const allowed = new Set(tags.split(' '));
  const attributes = /^(?:class|title|start|align|role|tabindex|lang|href|aria-label|data-name|data-language)$/;
  const classes = /^(?:|block|part|goes-on|headed|code|code-head|code-language|code-actions|code-warning|lines|unseen|tok-[a-z]+|plain|table|math|file|task|depth-[1-6]|markdown|growing)$/;
  for (const node of document.querySelectorAll('.markdown *')) {
    if (node.closest('button, .code-warning > .icon')) continue;
    const shown = node.outerHTML.slice(0, 120);
    if (!allowed.has(node.tagName)) wrong.push('element ' + shown);
    for (const { name, value } of node.attributes) {
      if (!attributes.test(name)) wrong.push('attribute ' + name + ' in ' + shown);
      if (name === 'href' && !/^https?:\\/\\//.test(value)) wrong.push('address ' + value);
      if (name === 'class' && !value.split(' ').every((one) => classes.test(one))) wrong.push('class ' + value);
    }
  }
  const hidden = /[\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F-\\u009F\\u00AD\\u061C\\u200B\\u200E\\u200F\\u2028-\\u202E\\u2060-\\u2064\\u2066-\\u2069\\uFEFF\\u{E0001}]/u;
  const walker = document.createTreeWalker(document.querySelector('.conversation'), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode;
    if (hidden.test(data) && !parentElement.matches('.unseen')) wrong.push('unseen ' + JSON.stringify(data.slice(0, 80)));
  }
  for (const name of watch.globals()) wrong.push('global ' + name);
  for (const violation of watch.violations) wrong.push('policy ' + violation);
  if (document.querySelectorAll('iframe, object, embed, script:not([nonce]), link:not([rel=stylesheet]), style, base, form').length > 0)
    wrong.push('an element that loads or runs');
  if (document.querySelectorAll('#chat').length !== 1 || !(document.getElementById('chat') instanceof HTMLElement))
    wrong.push('#chat is somebody else');
  const box = document.querySelector('.scroll');
  if (box.scrollWidth > box.clientWidth) wrong.push('scrolls sideways');
  const composer = document.querySelector('.composer textarea').getBoundingClientRect();
  const top = document.elementFromPoint(composer.x + composer.width / 2, composer.y + composer.height / 2);
  if (!top?.closest('.composer')) wrong.push('the composer is covered');
  return wrong.slice(0, 5);
})()`;

/** Resolves once nothing has changed on the page for some frames. Runs in the page. */
const REST = `new Promise((done) => {
  let quiet = 0;
  const observer = new MutationObserver(() => (quiet = 0));
  observer.observe(document.querySelector('.conversation'), { subtree: true, childList: true, characterData: true });
  const next = () => {
    quiet += 1;
    if (quiet < 6) return void requestAnimationFrame(next);
    observer.disconnect();
    done();
  };
  requestAnimationFrame(next);
})`;

/** Draws hostile answers in the real page, one after the other, and says of each what it led to. */
export class HostileBench {
  #chat: ChatPage | undefined;
  #drawn = 0;
  #events: string[] = [];

  constructor(private readonly bench: ChatBench) {}

  /** @param answers drawn at once, each as an answer of its own; alone, a breach is known to be its. */
  async draw(...answers: readonly HostileAnswer[]): Promise<Drawn> {
    const chat = await this.#page();
    const name = answers.map((one) => one.name).join(', ');
    const texts = answers.map(({ text }) => text);
    const said = chat.said.length;
    const requests = chat.foreignRequests.length;
    this.#events = [];
    const breaches: string[] = [];
    let took = 0;
    let longestTask = 0;
    try {
      const start = performance.now();
      await within(drawWhole(chat, texts));
      took = performance.now() - start;
      breaches.push(...(await within(chat.look<string[]>(LOOK))).map((found) => `whole: ${found}`));
      await within(drawStreamed(chat, texts));
      breaches.push(...(await within(chat.look<string[]>(LOOK))).map((found) => `streamed: ${found}`));
      for (const message of chat.said.slice(said)) breaches.push(`said ${message.type} by itself`);
      breaches.push(...(await within(controlsWork(chat))));
      longestTask = await within(
        chat.look<number>('(() => { const { longest } = watch; watch.longest = 0; return longest; })()'),
      );
      await chat.send({ type: 'state', state: stateWith() });
    } catch (error) {
      breaches.push(String(error).slice(0, 200));
      await this.#throwAway();
    }
    breaches.push(...chat.foreignRequests.slice(requests).map((url) => `asked for ${url}`), ...this.#events);
    if (breaches.length > 0) await this.#throwAway();
    return { name, breaches, took, longestTask };
  }

  async stop(): Promise<void> {
    await this.#throwAway();
  }

  /** A page that may have been broken into is not used again, and neither is an old one. */
  async #page(): Promise<ChatPage> {
    if (this.#drawn++ % 40 === 39) await this.#throwAway();
    if (this.#chat) return this.#chat;
    const chat = await ChatPage.open(this.bench);
    this.#chat = chat;
    const { page } = chat;
    page.on('dialog', (dialog) => {
      this.#events.push(`dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('popup', () => this.#events.push('a window'));
    page.on('frameattached', () => this.#events.push('a frame'));
    page.on('framenavigated', (frame) => this.#events.push(`went to ${frame.url()}`));
    page.on('download', () => this.#events.push('a download'));
    page.on('worker', () => this.#events.push('a worker'));
    page.on('crash', () => this.#events.push('the page crashed'));
    page.on('pageerror', (error) => this.#events.push(`error ${error.message}`));
    await chat.look(WATCH);
    return chat;
  }

  async #throwAway(): Promise<void> {
    const chat = this.#chat;
    this.#chat = undefined;
    await chat?.close();
  }
}

async function drawWhole(chat: ChatPage, texts: readonly string[]): Promise<void> {
  const messages = texts.map((text, at) => answer(`whole${at}`, text));
  await chat.send({ type: 'state', state: stateWith({ messages }) });
  await chat.look(REST);
}

/** In some tens of pieces, cut wherever it falls; all at the same time. */
async function drawStreamed(chat: ChatPage, texts: readonly string[]): Promise<void> {
  const messages = texts.map((_, at) => answer(`streamed${at}`, '', { status: 'streaming' }));
  await chat.send({ type: 'state', state: stateWith({ messages, busy: true }) });
  const longest = Math.max(...texts.map(({ length }) => length));
  const size = longest <= longestInTokens ? Math.max(2, Math.ceil(longest / 25)) : 16_000;
  for (let from = 0; from < longest; from += size) {
    for (const [at, text] of texts.entries()) {
      const piece = text.slice(from, from + size);
      if (piece !== '') await chat.send({ type: 'append', id: `streamed${at}`, text: piece });
    }
    await chat.look('new Promise((done) => requestAnimationFrame(done))');
  }
  const ended = texts.map((text, at) => answer(`streamed${at}`, text));
  await chat.send({ type: 'state', state: stateWith({ messages: ended }) });
  await chat.look(REST);
}

/** The page's own controls still do what they are for. */
async function controlsWork({ page, said }: ChatPage): Promise<string[]> {
  const before = said.length;
  await page.locator('.composer textarea').fill('¿sigue ahí?', { timeout: patience });
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: spanish.newChat }).click({ timeout: patience });
  await page.locator('.composer textarea').fill('');
  const types = said.slice(before).map((message: FromView) => message.type);
  return types.join(' ') === 'ask newChat' ? [] : [`the controls said ${types.join(' ') || 'nothing'}`];
}

async function within<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The page hangs.')), patience);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
