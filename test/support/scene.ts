import { interfaceLanguageFor, readLanguage } from '../../src/core/language/spoken/choose';
import { ChatPane } from './chatPane';
import { MODEL, startScriptedServer } from './scriptedServer';
import type { ScriptedServer } from './scriptedServer';
import { startVscode } from './vscodeHost';
import type { VscodeHost } from './vscodeHost';
import { Workbench } from './workbench';

type Values = Readonly<Record<string, unknown>>;

export interface SceneOptions {
  /** A function where they name the scripted server. */
  readonly settings?: Values | ((server: ScriptedServer) => Values);
  readonly files?: Readonly<Record<string, string>>;
  /** Leaves the question of consent to the test. Otherwise the person has allowed the endpoint. */
  readonly unanswered?: boolean;
  /** Opens the workspace as one that nobody has trusted yet. */
  readonly untrusted?: boolean;
  /** Runs Aliada in the browser, and lets its page read the server's answers. */
  readonly inBrowser?: boolean;
}

/** All that a browser test stands on: a scripted server, a VS Code whose Aliada asks it, and a person's hands. */
export class Scene {
  private constructor(
    readonly server: ScriptedServer,
    readonly host: VscodeHost,
    readonly workbench: Workbench,
    readonly chat: ChatPane,
  ) {}

  static async open({
    settings,
    files = { 'notes.txt': '' },
    unanswered = false,
    untrusted = false,
    inBrowser = false,
  }: SceneOptions = {}): Promise<Scene> {
    const server = await startScriptedServer();
    server.cors = inBrowser;
    const all = settled(server, typeof settings === 'function' ? settings(server) : settings);
    const host = await startVscode({ settings: all, files, untrusted, inBrowser });
    const workbench = await Workbench.open(host);
    const scene = new Scene(server, host, workbench, new ChatPane(workbench));
    if (!unanswered) await scene.allow(firstEndpoint(all));
    return scene;
  }

  /**
   * Answers the question of consent for a server of the settings, through the command that a person has. The answer
   * outlives a restart.
   */
  async allow(url: string): Promise<void> {
    const { page } = this.workbench;
    const { host } = new URL(url);
    await this.workbench.runCommand('Aliada: Manage Consent');
    await this.workbench.quickPick(host);
    const question = page.locator('.quick-input-widget:visible');
    await question.locator('.quick-input-title').filter({ hasText: host }).waitFor();
    // The first entry allows it.
    await question.locator('.monaco-list-row.focused').filter({ hasText: host }).waitFor();
    await page.keyboard.press('Enter');
    await question.waitFor({ state: 'hidden' });
    await this.workbench.waitForKept(host);
  }

  /**
   * Changes the settings while VS Code runs, which takes a tenth of the time of `restart`. The endpoint stays unless
   * they name another, and everything else that is open stays too.
   */
  async change(settings: Values): Promise<void> {
    const title = await this.host.changeSettings(settled(this.server, settings));
    await this.workbench.waitForTitle(title);
  }

  /** Starts VS Code's window again with other settings. The endpoint stays unless they name another. */
  async restart(settings: Values): Promise<void> {
    await this.host.writeSettings(settled(this.server, settings));
    await this.workbench.load();
  }

  async close(): Promise<void> {
    await this.workbench.close();
    await this.host.stop();
    await this.server.stop();
  }
}

/**
 * Settings that name the server as the only endpoint, and keep no conversation: each window begins with none. A language
 * that they name is that of Aliada's words too, as after `Aliada: Choose Language`; VS Code itself speaks English here.
 */
function settled(server: ScriptedServer, settings: Values = {}): Values {
  const language = readLanguage(settings['aliada.language']);
  return {
    'aliada.chat.endpoints': [{ url: server.url, model: MODEL }],
    'aliada.history.keepDays': 0,
    ...(language === undefined ? {} : { 'aliada.interfaceLanguage': interfaceLanguageFor(language) }),
    ...settings,
  };
}

function firstEndpoint(settings: Values): string {
  const [first] = settings['aliada.chat.endpoints'] as readonly { readonly url: string }[];
  if (first === undefined) throw new Error('These settings name no endpoint.');
  return first.url;
}

/** Keeps a picture of the screen of a test that fails; for `afterEach`. */
export async function pictureOfFailure(this: Mocha.Context, scene: Scene | undefined): Promise<void> {
  const test = this.currentTest;
  if (test?.state !== 'failed' || !scene) return;
  await scene.workbench.screenshot(`failed-${test.fullTitle().replaceAll(/\W+/g, '-').slice(0, 80)}`);
}
