import * as vscode from 'vscode';
import type { AnswerSettings, ConversationChoice } from '../core/chat/manner';
import { readKeepDays } from '../core/chat/history/keepDays';
import { readLevel } from '../core/chat/prompts/level';
import type { CompletionScope } from '../core/completion/scope';
import { isWanted, readCompletionScope, withLanguage } from '../core/completion/scope';
import type { EndpointUse } from '../core/endpoint/endpoints';
import type { EndpointAddress } from '../core/endpoint/address';
import { withModelFirst } from '../core/endpoint/preferModel';
import { readAllowedHosts, type AllowedHosts } from '../core/privacy/allowedHosts';
import { readNetwork, type NetworkReading } from '../core/endpoint/networkSettings';
import { readEndpoints, type EndpointList, type Environment } from '../core/endpoint/settings';
import { movesOf, renamedSettings, valueOf } from '../core/renamedSettings';
import type { Move, RenamedSetting, WrittenValues } from '../core/renamedSettings';

/**
 * Every setting of Aliada, below `aliada.`, but for the names of before (`core/renamedSettings.ts`). A test holds this
 * list against `package.json`.
 */
export const settingNames = {
  chatEndpoints: 'chat.endpoints',
  completionEndpoints: 'completion.endpoints',
  translationEndpoints: 'translation.endpoints',
  completionEnabled: 'completion.enabled',
  completionLanguages: 'completion.languages',
  completionInComments: 'completion.inComments',
  completionInStrings: 'completion.inStrings',
  requestsPerMinute: 'completion.requestsPerMinute',
  language: 'language',
  interfaceLanguage: 'interfaceLanguage',
  commentsLanguage: 'comments.language',
  commitsLanguage: 'commits.language',
  explanationsLevel: 'explanations.level',
  allowedHosts: 'allowedHosts',
  exclude: 'exclude',
  caFile: 'network.caFile',
  clientCertificates: 'network.clientCertificates',
  downloadsMirror: 'downloads.mirror',
  glossaryHover: 'glossary.hover',
  historyKeepDays: 'history.keepDays',
  codeLens: 'codeLens.enabled',
} as const;

const endpointSettings: Readonly<Record<EndpointUse, string>> = {
  chat: settingNames.chatEndpoints,
  completion: settingNames.completionEndpoints,
  translation: settingNames.translationEndpoints,
};

/** The one place where settings are read and written. Read anew at each use: VS Code keeps them in memory. */
export class Settings implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly watcher = vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration('aliada')) this.changed.fire();
  });

  readonly onChange = this.changed.event;

  /** @param environment for `${env:NAME}`. */
  constructor(private readonly environment: Environment) {}

  /** The endpoints for one use, and what is wrong with the rest of the list. */
  endpoints(use: EndpointUse): EndpointList {
    const found = aliada().inspect<unknown>(endpointSettings[use]);
    // In an untrusted workspace VS Code leaves a restricted setting's workspace value out of `get`.
    const ofWorkspace =
      vscode.workspace.isTrusted && (found?.workspaceFolderValue ?? found?.workspaceValue) !== undefined;
    return readEndpoints(
      aliada().get(endpointSettings[use]),
      ofWorkspace ? 'workspace' : 'user',
      this.environment,
    );
  }

  /** Certificates of the person's own. Machine settings: no workspace can write them. */
  network(): NetworkReading {
    return readNetwork(
      aliada().get(settingNames.caFile),
      aliada().get(settingNames.clientCertificates),
      this.environment,
    );
  }

  /** What is said of the answers' languages and of how much they explain. */
  answers(): AnswerSettings {
    return {
      language: String(aliada().get(settingNames.language)),
      displayLanguage: vscode.env.language,
      comments: String(aliada().get(settingNames.commentsLanguage)),
      commitMessages: String(this.renamed(settingNames.commitsLanguage)),
      level: readLevel(aliada().get(settingNames.explanationsLevel)) ?? 'standard',
    };
  }

  /** What is said of the language of Aliada's own words. */
  interfaceLanguage(): string {
    return String(aliada().get(settingNames.interfaceLanguage));
  }

  /** Keeps a language for answers and for Aliada's own words. */
  async keepLanguages(answers: string, words: string): Promise<void> {
    await this.keep(settingNames.language, answers);
    await this.keep(settingNames.interfaceLanguage, words);
  }

  /** Keeps a choice for all conversations to come, and where a workspace says otherwise, in this workspace. */
  async keepChoice({ language, level }: ConversationChoice): Promise<void> {
    if (language !== undefined) await this.keep(settingNames.language, language);
    if (level !== undefined) await this.keep(settingNames.explanationsLevel, level);
  }

  /** Whether a hover explains keywords and terms. */
  glossaryHover(): boolean {
    return aliada().get(settingNames.glossaryHover) === true;
  }

  /** For how many days conversations are kept; 0 keeps nothing. Of `application` scope: no workspace decides it. */
  historyKeepDays(): number {
    return readKeepDays(aliada().get(settingNames.historyKeepDays));
  }

  /** Whether words of Aliada's stand above functions. */
  codeLens(): boolean {
    return aliada().get(settingNames.codeLens) === true;
  }

  completion(): CompletionScope {
    return readCompletionScope({
      enabled: aliada().get(settingNames.completionEnabled),
      languages: aliada().get(settingNames.completionLanguages),
      comments: aliada().get(settingNames.completionInComments),
      strings: aliada().get(settingNames.completionInStrings),
    });
  }

  /** Requests for completion a minute; `undefined` where the person leaves it to Aliada. */
  requestsPerMinute(): number | undefined {
    const written: unknown = aliada().get(settingNames.requestsPerMinute);
    return typeof written === 'number' && written > 0 ? written : undefined;
  }

  /** The hosts that code may go to. Of `application` scope: no workspace can say anything here. */
  allowedHosts(): AllowedHosts {
    return readAllowedHosts(aliada().get(settingNames.allowedHosts));
  }

  /**
   * The patterns of files that stay here, a list for each place that they are written in: a workspace can add
   * to the person's own, and take none away.
   */
  exclude(resource: vscode.Uri): readonly (readonly string[])[] {
    const found = vscode.workspace.getConfiguration('aliada', resource).inspect(settingNames.exclude);
    return [found?.globalValue, found?.workspaceValue, found?.workspaceFolderValue].map((list) =>
      Array.isArray(list) ? (list as unknown[]).filter((entry) => typeof entry === 'string') : [],
    );
  }

  /** The person's own list for one use, as it is written, leaving out a workspace's. */
  own(use: EndpointUse): readonly unknown[] {
    const value = aliada().inspect<unknown>(endpointSettings[use])?.globalValue;
    return Array.isArray(value) ? (value as unknown[]) : [];
  }

  /** Puts an endpoint first in the person's own list; the others stay behind it, and what was said of it stands. */
  async addEndpoint(
    endpoint: { readonly url: string; readonly model: string },
    use: EndpointUse = 'chat',
  ): Promise<void> {
    const isSame = (entry: unknown): boolean => {
      const { url, model } = (entry ?? {}) as { url?: unknown; model?: unknown };
      return url === endpoint.url && model === endpoint.model;
    };
    const own = this.own(use);
    const kept = own.find(isSame) ?? endpoint;
    await this.write(endpointSettings[use], [kept, ...own.filter((entry) => !isSame(entry))]);
  }

  /** Takes the endpoints at one address out of all of the person's own lists. */
  async removeEndpoints(url: string): Promise<void> {
    for (const use of ['chat', 'completion', 'translation'] as const) {
      const own = this.own(use);
      const kept = own.filter((entry) => (entry as { url?: unknown } | null)?.url !== url);
      if (kept.length < own.length) await this.write(endpointSettings[use], kept);
    }
  }

  /** Where files are downloaded from instead of the internet; empty means from the internet. A machine setting. */
  downloadsMirror(): string {
    const written: unknown = aliada().get(settingNames.downloadsMirror);
    return typeof written === 'string' ? written : '';
  }

  /** Makes a model the first of the chat, in the person's own list. */
  async preferModel(chosen: Pick<EndpointAddress, 'base' | 'model'>): Promise<void> {
    await this.write(endpointSettings.chat, withModelFirst(this.own('chat'), chosen, this.environment));
  }

  async toggleCompletion(): Promise<void> {
    await this.write(settingNames.completionEnabled, !this.completion().enabled);
  }

  async toggleCompletionFor(languageId: string): Promise<void> {
    await this.switchCompletion([languageId], !isWanted({ ...this.completion(), enabled: true }, languageId));
  }

  /** Switches completion on or off in the languages with these ids. */
  async switchCompletion(languageIds: readonly string[], wanted: boolean): Promise<void> {
    const own = aliada().inspect(settingNames.completionLanguages)?.globalValue;
    let { languages } = readCompletionScope({ languages: own });
    for (const id of languageIds) languages = withLanguage(languages, id, wanted);
    await this.write(settingNames.completionLanguages, languages);
  }

  /** The settings that stand under a name of before, with what their move would be. */
  underOldNames(): readonly { readonly setting: RenamedSetting; readonly moves: readonly Move[] }[] {
    return renamedSettings
      .map((setting) => ({ setting, moves: movesOf(written(setting.to), written(setting.from)) }))
      .filter(({ moves }) => moves.length > 0);
  }

  /** Gives what stands under names of before its name of now, in each place where it is written. */
  async moveRenamed(): Promise<void> {
    const { Global, Workspace, WorkspaceFolder } = vscode.ConfigurationTarget;
    const targets = {
      globalValue: Global,
      workspaceValue: Workspace,
      workspaceFolderValue: WorkspaceFolder,
    } as const;
    for (const { setting, moves } of this.underOldNames()) {
      for (const { place, value } of moves) {
        // The new one first: a move that breaks off leaves both, and loses nothing.
        if (value !== undefined) await aliada().update(setting.to, value, targets[place]);
        await aliada().update(setting.from, undefined, targets[place]);
      }
    }
  }

  dispose(): void {
    this.watcher.dispose();
    this.changed.dispose();
  }

  /** The value of a setting that once had another name. */
  private renamed(name: string): unknown {
    const before = renamedSettings.find(({ to }) => to === name)?.from;
    return valueOf(written(name), before === undefined ? undefined : written(before));
  }

  private async keep(name: string, value: string): Promise<void> {
    const ofWorkspace = aliada().inspect(name)?.workspaceValue !== undefined;
    const { Global, Workspace } = vscode.ConfigurationTarget;
    await aliada().update(name, value, ofWorkspace ? Workspace : Global);
  }

  private async write(name: string, value: unknown): Promise<void> {
    await aliada().update(name, value, vscode.ConfigurationTarget.Global);
  }
}

/** What is written for a setting, in each place. */
function written(name: string): WrittenValues | undefined {
  return aliada().inspect(name);
}

function aliada(): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration('aliada');
}
