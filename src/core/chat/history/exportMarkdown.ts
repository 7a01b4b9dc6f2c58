import { fenceTag } from '../../language/programming/names';
import { ownNames } from '../../language/spoken/languages';
import { t } from '../../text';
import { attachmentLabel, type Attachment } from '../attachment';
import type { AnswerMessage, Message } from '../message';

/**
 * A conversation as a Markdown document, as it is shown: what was asked with the code that went along, what was
 * answered, and of each answer its language, who wrote it, where and when.
 * @param lang the language of the interface.
 */
export function exportMarkdown(title: string, messages: readonly Message[], lang: string): string {
  const when = new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeStyle: 'short' });
  const [first, last] = [messages.at(0), messages.at(-1)];
  const head = [`# ${oneLine(title)}`];
  if (first !== undefined && last !== undefined)
    head.push(t('Conversation with Aliada, {0}', when.formatRange(first.at, last.at)));
  const turns = messages.map((message) =>
    message.role === 'user'
      ? [`## ${t('You')}`, message.text, ...message.attachments.map(attached)].join('\n\n')
      : [`## ${t('Aliada')}`, closed(message.text), `*${byline(message, when)}*`].join('\n\n'),
  );
  return `${[...head, ...turns].join('\n\n')}\n`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function byline({ language, source, at, status }: AnswerMessage, when: Intl.DateTimeFormat): string {
  const parts = [
    ownNames[language],
    source === undefined ? undefined : `${source.model}@${source.host}`,
    when.format(at),
    status === 'done' ? undefined : t('not complete'),
  ];
  return parts.filter((part) => part !== undefined).join(' · ');
}

function attached(attachment: Attachment): string {
  const fence = '`'.repeat(longestRun(attachment.text) + 1);
  const code = `${fence}${fenceTag(attachment.languageId)}\n${attachment.text.trimEnd()}\n${fence}`;
  return `${attachmentLabel(attachment)}:\n\n${code}`;
}

function longestRun(text: string): number {
  return Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}

/** An answer that breaks off in code would take all that follows into it. */
function closed(text: string): string {
  let open: string | undefined;
  for (const line of text.split('\n')) {
    const mark = /^\s*(?:(?:[-*+]|\d{1,9}[.)])\s+)?(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark === undefined) continue;
    if (open === undefined) open = mark;
    else if (mark.startsWith(open) && /^\s*[`~]+\s*$/.test(line)) open = undefined;
  }
  return open === undefined ? text : `${text.trimEnd()}\n${open}`;
}
