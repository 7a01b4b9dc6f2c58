import * as vscode from 'vscode';
import type { FoundServer } from '../../core/endpoint/discover';
import { planRun, type Machine } from '../../core/localModel/machine';
import { findOnPath, freeBytes, thisMachine } from '../../core/localModel/machine.node';
import { offeredModels, type OfferedModel } from '../../core/localModel/models';
import { describeFitness, sizeWords } from '../../core/localModel/words';
import { t } from '../../core/text';
import type { EndpointFinder } from '../setup/endpointFinder';

/** What a person can choose. */
export type Choice =
  | { readonly kind: 'running'; readonly server: FoundServer }
  | { readonly kind: 'model'; readonly model: OfferedModel }
  | { readonly kind: 'file' }
  | { readonly kind: 'ollama' | 'ollamaModel' };

/** What is here already, and how much room there is. */
export interface Surroundings {
  readonly running: readonly FoundServer[];
  /** `llama-server` on the PATH. */
  readonly program: string | undefined;
  /** Ollama on the PATH, and whether it runs, with a model or without. */
  readonly ollama: { readonly command: string; readonly runs: boolean } | undefined;
  /** On the disk, in bytes. */
  readonly free: number;
  readonly memoryBytes: number;
  readonly machine: Machine;
}

/** Looks on this computer only. */
export async function lookAround(
  finder: EndpointFinder,
  root: string,
  signal: AbortSignal,
): Promise<Surroundings> {
  const [running, program, command, runs, free] = await Promise.all([
    finder.find(signal),
    findOnPath('llama-server'),
    findOnPath('ollama'),
    finder.ollamaAnswers(signal),
    freeBytes(root),
  ]);
  const ollama = command === undefined ? undefined : { command, runs };
  const machine = thisMachine();
  return { running, program, ollama, free, machine, memoryBytes: machine.memoryBytes };
}

type Item = vscode.QuickPickItem & { readonly value?: Choice };

/** The list: what runs already, what can be downloaded, and the rest. */
export function modelItems(seen: Surroundings, lang: string): readonly Item[] {
  return [
    ...section(t('Found on this computer'), seen.running.map(runningItem)),
    ...section(
      t('To download'),
      offeredModels.map((model) => offeredItem(model, seen, lang)),
    ),
    ...section(t('Other ways'), [
      {
        label: t('$(folder-opened) A model file of mine…'),
        detail: t('Any GGUF file that llama.cpp can read'),
        value: { kind: 'file' },
      },
      ...(seen.ollama === undefined || seen.running.some(({ name }) => name === 'Ollama')
        ? []
        : [ollamaItem(seen.ollama)]),
    ]),
  ];
}

function section(label: string, items: readonly Item[]): readonly Item[] {
  return items.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...items];
}

function runningItem(server: FoundServer): Item {
  const { model, host } = server.address;
  return {
    label: model,
    description: host,
    detail: t('{0}, already running', server.name),
    value: { kind: 'running', server },
  };
}

function offeredItem(model: OfferedModel, { machine }: Surroundings, lang: string): Item {
  const { approximateBytes: sizeBytes, bytesPerToken, trainedContext } = model;
  const plan = planRun(machine, { sizeBytes, bytesPerToken, trainedContext });
  const source = model.official
    ? t('published by BSC')
    : t('converted by {0}', model.repository.replace(/\/.*/, ''));
  return {
    label: model.name,
    description: [t('about {0}', sizeWords(sizeBytes, lang)), model.licence].join(' · '),
    detail: `$(${icons[plan.fit]}) ${describeFitness(plan, lang)} · ${source}`,
    value: { kind: 'model', model },
  };
}

const icons = { fits: 'check', tight: 'info', tooLarge: 'warning' } as const;

function ollamaItem({ command, runs }: NonNullable<Surroundings['ollama']>): Item {
  return runs
    ? {
        label: t('$(terminal) Download a model with Ollama in a terminal'),
        description: command,
        detail: t('No model yet. BSC advises against Ollama for ALIA: it answers much worse.'),
        value: { kind: 'ollamaModel' },
      }
    : {
        label: t('$(terminal) Start Ollama in a terminal'),
        description: command,
        detail: t('Not running. BSC advises against Ollama for ALIA: it answers much worse.'),
        value: { kind: 'ollama' },
      };
}
