import { remedyLabel, summarizeError, isFailure } from '../endpoint/describe';
import { addressId } from '../endpoint/address';
import type { OfferedModel } from '../endpoint/offeredModels';
import { shortModelName } from '../models/shortName';
import { t } from '../text';
import { shareOf, type ContextUse } from './contextUse';
import type { Message } from './message';
import type { ViewContext, ViewModelGroup, ViewModels, ViewModelText, ViewModelOption } from './protocol';

export interface ModelsShown {
  readonly models: readonly OfferedModel[];
  /** Id of the model that was chosen for this conversation. */
  readonly chosen: string | undefined;
  /** Why servers could not be asked, by the id of their entry in the settings. */
  readonly failures: ReadonlyMap<string, Error>;
  /** True while servers are asked what they serve. */
  readonly asking: boolean;
  /** BCP 47 tag of the interface's language, for figures. */
  readonly lang: string;
}

/** The chip that says which model will be asked, and the menu behind it; nothing where no server is set. */
export function viewModels(
  { models, chosen, failures, asking, lang }: ModelsShown,
  messages: readonly Message[],
): ViewModels | undefined {
  const current = models.find(({ id }) => id === chosen) ?? models[0];
  if (current === undefined) return undefined;
  const { host } = current.address;
  const name = current.model === undefined ? undefined : shortModelName(current.model);
  const context = viewContext(messages, lang);
  return {
    name: name ?? host,
    description:
      current.model === undefined
        ? t('Model: the one that {0} serves.', host)
        : t('Model: {0} at {1}.', current.model, host),
    groups: groupsOf(models, (model) => option(model, model === current, lang), failures),
    asking,
    ...(context === undefined ? {} : { context }),
    ...(current.facts.demonstration === true ? { demonstration: viewDemonstration() } : {}),
    text: viewModelText(),
  };
}

function groupsOf(
  models: readonly OfferedModel[],
  show: (model: OfferedModel) => ViewModelOption,
  failures: ReadonlyMap<string, Error>,
): readonly ViewModelGroup[] {
  const groups = new Map<string, { host: string; note?: string; options: ViewModelOption[] }>();
  for (const model of models) {
    const { base, host } = model.address;
    const group = groups.get(base) ?? { host, options: [] };
    groups.set(base, group);
    group.options.push(show(model));
    const failure = failures.get(addressId(model.address));
    if (failure !== undefined && isFailure(failure)) group.note = summarizeError(failure);
  }
  return [...groups.values()];
}

function option(model: OfferedModel, checked: boolean, lang: string): ViewModelOption {
  const name = model.model ?? t('The one that the server serves');
  const detail = model.model === undefined ? '' : modelDetail(model, lang);
  return { value: model.id, label: name, checked, ...(detail === '' ? {} : { detail }) };
}

/** What is known of a model beside its name, in a few words: `40B · 32,768 tokens of context · tools`. */
export function modelDetail(
  { facts, contextTokens, tools }: Pick<OfferedModel, 'facts' | 'contextTokens' | 'tools'>,
  lang: string,
): string {
  const parts = [
    facts.parameters === undefined ? undefined : `${figure(facts.parameters, lang)}B`,
    t('{0} tokens of context', figure(contextTokens, lang)),
    facts.role === 'base' ? t('made to complete, not to chat') : undefined,
    tools ? t('can call tools') : undefined,
  ];
  return parts.filter((part) => part !== undefined).join(' · ');
}

/** What the newest answer whose figures are known took of the context. */
function viewContext(messages: readonly Message[], lang: string): ViewContext | undefined {
  const use = messages.findLast((message) => message.role === 'assistant' && message.use !== undefined);
  return use?.role === 'assistant' && use.use !== undefined ? describeUse(use.use, lang) : undefined;
}

function describeUse(use: ContextUse, lang: string): ViewContext {
  const share = shareOf(use);
  const percent = new Intl.NumberFormat(lang, { style: 'percent' }).format(share);
  const taken = figure(use.promptTokens + use.completionTokens, lang);
  const words = [
    t('Context in use: {0} of {1} tokens ({2}).', taken, figure(use.contextTokens, lang), percent),
    t(
      'Last question: {0} tokens. Answer: {1}.',
      figure(use.promptTokens, lang),
      figure(use.completionTokens, lang),
    ),
    ...(use.estimated ? [t('The server does not count; these figures are estimates.')] : []),
  ];
  return { share, label: use.estimated ? `≈ ${percent}` : percent, description: words.join(' ') };
}

function figure(value: number, lang: string): string {
  return new Intl.NumberFormat(lang).format(value);
}

/** Nobody is to take it for a model that can help. */
function viewDemonstration(): NonNullable<ViewModels['demonstration']> {
  const remedies = ['setUp', 'installLocalModel'] as const;
  return {
    note: t('Demonstration model: it explains very small programs and is no assistant.'),
    remedies: remedies.map((action) => ({ action, label: remedyLabel(action) })),
  };
}

function viewModelText(): ViewModelText {
  return {
    menu: t('Model of the answers'),
    asking: t('Asking which models there are…'),
    another: t('Set up another endpoint…'),
  };
}
