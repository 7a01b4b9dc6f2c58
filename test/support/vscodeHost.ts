import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { readExtensionLog } from './extensionLog';
import { unpackForBrowser } from './unpackForBrowser';
import { kept, type Stoppable } from './kept';
import { testSetup, type TestSetup } from './testSetup';

export interface HostOptions {
  /** Settings, over those that keep VS Code quiet. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Files of the workspace, by name. */
  readonly files?: Readonly<Record<string, string>>;
  /** Display language. */
  readonly locale?: string;
  /** Opens the workspace as one that nobody has trusted yet, without asking. Otherwise nothing is ever asked of trust. */
  readonly untrusted?: boolean;
  /** Runs Aliada as a web extension, in the web worker of the page. */
  readonly inBrowser?: boolean;
}

/** A running VS Code with the packaged extension installed, its own settings, and a workspace of its own. */
export interface VscodeHost {
  /** The address of the workbench with its workspace. */
  readonly url: string;
  readonly workspace: string;
  /** The address of a window without a folder. */
  readonly urlOfNoFolder: string;
  /** The address of a window with these folders, which are in the workspace's. */
  urlOfFolders(names: readonly string[]): Promise<string>;
  /** True where the server goes on for the next test file; its page may then be used again as well. */
  readonly isKept: boolean;
  /** Replaces the settings for when the page is loaded next. */
  writeSettings(settings: Readonly<Record<string, unknown>>): Promise<void>;
  /**
   * Replaces the settings while VS Code runs. It follows the machine's file at once, a person's own one only when its
   * page is loaded: what counts in that one alone is not changed.
   * @returns the title that the window has once it has read them.
   */
  changeSettings(settings: Readonly<Record<string, unknown>>): Promise<string>;
  /** The file with the settings of the extension, as VS Code has written it. */
  readSettings(): Promise<string>;
  /** Everything that the extension has written to its log. */
  readLog(): Promise<string>;
  stop(): Promise<void>;
}

const QUIET = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'files.autoSave': 'off',
  // Otherwise Aliada asks for it; the test of that leaves it out.
  'diffEditor.codeLens': true,
  // Words of the file that is open would come up in a list, and an open list takes Tab.
  'editor.wordBasedSuggestions': 'off',
};

const RESTRICTED = {
  'security.workspace.trust.enabled': true,
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.banner': 'never',
};

/** VS Code's server, which may serve one test file after the other. */
interface Server extends Stoppable {
  readonly url: string;
  /** With `data`, VS Code's own, in it. Each workspace is a folder below it. */
  readonly folder: string;
}

/** Settings whose scope is `application` count only in a person's own file, not in the machine's. */
function isOnlyOfPerson(name: string): boolean {
  return ['aliada.history.keepDays', 'aliada.allowedHosts'].includes(name);
}

/** Programs that a test puts there, beside the workspaces, are found first. */
const PROGRAMS = 'bin';

let changes = 0;

/**
 * Gives VS Code as a person has it: strict about proposed APIs, the .vsix installed, as if it had never been used. Its
 * server is started once for all; one that is started differently is stopped again with its file.
 */
export async function startVscode({
  settings = {},
  files = {},
  locale,
  untrusted = false,
  inBrowser = false,
}: HostOptions = {}): Promise<VscodeHost> {
  const isKept = locale === undefined && !untrusted && !inBrowser;
  const server = isKept
    ? await kept('vscode', () => startServer())
    : await startServer(locale, untrusted, inBrowser);
  const { folder } = server;
  const userDataDir = path.join(folder, 'data');
  const machineFile = path.join(userDataDir, 'Machine', 'settings.json');
  for (const name of ['User', 'Machine']) {
    await rm(path.join(userDataDir, name), { recursive: true, force: true, maxRetries: 5 });
  }
  const writeSettings: VscodeHost['writeSettings'] = async (all) => {
    const ours = Object.entries(all).filter(([name]) => name.startsWith('aliada.'));
    const others = Object.entries(all).filter(
      ([name]) => !name.startsWith('aliada.') || isOnlyOfPerson(name),
    );
    await writeJson(path.join(userDataDir, 'User', 'settings.json'), {
      ...QUIET,
      ...(untrusted && RESTRICTED),
      ...Object.fromEntries(others),
    });
    // In a browser VS Code is remote, where machine-overridable settings count only in the machine's own file.
    await writeJson(machineFile, Object.fromEntries(ours));
  };
  await writeSettings(settings);
  const workspace = await mkdtemp(path.join(folder, 'workspace-'));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(workspace, name)), { recursive: true });
    await writeFile(path.join(workspace, name), text);
  }
  const logs = path.join(userDataDir, 'logs');
  const before = new Set(await readdir(logs, { recursive: true }).catch(() => []));
  return {
    url: `${server.url}/?folder=${encodeURIComponent(workspace)}`,
    workspace,
    urlOfNoFolder: `${server.url}/?ew=true`,
    urlOfFolders: async (names) => {
      const file = path.join(workspace, 'all.code-workspace');
      await writeJson(file, { folders: names.map((name) => ({ path: name })) });
      return `${server.url}/?workspace=${encodeURIComponent(file)}`;
    },
    isKept,
    writeSettings,
    changeSettings: async (all) => {
      changes += 1;
      const title = `settings ${changes}`;
      await writeJson(machineFile, { ...all, 'window.title': title });
      return title;
    },
    readSettings: () => readFile(machineFile, 'utf8'),
    readLog: () => readExtensionLog(logs, before),
    stop: async () => {
      if (!isKept) await server.stop();
      await rm(workspace, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function startServer(locale?: string, untrusted = false, inBrowser = false): Promise<Server> {
  const { root, host, extensionsDir: installed } = testSetup();
  const folder = await mkdtemp(path.join(tmpdir(), 'aliada-vscode-'));
  const extensionsDir = inBrowser ? path.join(folder, 'extensions') : installed;
  if (inBrowser) await unpackForBrowser(path.join(root, 'out', 'aliada.vsix'), extensionsDir);
  const PATH = [path.join(folder, PROGRAMS), process.env.PATH].join(path.delimiter);
  const home = path.join(folder, 'home');
  await mkdir(home);
  // VS Code takes the PATH that a login shell has, whatever its own is.
  await writeFile(path.join(home, '.profile'), `PATH='${PATH}'\n`);
  const { startHost } = await tool<HostTool>('host/server.mjs');
  const server = await startHost({
    ...{
      host,
      userDataDir: path.join(folder, 'data'),
      extensionsDir,
      home,
      logDir: folder,
      trust: untrusted,
    },
    ...(locale && { locale }),
    env: {
      NODE_OPTIONS: `--require ${path.join(root, 'test', 'support', 'preload', 'preload.cjs')}`,
      LOG_LEVEL: 'debug',
      PATH,
    },
  });
  return {
    url: server.url,
    folder,
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** The embedded engine with a model that says fixed texts, in a process of its own. */
export async function startEngine(delayMs = 0): Promise<RunningEngine> {
  const { engine } = testSetup();
  return start({ ...engine, model: engine.fixed }, delayMs);
}

/** The same with the demonstration model, as `npm start` starts it. */
export function startDemonstration(): Promise<RunningEngine> {
  return start(testSetup().engine);
}

async function start(engine: TestSetup['engine'], delayMs = 0): Promise<RunningEngine> {
  const { startEngine: startIt } = await tool<EngineTool>('engine/start.mjs');
  return startIt({ engine, delayMs, events: true });
}

/** What the engine tells of a request: `abort` where the client left. */
export interface EngineEvent {
  readonly event: 'start' | 'end' | 'abort';
  readonly path: string;
  readonly tokens?: number;
}

export interface RunningEngine {
  readonly url: string;
  readonly model: string;
  onEvent(listener: (event: EngineEvent) => void): () => void;
  stop(): Promise<void>;
}

interface HostTool {
  readonly startHost: (options: object) => Promise<{ readonly url: string; stop(): Promise<void> }>;
}

interface EngineTool {
  readonly startEngine: (options: object) => Promise<RunningEngine>;
}

async function writeJson(file: string, content: object): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify(content, null, 2));
}

/** The tools are not bundled into the tests: they find their own files beside themselves. */
async function tool<T>(file: string): Promise<T> {
  return (await import(pathToFileURL(path.join(testSetup().root, 'tools', file)).href)) as T;
}
