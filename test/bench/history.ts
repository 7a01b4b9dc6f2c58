// Made-up conversations in Spanish. cspell:disable
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ConversationHistory } from '../../src/core/chat/history/history';
import type { HistoryPanel } from '../../src/core/chat/history/panel';
import { HistorySearch } from '../../src/core/chat/history/search';
import { writePart } from '../../src/core/chat/history/part';
import type { Message } from '../../src/core/chat/message';
import { ChatBench, ChatPage } from '../support/chatPage';
import { answer, longAnswer, question, stateWith } from '../support/chatSamples';
import { ChatWindow } from '../support/chatWindow';
import { diskFiles } from '../support/historyFiles';

const minute = 60_000;

/** Milliseconds that some work takes. */
async function timed<T>(work: () => Promise<T>): Promise<{ readonly ms: number; readonly value: T }> {
  const start = performance.now();
  const value = await work();
  return { ms: performance.now() - start, value };
}

/** A folder with so many conversations of six messages each. */
async function fill(folder: string, count: number): Promise<void> {
  const files = diskFiles(folder);
  for (let index = 0; index < count; index += 1) {
    const id = `conversation-${index}`;
    const at = Date.now() - index * 97 * minute;
    const messages = Array.from({ length: 6 }, (_, turn): Message => {
      const common = { id: `${id}-${turn}`, at: at + turn, lang: 'es' };
      const parent = turn === 0 ? {} : { parent: `${id}-${turn - 1}` };
      return turn % 2 === 0
        ? { ...common, ...parent, role: 'user', text: `¿Por qué falla la prueba ${index}?`, attachments: [] }
        : {
            ...{ ...common, ...parent, role: 'assistant', text: longAnswer.slice(0, 1_500), language: 'es' },
            ...{ status: 'done', attachmentCut: false },
          };
    });
    const part = {
      id,
      created: at,
      updated: at + 6,
      messages: messages.map((message) => ({ message, revision: 1 })),
    };
    await files.write(`${id}.benchwindow.1.json`, writePart(part));
  }
}

export interface HistoryFigures {
  readonly rebuilt: number;
  readonly listed: number;
  readonly shown: number;
  readonly searched: number;
  readonly searchedAgain: number;
}

/** Times, in milliseconds, over so many conversations on disk: each by a window that has just opened. */
export async function folderFigures(count: number): Promise<HistoryFigures> {
  const folder = await mkdtemp(path.join(tmpdir(), 'aliada-history-'));
  try {
    await fill(folder, count);
    const open = (): ConversationHistory =>
      new ConversationHistory({
        ...{ files: diskFiles(folder), writer: 'another', now: Date.now },
        log: { warn: () => undefined },
      });
    const rebuilt = await timed(() => open().list());
    const listed = await timed(() => open().list());
    if (listed.value.length !== count) throw new Error(`${listed.value.length} of ${count} listed`);
    const window = new ChatWindow(diskFiles(folder));
    const shown = await timed(async () => {
      await window.panel.receive({ action: 'show' });
      return JSON.stringify(window.panel.view);
    });
    const search = new HistorySearch(open());
    const find = (): Promise<unknown> =>
      search.search('prueba 4321', new AbortController().signal, () => undefined);
    const searched = await timed(find);
    const again = await timed(find);
    return {
      ...{ rebuilt: rebuilt.ms, listed: listed.ms, shown: shown.ms },
      ...{ searched: searched.ms, searchedAgain: again.ms },
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What the panel of a window over the folder would send, for the page. */
async function listView(count: number): Promise<HistoryPanel['view']> {
  const folder = await mkdtemp(path.join(tmpdir(), 'aliada-history-'));
  try {
    await fill(folder, count);
    const window = new ChatWindow(diskFiles(folder));
    await window.panel.receive({ action: 'show' });
    return window.panel.view;
  } finally {
    await rm(folder, { recursive: true });
  }
}

export interface PageFigures {
  /** From the message to the list on the screen. */
  readonly list: number;
  /** From the message to the end of the conversation on the screen. */
  readonly seen: number;
  /** To the last message drawn. */
  readonly whole: number;
  /** The longest task of the page meanwhile. */
  readonly longest: number;
}

const watch = `
  window.longest = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration);
  }).observe({ entryTypes: ['longtask'] });
  window.painted = () => new Promise((done) => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => done(performance.now());
    channel.port2.postMessage(0);
  }));
  window.until = async (ready) => {
    while (!ready()) await new Promise((next) => requestAnimationFrame(next));
    return window.painted();
  };`;

/** Times in a real page, in milliseconds: a list out of `conversations`, and a conversation of `messages`. */
export async function pageFigures(conversations: number, messages: number): Promise<PageFigures> {
  const bench = await ChatBench.start();
  try {
    const view = await listView(conversations);
    const chat = await ChatPage.open(bench);
    await chat.look(watch);
    await chat.send({ type: 'state', state: stateWith() });
    await chat.settle();
    const sent = (message: unknown, ready: string): Promise<number> =>
      chat.look<number>(`(async () => {
        const message = ${JSON.stringify(message)};
        const start = performance.now();
        window.postMessage(message, '*');
        return (await window.until(() => ${ready})) - start;
      })()`);
    const list = await sent({ type: 'history', history: view }, 'document.querySelector(".history-row")');
    await sent({ type: 'history' }, 'document.querySelector(".history").hidden');
    await chat.look('window.longest = 0');
    const all = Array.from({ length: messages / 2 }, (_, index) => [
      question(`q${index}`, `¿Pregunta ${index}?`, { actions: ['edit'] }),
      answer(`a${index}`, longAnswer, { actions: ['copy', 'regenerate'] }),
    ]).flat();
    const start = await chat.look<number>('performance.now()');
    const seen = await sent(
      { type: 'state', state: stateWith({ messages: all }) },
      `document.querySelector('[data-id="a${messages / 2 - 1}"] h3')`,
    );
    const end = await chat.look<number>('window.until(() => !document.querySelector(".undrawn"))');
    return { list, seen, whole: end - start, longest: await chat.look<number>('window.longest') };
  } finally {
    await bench.stop();
  }
}
