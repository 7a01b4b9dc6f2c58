import assert from 'node:assert/strict';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';
import { chromiumPath } from './chromium';
import { kept, type Stoppable } from './kept';
import { testSetup } from './testSetup';
import type { VscodeHost } from './vscodeHost';

/** For what VS Code does by itself: opening a file, drawing ghost text. Generous, for slow machines. */
const DEADLINE = 20_000;

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'];

/**
 * Reads ghost text off the screen: VS Code draws it in pieces by colour, on the cursor's line and in lines of a zone
 * below it. Runs in the page.
 */
const READ_GHOST = `(() => {
  const pieces = [...document.querySelectorAll('.ghost-text-decoration, .ghost-text')].map((piece) => {
    const { top, left } = piece.getBoundingClientRect();
    return { top, left, height: piece.closest('.view-line').getBoundingClientRect().height, text: piece.textContent };
  });
  if (pieces.length === 0) return '';
  const first = Math.min(...pieces.map(({ top }) => top));
  const lines = [];
  for (const { top, height, text } of pieces.sort((a, b) => a.top - b.top || a.left - b.left)) {
    const line = Math.round((top - first) / height);
    while (lines.length <= line) lines.push('');
    lines[line] += text.replaceAll('\\u00a0', ' ');
  }
  return lines.join('\\n');
})()`;

/**
 * Reads the ghost text of every picture that the browser draws, until it is stopped: right after the picture, since
 * VS Code lays its lines out while one is made. Runs in the page.
 */
const WATCH_GHOST = `(() => {
  const seen = [];
  const drawn = new MessageChannel();
  const next = () => requestAnimationFrame(() => drawn.port2.postMessage(0));
  drawn.port1.onmessage = () => {
    seen.push(${READ_GHOST});
    next();
  };
  window.aliadaGhosts = () => {
    drawn.port1.close();
    return seen;
  };
  next();
})()`;

/**
 * What VS Code keeps of its extensions' state, as text. It writes it a while after it was told, and a window that is
 * loaded anew before loses it. Runs in the page.
 */
const READ_KEPT = `(async () => {
  const asked = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const texts = [];
  for (const { name } of await indexedDB.databases()) {
    if (!name.startsWith('vscode-web-state-db')) continue;
    const database = await asked(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      texts.push(...(await asked(database.transaction(store).objectStore(store).getAll())));
    }
    database.close();
  }
  return texts.join(' ');
})()`;

const SCREEN = { width: 1360, height: 850 };

interface KeptBrowser extends Stoppable {
  readonly browser: Browser;
  /** The page that shows the kept VS Code: it has the workbench's scripts compiled from the last time. */
  page?: Page;
}

function launchBrowser(): Promise<KeptBrowser> {
  return kept('browser', async () => {
    const browser = await chromium.launch({ executablePath: chromiumPath(), args: FLAGS });
    // One that crashed fails its test and is replaced for the next.
    browser.on('disconnected', () => globalThis.aliadaKept?.delete('browser'));
    return { browser, stop: () => browser.close() };
  });
}

async function newPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: SCREEN });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await context.newPage();
  page.setDefaultTimeout(DEADLINE);
  return page;
}

/** As in a browser that never saw this origin, but for its cache. */
async function forgetOrigin(page: Page, url: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const storageTypes = 'cookies,indexeddb,local_storage';
  await session.send('Storage.clearDataForOrigin', { origin: new URL(url).origin, storageTypes });
  await session.detach();
  await page.context().clearCookies();
  await page.setViewportSize(SCREEN);
}

/** A person's hands and eyes on VS Code in a browser. Everything waits for what it needs to see. */
export class Workbench {
  private constructor(
    readonly page: Page,
    private readonly host: VscodeHost,
  ) {}

  /** Opens VS Code and waits until it can be worked with: Aliada is in the status bar. */
  static async open(host: VscodeHost): Promise<Workbench> {
    const own = await launchBrowser();
    let page: Page;
    if (host.isKept && own.page?.isClosed() === false) {
      page = own.page;
      await forgetOrigin(page, host.url);
    } else page = await newPage(own.browser);
    if (host.isKept) own.page = page;
    const workbench = new Workbench(page, host);
    await workbench.load();
    return workbench;
  }

  /** Opens a second window on the same workspace, as a person does who has the first one open. */
  async openBeside(): Promise<Workbench> {
    const page = await this.page.context().newPage();
    page.setDefaultTimeout(DEADLINE);
    const workbench = new Workbench(page, this.host);
    await workbench.load();
    return workbench;
  }

  /** Loads the page, anew if it was there: Aliada starts again, with the settings of now. */
  async load(url = this.host.url): Promise<void> {
    await this.page.goto(url, { waitUntil: 'domcontentloaded' });
    await this.page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: 60_000 });
    await this.statusItem.waitFor({ timeout: 60_000 });
  }

  /** Loads the window anew as a person does, who finds the tabs again. */
  async reload(): Promise<void> {
    const loaded = this.page.waitForEvent('domcontentloaded');
    await this.runCommand('Developer: Reload Window');
    await loaded;
    await this.statusItem.waitFor({ timeout: 60_000 });
  }

  /** Leaves VS Code, which ends its extension host. */
  async close(): Promise<void> {
    if (this.page.isClosed()) return;
    if (!this.host.isKept) {
      await this.page.context().close();
      return;
    }
    await this.page.evaluate('sessionStorage.clear()');
    await this.page.goto('about:blank');
  }

  /** Waits until the window has this title. */
  async waitForTitle(title: string): Promise<void> {
    await this.waitUntil(
      () => this.page.title(),
      (seen) => seen === title,
      `the title ${title}`,
    );
  }

  /** Keeps a picture of the screen as an artifact of the run. */
  async screenshot(name: string): Promise<void> {
    const { artifacts } = testSetup();
    await mkdir(artifacts, { recursive: true });
    await this.page.screenshot({ path: path.join(artifacts, `${name}.png`) });
  }

  /**
   * Takes a picture for the handbook and keeps it apart from the others; `npm run pictures` copies it to `docs/images`.
   * Without `part` it is the whole screen.
   */
  async picture(name: string, part: Pick<Locator, 'screenshot'> = this.page): Promise<void> {
    const folder = path.join(testSetup().artifacts, 'docs');
    await mkdir(folder, { recursive: true });
    // What the pointer happens to be over, and a cursor that blinks, would make another picture each time.
    await this.page.mouse.move(0, 0);
    await part.screenshot({ path: path.join(folder, `${name}.png`), caret: 'hide', animations: 'disabled' });
  }

  /** Makes the screen of another size, in CSS pixels, until the window is left. */
  async resize(width: number, height: number): Promise<void> {
    await this.page.setViewportSize({ width, height });
  }

  /** Where the chat is, beside the editor. */
  get sideBar(): Locator {
    return this.page.locator('.part.sidebar');
  }

  /** Drags the edge of the side bar until it is about this many CSS pixels wide. */
  async widenSideBar(width: number): Promise<void> {
    const box = await this.sideBar.boundingBox();
    assert.ok(box, 'the side bar is not there');
    const y = box.y + box.height / 2;
    await this.page.mouse.move(box.x + box.width, y);
    await this.page.mouse.down();
    await this.page.mouse.move(box.x + width, y, { steps: 4 });
    await this.page.mouse.up();
  }

  /** Waits until VS Code has put a text of an extension's state where it outlives the window. */
  async waitForKept(text: string): Promise<void> {
    const look = (): Promise<string> => this.page.evaluate<string>(READ_KEPT);
    await this.waitUntil(look, (kept) => kept.includes(text), `${text} in VS Code's storage`);
  }

  get statusItem(): Locator {
    return this.page.locator('.statusbar-item[id="aliada.aliada.aliada.status"]');
  }

  /** Waits for what the status bar item says on hover and to a screen reader. */
  async waitForStatus(words: RegExp): Promise<void> {
    const label = this.statusItem.locator('[aria-label]');
    const look = async (): Promise<string> => (await label.getAttribute('aria-label')) ?? '';
    await this.waitUntil(look, (seen) => words.test(seen), `status ${words.source}`);
  }

  /** Notices at the lower right. */
  get notifications(): Locator {
    return this.page.locator('.notifications-toasts .notification-list-item');
  }

  get editor(): Locator {
    return this.page.locator('.editor-group-container.active .monaco-editor[role="code"]').first();
  }

  /** Runs a command from the palette by its whole title. */
  async runCommand(title: string): Promise<void> {
    await this.page.keyboard.press('F1');
    await this.quickPick(title, `>${title}`);
  }

  get quickInput(): Locator {
    const types = ['text', 'password'].map((type) => `.quick-input-widget:visible input[type="${type}"]`);
    return this.page.locator(types.join(', '));
  }

  /** Closes the list or field that is open. The key goes to it, wherever the focus has gone meanwhile. */
  async dismiss(): Promise<void> {
    await this.quickInput.press('Escape');
    await this.quickInput.waitFor({ state: 'hidden' });
  }

  /** Takes the entry with this label from a list that is open or about to open, as a person who types to find it. */
  async quickPick(label: string, typed = label): Promise<void> {
    await this.quickInput.fill(typed);
    const chosen = this.page.locator('.quick-input-widget:visible .monaco-list-row.focused');
    await chosen.filter({ hasText: label }).waitFor();
    await this.page.keyboard.press('Enter');
  }

  /**
   * Takes an entry of the menu that is open, with the keyboard: in its first moment a menu takes no click, so that the
   * click that opened it chooses nothing.
   */
  async menuPick(label: string): Promise<void> {
    await this.pickByArrows('.context-view .monaco-menu .action-item', label);
  }

  /** Takes the entry that shows this text, be it in its label or beside it, from a list that is open. */
  async listPick(text: string): Promise<void> {
    await this.pickByArrows('.quick-input-widget:visible .monaco-list-row', text);
  }

  private async pickByArrows(entries: string, text: string): Promise<void> {
    await this.page.locator(entries).filter({ hasText: text }).waitFor();
    const focused = this.page.locator(`${entries}.focused`).filter({ hasText: text });
    const step = async (): Promise<boolean> => {
      if (await focused.isVisible()) return true;
      await this.page.keyboard.press('ArrowDown');
      return focused.isVisible();
    };
    await this.waitUntil(step, Boolean, `${text} among the entries`);
    await this.page.keyboard.press('Enter');
  }

  /** Answers an open input box. */
  async answerInput(text: string): Promise<void> {
    await this.quickInput.waitFor();
    await this.quickInput.fill(text);
    // To the field, wherever the focus has gone meanwhile: a field that is shown anew may give it to its buttons.
    await this.quickInput.press('Enter');
  }

  /** Opens a file of the workspace by its name. */
  async openFile(name: string): Promise<void> {
    await this.page.keyboard.press('Control+P');
    await this.quickPick(name);
    await this.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
    await this.editor.locator('.view-line').first().waitFor();
  }

  /** Puts the cursor at the end of a line (counted from 1). */
  async goToEndOf(line: number): Promise<void> {
    await this.focusEditor();
    await this.page.keyboard.press('Control+G');
    await this.quickInput.waitFor();
    await this.quickInput.fill(`:${line}`);
    await this.page.keyboard.press('Enter');
    await this.quickInput.waitFor({ state: 'hidden' });
    await this.page.keyboard.press('End');
  }

  /** @param delay between two keys, in milliseconds. */
  async type(text: string, delay = 30): Promise<void> {
    await this.page.keyboard.type(text, { delay });
  }

  /** Selects whole lines, counted from 1, both included. */
  async selectLines(first: number, last: number): Promise<void> {
    await this.goToEndOf(first);
    await this.page.keyboard.press('Home');
    await this.page.keyboard.press('Home'); // past the indentation
    for (let line = first; line < last; line++) await this.page.keyboard.press('Shift+ArrowDown');
    await this.page.keyboard.press('Shift+End');
  }

  /** The ghost text on the screen, lines joined by `\n`; empty where there is none. */
  async ghostText(): Promise<string> {
    return this.page.evaluate<string>(READ_GHOST);
  }

  async waitForGhost(text: string): Promise<void> {
    await this.waitUntil(
      () => this.ghostText(),
      (seen) => seen === text,
      `ghost text ${JSON.stringify(text)}`,
    );
  }

  /** From now on takes note of the ghost text in every picture that the browser draws. */
  async watchGhost(): Promise<void> {
    await this.page.evaluate(WATCH_GHOST);
  }

  /** The ghost text of every picture since `watchGhost`, which ends. */
  async seenGhosts(): Promise<readonly string[]> {
    return this.page.evaluate<string[]>('window.aliadaGhosts()');
  }

  /** Saves the active file until it reads as expected: what was typed may still be on its way. */
  async waitForSaved(name: string, text: string): Promise<void> {
    await this.focusEditor();
    const save = async (): Promise<string> => {
      await this.page.keyboard.press('Control+S');
      return readFile(path.join(this.host.workspace, name), 'utf8');
    };
    await this.waitUntil(save, (seen) => seen === text, `${name} as ${JSON.stringify(text)}`);
  }

  async focusEditor(): Promise<void> {
    await this.page.keyboard.press('Control+1');
    await this.page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
  }

  /** Takes the focus from whatever has it. */
  async blur(): Promise<void> {
    await this.page.evaluate('document.activeElement?.blur()');
  }

  /** The page of Aliada's chat view, two frames deep. */
  get chat(): FrameLocator {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  }

  /** Looks again and again until what is seen is right; for what no locator can say. */
  async waitUntil<T>(look: () => Promise<T>, right: (seen: T) => boolean, what: string): Promise<T> {
    const giveUp = performance.now() + DEADLINE;
    for (;;) {
      const seen = await look();
      if (right(seen)) return seen;
      assert.ok(performance.now() < giveUp, `${what} did not come; last seen: ${JSON.stringify(seen)}`);
      await this.page.evaluate('new Promise((next) => requestAnimationFrame(next))');
    }
  }
}
