import * as vscode from 'vscode';
import { parseAddress } from '../../core/endpoint/address';
import { InstallError } from '../../core/localModel/errors';
import { localBase, localOrigin } from '../../core/localModel/localAddress';
import { findArchive, findModel } from '../../core/localModel/find';
import { bytesOf, install, isReplaced, removeReplaced } from '../../core/localModel/install.node';
import type { InstallProgress, ModelChoice, ServerChoice } from '../../core/localModel/install.node';
import { fitsOnDisk } from '../../core/localModel/machine';
import { freeBytes, thisSystem } from '../../core/localModel/machine.node';
import type { OfferedModel } from '../../core/localModel/models';
import type { Installation } from '../../core/localModel/serverState';
import { describeInstall, sizeWords } from '../../core/localModel/words';
import { t } from '../../core/text';
import type { InterfaceText } from '../interfaceText';
import { busy } from '../setup/busy';
import type { EndpointFinder } from '../setup/endpointFinder';
import { pick } from '../setup/quickInput';
import { keepEndpoint, type KeepParts } from '../setup/setUpEndpoint';
import { startLocalModel, type ManageParts } from './manageLocalModel';
import { lookAround, modelItems, type Choice, type Surroundings } from './offer';
import { downloadWithOllama, startOllama } from './ollama';

export interface InstallParts extends ManageParts, KeepParts {
  readonly finder: EndpointFinder;
  readonly text: InterfaceText;
}

/** What is going to be installed, once the person agrees. */
interface Plan {
  readonly server: ServerChoice;
  readonly model: ModelChoice;
}

/** Offers what is here and what can be downloaded, and makes an endpoint of what the person chooses. */
export async function installLocalModel(parts: InstallParts): Promise<void> {
  if (!vscode.workspace.isTrusted) {
    await sayUntrusted();
    return;
  }
  const { root } = parts.localModel.folder;
  const look = (): Promise<Surroundings | undefined> =>
    busy(t('Looking at this computer…'), (signal) => lookAround(parts.finder, root, signal));
  let seen = await look();
  while (seen !== undefined) {
    const reply = await pick<Choice>({
      title: title(),
      placeholder: placeholder(seen, parts.text.interfaceLanguage),
      canGoBack: false,
      items: modelItems(seen, parts.text.interfaceLanguage),
    });
    if (reply === undefined || reply === 'back') return;
    const next = await follow(reply.value, seen, parts);
    if (next === undefined) return;
    if (next === 'again') seen = await look();
  }
}

/** In a window on another computer, that one is meant. */
function title(): string {
  const { remoteName } = vscode.env;
  const where = remoteName === undefined ? [] : [t('where the workspace is: {0}', remoteName)];
  return [t('Install a local model'), ...where].join(' · ');
}

function placeholder({ free, memoryBytes }: Surroundings, lang: string): string {
  const figures = t(
    '{0} of memory, {1} free on the disk.',
    sizeWords(memoryBytes, lang),
    sizeWords(free, lang),
  );
  return `${figures} ${t('Nothing is downloaded before you agree.')}`;
}

async function sayUntrusted(): Promise<void> {
  const manage = t('Manage workspace trust');
  const chosen = await vscode.window.showWarningMessage(
    t(
      'Programs are downloaded and started only in a workspace that you trust. This one is in restricted mode.',
    ),
    manage,
  );
  if (chosen === manage) await vscode.commands.executeCommand('workbench.trust.manage');
}

/** @returns `back` where the list is to be shown again, `again` where there may be more in it. */
async function follow(
  choice: Choice,
  seen: Surroundings,
  parts: InstallParts,
): Promise<'back' | 'again' | undefined> {
  switch (choice.kind) {
    case 'running': {
      const { address } = choice.server;
      await parts.privacy.consents.set(address.origin, 'allow');
      await keepEndpoint({ address, key: undefined, chat: address.model, completion: address.model }, parts);
      return undefined;
    }
    case 'ollama':
      return (await startOllama(parts.finder)) ? 'again' : undefined;
    case 'ollamaModel':
      return (await downloadWithOllama()) ? 'again' : undefined;
    case 'file': {
      const filters = { GGUF: ['gguf'] };
      const [file] = (await vscode.window.showOpenDialog({ filters, title: t('A model file (GGUF)') })) ?? [];
      if (file === undefined) return 'back';
      return carryOut(() => planned(seen, parts, { kind: 'file', file: file.fsPath }), seen, parts);
    }
    case 'model':
      return carryOut(() => planned(seen, parts, choice.model), seen, parts);
  }
}

/** Asks for sizes and checksums. @returns `undefined` where the person stopped it. */
function planned(
  seen: Surroundings,
  { localModel }: InstallParts,
  what: OfferedModel | (ModelChoice & { readonly kind: 'file' }),
): Promise<Plan | undefined> {
  const { network } = localModel;
  return busy(t('Asking for sizes and checksums…'), async (signal) => {
    const server: ServerChoice =
      seen.program === undefined
        ? { kind: 'archive', archive: await findArchive(network, thisSystem(), signal) }
        : { kind: 'program', command: seen.program };
    if ('kind' in what) return { server, model: what };
    return {
      server,
      model: { kind: 'download', model: what, files: await findModel(network, what, signal) },
    };
  });
}

async function carryOut(
  plan: () => Promise<Plan | undefined>,
  seen: Surroundings,
  parts: InstallParts,
): Promise<'back' | undefined> {
  let agreedTo: string | undefined;
  for (;;) {
    try {
      // Asked anew at each try: the next release may be there meanwhile, and then it is another question.
      const what = await plan().catch(stoppedIsNothing);
      if (what === undefined) return 'back';
      const asked = JSON.stringify(what);
      const agreed = asked === agreedTo ? true : await agree(what, parts);
      if (agreed !== true) return agreed;
      agreedTo = asked;
      const before = await parts.localModel.folder.installation();
      await use(await brought(what, seen, parts), before, parts);
      return undefined;
    } catch (error) {
      if (!(error instanceof InstallError)) throw error;
      if (!(await againAfter(error))) return undefined;
    }
  }
}

/** Nothing has been downloaded yet, so that there is nothing to tell. */
function stoppedIsNothing(error: unknown): undefined {
  if (!(error instanceof InstallError) || error.reason !== 'aborted') throw error;
  return undefined;
}

async function againAfter(error: InstallError): Promise<boolean> {
  const message = describeInstall(error);
  if (error.reason === 'changed') {
    void vscode.window.showWarningMessage(message);
    return false;
  }
  const again = error.reason === 'aborted' ? t('Go on') : t('Try again');
  const show =
    error.reason === 'aborted' ? vscode.window.showInformationMessage : vscode.window.showWarningMessage;
  return (await show(message, again)) === again;
}

/** Says what comes from where, how large it is and under which licence. */
async function agree({ server, model }: Plan, parts: InstallParts): Promise<true | 'back' | undefined> {
  const lang = parts.text.interfaceLanguage;
  const bytes = bytesOf(server, model);
  const { folder } = parts.localModel;
  const [free, before] = [await freeBytes(folder.root), await folder.installation()];
  if (!fitsOnDisk(bytes, free)) throw new InstallError('diskFull');
  const reply = await pick<true>({
    title: t('Install a local model'),
    placeholder: t('Free on the disk: {0}', sizeWords(free, lang)),
    canGoBack: true,
    items: [
      {
        label:
          bytes === 0
            ? t('$(check) Set it up')
            : t('$(desktop-download) Download {0} and set it up', sizeWords(bytes, lang)),
        detail: t('Aliada then asks this model. Your code stays on this computer.'),
        value: true,
      },
      { label: t('What is used'), kind: vscode.QuickPickItemKind.Separator },
      serverItem(server, lang),
      modelItem(model, lang),
      ...replacedItem(before, model),
    ],
  });
  return reply === undefined || reply === 'back' ? reply : reply.value;
}

function serverItem(server: ServerChoice, lang: string): vscode.QuickPickItem {
  if (server.kind === 'program') {
    return { label: 'llama-server', description: t('on this computer'), detail: server.command };
  }
  const { tag, size, name, newerWithout } = server.archive;
  const from = 'github.com/ggml-org/llama.cpp';
  return {
    label: `llama.cpp ${tag}`,
    description: [sizeWords(size, lang), 'MIT', name].join(' · '),
    detail:
      newerWithout === undefined
        ? from
        : `${from} · ${t('The newest release, {0}, has no build for this system.', newerWithout)}`,
  };
}

function modelItem(model: ModelChoice, lang: string): vscode.QuickPickItem {
  if (model.kind === 'file') return { label: t('Your model file'), detail: model.file };
  const bytes = bytesOf({ kind: 'program', command: '' }, model);
  return {
    label: model.model.name,
    description: [sizeWords(bytes, lang), model.model.licence, model.files[0]?.name].join(' · '),
    detail: `huggingface.co/${model.model.repository}`,
  };
}

/** What takes its leave: a model that Aliada has downloaded, where another one is to come. */
function replacedItem(before: Installation | undefined, model: ModelChoice): readonly vscode.QuickPickItem[] {
  if (before === undefined || !isReplaced(before, model)) return [];
  const detail = t('Installed now. It is removed once the new one runs.');
  return [{ label: `$(trash) ${before.modelName}`, detail }];
}

/** Downloads and unpacks under a notice that can be cancelled. */
function brought({ server, model }: Plan, seen: Surroundings, parts: InstallParts): Promise<Installation> {
  const { folder, network } = parts.localModel;
  const abort = new AbortController();
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: t('Installing a local model'),
    cancellable: true,
  };
  return Promise.resolve(
    vscode.window.withProgress(options, (progress, token) => {
      token.onCancellationRequested(() => abort.abort());
      let last = 0;
      let step = '';
      const onProgress = (now: InstallProgress): void => {
        // A download tells of each piece, some thousand times a second.
        if (now.step === step && performance.now() - last < 250) return;
        last = performance.now();
        step = now.step;
        progress.report({ message: progressWords(now, parts.text.interfaceLanguage) });
      };
      const { signal } = abort;
      return install(server, model, { folder, network, machine: seen.machine, signal, onProgress });
    }),
  );
}

function progressWords(progress: InstallProgress, lang: string): string {
  switch (progress.step) {
    case 'server':
    case 'model': {
      const [done, all] = [sizeWords(progress.bytes, lang), sizeWords(progress.ofBytes, lang)];
      return progress.step === 'server'
        ? t('llama.cpp: {0} of {1}', done, all)
        : t('Model: {0} of {1}', done, all);
    }
    case 'unpack':
      return t('Unpacking llama.cpp…');
    case 'check':
      return t('Checking what was downloaded…');
  }
}

/** Starts what was installed and makes it the endpoint. */
async function use(
  { modelName }: Installation,
  before: Installation | undefined,
  parts: InstallParts,
): Promise<void> {
  await parts.localModel.server.restart();
  if (!(await startLocalModel(parts.localModel))) return;
  await removeReplaced(parts.localModel.folder, before);
  const address = parseAddress(localBase, modelName);
  if (typeof address === 'string') throw new Error(address);
  await parts.privacy.consents.set(localOrigin, 'allow');
  // A model that was here before has another name and does not run any more.
  await parts.settings.removeEndpoints(localBase);
  await keepEndpoint({ address, key: undefined, chat: modelName, completion: modelName }, parts);
}
