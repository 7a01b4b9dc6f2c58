import * as vscode from 'vscode';
import { describeExclusion } from '../../../core/privacy/describeExclusion';
import type { Exclusion } from '../../../core/privacy/exclusions';
import { t } from '../../../core/text';
import { tokenOf } from '../../cancellation';
import { nameOf, type PrivateFiles } from '../../privacy/privateFiles';
import { fileForSending, pathOf } from './code';
import { openUris } from './openEditors';
import { nothing, type Given, type SourceParts } from './source';
import { workspaceFiles } from './workspaceFiles';

/** More than a person scrolls through; typing finds the others only where they are among these. */
const mostFiles = 3_000;
const mostKept = 50;

interface Item extends vscode.QuickPickItem {
  readonly uri?: vscode.Uri;
}

/** A file that the person picks: the open ones first, then those of the workspace, last those that stay here. */
export async function file({ files }: SourceParts, signal: AbortSignal): Promise<Given> {
  const uri = await pickFile(files, signal);
  return uri === undefined ? nothing : fileForSending(uri, files);
}

async function pickFile(files: PrivateFiles, signal: AbortSignal): Promise<vscode.Uri | undefined> {
  const options = {
    title: t('Attach a file'),
    placeHolder: t('Name of the file'),
    matchOnDescription: true,
  };
  // The list comes up at once and fills when the files are found.
  const chosen = await vscode.window.showQuickPick<Item>(items(files, signal), options, tokenOf(signal));
  return chosen?.uri;
}

async function items(files: PrivateFiles, signal: AbortSignal): Promise<Item[]> {
  const open = openUris();
  const seen = new Set(open.map(String));
  const others = (await workspaceFiles(mostFiles, signal)).filter((uri) => !seen.has(uri.toString()));
  others.sort((a, b) => a.path.localeCompare(b.path));
  const all = await Promise.all(
    [...open, ...others].map(async (uri) => ({ uri, kept: await files.exclusion(uri) })),
  );
  const free = all.filter(({ kept }) => kept === undefined);
  // What git ignores is built or downloaded, and would only be in the way.
  const kept = all.filter((one) => one.kept !== undefined && one.kept !== 'ignoreFile').slice(0, mostKept);
  const separator = { label: t('Stay on this computer'), kind: vscode.QuickPickItemKind.Separator };
  return [
    ...free.map(({ uri }) => item(uri, '$(file)')),
    ...(kept.length === 0 ? [] : [separator]),
    ...kept.map((one) => ({ ...item(one.uri, '$(lock)'), detail: reason(one.uri, one.kept) })),
  ];
}

function item(uri: vscode.Uri, icon: string): Item {
  const path = pathOf(uri);
  const name = nameOf(uri);
  const folder = path.slice(0, -name.length).replace(/\/$/, '');
  return { label: `${icon} ${name}`, ...(folder === '' ? {} : { description: folder }), uri };
}

function reason(uri: vscode.Uri, kept: Exclusion | undefined): string {
  return kept === undefined ? '' : describeExclusion(kept, nameOf(uri));
}
