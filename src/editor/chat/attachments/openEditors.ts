import * as vscode from 'vscode';
import { t } from '../../../core/text';
import { documentSchemes } from '../../completion/schemes';
import { fileForSending } from './code';
import type { Given, SourceParts } from './source';

/** All that is open in tabs and may be sent. */
export async function openEditors({ files }: SourceParts): Promise<Given> {
  const given = await Promise.all(openUris().map((uri) => fileForSending(uri, files)));
  const attachments = given.flatMap((one) => one.attachments);
  const notes = given.flatMap(({ note }) => note ?? []);
  if (attachments.length === 0 && notes.length === 0) return { attachments, note: t('No file is open.') };
  return { attachments, note: notes.length === 0 ? undefined : notes.join(' ') };
}

/** What is open in tabs, each once: files, and what was never saved. */
export function openUris(): readonly vscode.Uri[] {
  const uris = vscode.window.tabGroups.all.flatMap((group) =>
    group.tabs.flatMap(({ input }) => (input instanceof vscode.TabInputText ? [input.uri] : [])),
  );
  const known = new Map(uris.map((uri) => [uri.toString(), uri]));
  return [...known.values()].filter(({ scheme }) => documentSchemes.includes(scheme));
}
