import axe from 'axe-core';
import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { chatPage } from '../../src/core/chat/page';
import type { FromView, ToView } from '../../src/core/chat/protocol';
import { stateWith } from './chatSamples';
import { chromiumPath } from './chromium';
import { type Theme, themes } from './themes';

const nonce = 'testNonce';

/**
 * What VS Code does to a webview before our page runs: its API, its default styles, the theme's variables.
 * Written as text because it runs in the page; all of it goes past the page's policy as it does in VS Code.
 */
function hostScript(theme: Theme): string {
  const variables = { ...theme.colors, 'font-family': 'system-ui, sans-serif', 'font-size': '13px' };
  return `(() => {
    window.acquireVsCodeApi = () => ({
      postMessage: (message) => { void window.postToTest(message); },
      getState: () => JSON.parse(sessionStorage.getItem('state') ?? 'null') ?? undefined,
      setState: (state) => sessionStorage.setItem('state', JSON.stringify(state)),
    });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('@layer vscode-default { html { background: var(--vscode-sideBar-background); } ' +
      'body { padding: 0 20px; color: var(--vscode-editor-foreground); } ' +
      'code { color: var(--vscode-textPreformat-foreground); padding: 1px 3px; } ' +
      'a:focus, textarea:focus { outline: 1px solid red; } }');
    document.adoptedStyleSheets = [sheet];
    const dress = () => {
      for (const [name, value] of Object.entries(${JSON.stringify(variables)}))
        document.documentElement.style.setProperty('--vscode-' + name, value);
      document.body.className = ${JSON.stringify(theme.bodyClass)};
    };
    document.addEventListener('DOMContentLoaded', dress);
  })();`;
}

/** The chat page in a real Chromium, with the test in the place of the extension. */
export class ChatPage {
  /** What the page has said to the extension, oldest first. */
  readonly said: FromView[] = [];
  /** Addresses the page has asked for, other than its own three files. */
  readonly foreignRequests: string[] = [];
  /** Errors and refusals of the policy, as the console shows them. */
  readonly problems: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
  ) {}

  static async open(
    bench: ChatBench,
    { theme = themes[0]!, width = 360, height = 640 } = {},
  ): Promise<ChatPage> {
    const context = await bench.browser.newContext({
      viewport: { width, height },
      reducedMotion: 'reduce',
      serviceWorkers: 'block',
    });
    const page = await context.newPage();
    const chat = new ChatPage(page, context);
    await page.exposeFunction('postToTest', (message: FromView) => void chat.said.push(message));
    page.on('request', (request) => {
      if (!request.url().startsWith(bench.url)) chat.foreignRequests.push(request.url());
    });
    page.on('console', (message) => {
      if (message.type() === 'error') chat.problems.push(message.text());
    });
    page.on('pageerror', (error) => chat.problems.push(String(error)));
    await page.addInitScript({ content: hostScript(theme) });
    await page.addInitScript({ content: axe.source });
    await page.goto(bench.url);
    await chat.waitToSay('ready');
    return chat;
  }

  /** As freshly opened, without a draft; quicker than another page. */
  async reload(bench: ChatBench): Promise<void> {
    await this.page.evaluate('sessionStorage.clear()');
    this.said.length = 0;
    await this.page.setViewportSize({ width: 360, height: 640 });
    await this.page.goto(bench.url);
    await this.waitToSay('ready');
  }

  /** Sends a message as the extension would. */
  async send(message: ToView): Promise<void> {
    await this.page.evaluate(`window.postMessage(${JSON.stringify(message)}, '*')`);
  }

  /** Waits until everything sent so far has arrived and, on a machine that is not busy, is drawn. */
  async settle(): Promise<void> {
    await this.page.evaluate(
      'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 30))))',
    );
  }

  /** Repeats an assertion until it holds: how soon text is drawn depends on how busy the machine is. */
  async eventually(check: () => Promise<void>): Promise<void> {
    for (let tries = 0; tries < 60; tries++) {
      try {
        await check();
        return;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
    await check();
  }

  /** Runs an expression in the page. */
  async look<T>(expression: string): Promise<T> {
    return this.page.evaluate<T>(expression);
  }

  /** The latest message of a type, waited for. */
  async waitToSay<T extends FromView['type']>(type: T): Promise<Extract<FromView, { type: T }>> {
    for (let tries = 0; tries < 100; tries++) {
      const found = this.said.findLast((message) => message.type === type);
      if (found) return found as Extract<FromView, { type: T }>;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`The page never said "${type}"; it said ${JSON.stringify(this.said)}`);
  }

  /** What axe finds wrong, one line each. */
  async axeViolations(): Promise<string[]> {
    return this.look<string[]>(
      `axe.run().then(({ violations }) => violations.flatMap(({ id, nodes }) =>
        nodes.map((node) => id + ': ' + node.html + ' ' + node.failureSummary)))`,
    );
  }

  async close(): Promise<void> {
    await this.context.close();
  }
}

/** A browser and a server for chat pages, shared by the tests of a file. */
export class ChatBench {
  private constructor(
    readonly browser: Browser,
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async start(): Promise<ChatBench> {
    const server = createServer((request, response) => {
      const name = path.basename(new URL(request.url ?? '/', 'http://localhost').pathname);
      if (name === 'chat.js' || name === 'chat.css') {
        response.setHeader('content-type', name.endsWith('js') ? 'text/javascript' : 'text/css');
        readFile(path.join('dist', 'media', name)).then(
          (file) => response.end(file),
          () => response.writeHead(404).end(),
        );
        return;
      }
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(
        chatPage({
          cspSource: `http://${request.headers.host ?? ''}`,
          nonce,
          scriptUri: '/chat.js',
          styleUri: '/chat.css',
          lang: 'es',
          title: 'Aliada',
        }),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const browser = await chromium.launch({
      executablePath: chromiumPath(),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
      ],
    });
    return new ChatBench(browser, server, url);
  }

  async stop(): Promise<void> {
    await this.browser.close();
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

/**
 * A page for each test of a `describe`, which ends without an error and without having asked for anything from outside.
 * @param opened told of the page, and of what it was opened in.
 * @param current the page at the end of a test, where a test may have opened another in its place.
 */
export function pageForEach(
  opened: (chat: ChatPage, bench: ChatBench) => void | Promise<void>,
  current?: () => ChatPage,
): void {
  let bench: ChatBench;
  let first: ChatPage;
  before(async () => (bench = await ChatBench.start()));
  after(() => bench.stop());
  beforeEach(async () => {
    first = await ChatPage.open(bench);
    await opened(first, bench);
  });
  afterEach(async () => {
    const chat = current?.() ?? first;
    assert.deepEqual(chat.problems, []);
    assert.deepEqual(chat.foreignRequests, []);
    await chat.close();
  });
}

/** Shows a state, and waits until it is drawn. */
export async function showIn(chat: ChatPage, ...changes: Parameters<typeof stateWith>): Promise<void> {
  await chat.send({ type: 'state', state: stateWith(...changes) });
  await chat.settle();
}
