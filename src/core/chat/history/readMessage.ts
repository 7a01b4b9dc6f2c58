import { EndpointError, type EndpointFailure } from '../../endpoint/errors';
import { answerLanguages } from '../../language/spoken/languages';
import { Refusal, type RefusalReason } from '../../privacy/refusal';
import type { NotWhole } from '../attachments/fit';
import type { ContextUse } from '../contextUse';
import type { AnswerFailure, AnswerMessage, Message, Versions } from '../message';
import { commandNames } from '../prompts/prompts';
import type { MessageStatus } from '../protocol';
import { readAttachment } from '../attachments/read';
import { fieldsOf, listOf, numberOf, oneOf, textOf, type Fields } from './json';

/** A message as it is kept. A failure is kept by its reason; the words of a server are not. */
export function keptMessage(message: Message): Fields {
  if (message.role === 'user') return { ...message };
  const { failure, replaced: _replaced, ...rest } = message;
  return failure === undefined ? rest : { ...rest, failure: keptFailure(failure) };
}

function keptFailure(failure: AnswerFailure): Fields {
  if (typeof failure === 'string') return { kind: failure };
  const { reason, host } = failure;
  if (failure instanceof Refusal) return { kind: 'refusal', reason, host };
  const { status, code, movedTo } = failure;
  return { kind: 'endpoint', reason, host, status, code, movedTo };
}

/** Reads a kept message; `undefined` for what is none. One that was being written when all ended is interrupted. */
export function readMessage(value: unknown): Message | undefined {
  const fields = fieldsOf(value);
  const [id, text, lang, at] = [
    ...[textOf(fields?.id), textOf(fields?.text), textOf(fields?.lang)],
    numberOf(fields?.at),
  ] as const;
  if (!fields || id === undefined || text === undefined || lang === undefined || at === undefined)
    return undefined;
  const parent = textOf(fields.parent);
  const common = { id, text, lang, at, ...(parent === undefined ? {} : { parent }) };
  if (fields.role === 'assistant') return readAnswer(fields, common);
  if (fields.role !== 'user') return undefined;
  const command = oneOf(commandNames, fields.command);
  const [typed, more] = [textOf(fields.typed), textOf(fields.more)];
  return {
    ...common,
    role: 'user',
    attachments: listOf(fields.attachments)
      .map(readAttachment)
      .filter((one) => one !== undefined),
    ...(command === undefined ? {} : { command }),
    ...(fields.suggested === true ? { suggested: true } : {}),
    ...(typed === undefined ? {} : { typed }),
    ...(more === undefined ? {} : { more }),
  };
}

const statuses: readonly MessageStatus[] = ['streaming', 'done', 'cut', 'stopped', 'failed'];

function readAnswer(
  fields: Fields,
  common: Pick<AnswerMessage, 'id' | 'parent' | 'at' | 'text' | 'lang'>,
): AnswerMessage | undefined {
  const status = oneOf(statuses, fields.status);
  const language = oneOf(answerLanguages, fields.language);
  if (status === undefined || language === undefined) return undefined;
  const wasWriting = status === 'streaming';
  const source = fieldsOf(fields.source);
  const [model, host] = [textOf(source?.model), textOf(source?.host)];
  const failure = readFailure(fields.failure);
  const use = readUse(fields.use);
  const notWhole = readNotWhole(fields.notWhole);
  const versions = readVersions(fields.versions);
  // Whoever was translated half is shown as it came.
  const halfTranslated = fieldsOf(fields.versions)?.running === true;
  const original = textOf(fieldsOf(fields.versions)?.original);
  return {
    ...common,
    ...(halfTranslated && original !== undefined ? { text: original } : {}),
    role: 'assistant',
    language,
    status: wasWriting ? 'stopped' : status,
    ...(wasWriting || fields.interrupted === true ? { interrupted: true } : {}),
    attachmentCut: fields.attachmentCut === true,
    ...(notWhole === undefined ? {} : { notWhole }),
    ...(fields.local === true ? { local: true } : {}),
    ...(fields.shortened === true ? { shortened: true } : {}),
    ...(model === undefined || host === undefined ? {} : { source: { model, host } }),
    ...(use === undefined ? {} : { use }),
    ...(failure === undefined ? {} : { failure }),
    ...(fields.again === 'asked' ? { again: 'asked' } : {}),
    ...(fields.drifted === true ? { drifted: true } : {}),
    ...(versions === undefined ? {} : { versions }),
  };
}

function readNotWhole(value: unknown): NotWhole | undefined {
  const fields = fieldsOf(value);
  if (fields === undefined) return undefined;
  const labels = (list: unknown): string[] =>
    listOf(list)
      .map(textOf)
      .filter((label) => label !== undefined);
  return { cut: labels(fields.cut), leftOut: labels(fields.leftOut) };
}

function readUse(value: unknown): ContextUse | undefined {
  const fields = fieldsOf(value);
  const promptTokens = numberOf(fields?.promptTokens);
  const completionTokens = numberOf(fields?.completionTokens);
  const contextTokens = numberOf(fields?.contextTokens);
  if (promptTokens === undefined || completionTokens === undefined || contextTokens === undefined)
    return undefined;
  return { promptTokens, completionTokens, contextTokens, estimated: fields?.estimated === true };
}

function readVersions(value: unknown): Versions | undefined {
  const fields = fieldsOf(value);
  const [original, later, by] = [textOf(fields?.original), textOf(fields?.later), textOf(fields?.by)];
  if (original === undefined || later === undefined || fields?.running !== false) return undefined;
  return { original, later, running: false, ...(by === undefined ? {} : { by }) };
}

const endpointReasons: readonly EndpointFailure[] = [
  ...(['auth', 'notFound', 'overloaded', 'loading', 'contextTooLong', 'network', 'tls'] as const),
  ...(['timeout', 'badResponse', 'aborted'] as const),
];
const refusalReasons: readonly RefusalReason[] = ['hostNotAllowed', 'denied', 'noConsent'];

function readFailure(value: unknown): AnswerFailure | undefined {
  const fields = fieldsOf(value);
  const host = textOf(fields?.host) ?? '';
  if (fields === undefined) return undefined;
  if (fields.kind === 'noEndpoint') return 'noEndpoint';
  const refused = oneOf(refusalReasons, fields.reason);
  if (fields.kind === 'refusal' && refused !== undefined) return new Refusal(refused, host);
  const reason = oneOf(endpointReasons, fields.reason);
  if (fields.kind !== 'endpoint' || reason === undefined) return 'unexpected';
  return new EndpointError(reason, {
    host,
    status: numberOf(fields.status),
    code: textOf(fields.code),
    movedTo: textOf(fields.movedTo),
  });
}
