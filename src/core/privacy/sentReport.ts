import { t } from '../text';
import type { SentRequest } from './sent';

/**
 * What was sent, as a Markdown document in the interface language.
 * @param requests the newest first.
 * @param clock writes a time for a person to read.
 */
export function sentReport(requests: readonly SentRequest[], clock: (time: number) => string): string {
  const head = [
    `# ${t('What Aliada sent')}`,
    t(
      'The last requests since this window was opened, the newest first, word for word as they left: secrets that were found are already masked. This list is kept in memory only.',
    ),
  ];
  const body =
    requests.length === 0 ? [t('Nothing was sent yet.')] : requests.map((one) => entry(one, clock));
  return [...head, ...body].join('\n\n') + '\n';
}

function entry({ time, host, model, content }: SentRequest, clock: (time: number) => string): string {
  const route = content.route === 'chat' ? t('Chat') : t('Completion');
  const texts = content.route === 'chat' ? chatTexts(content) : [fenced(content.prompt)];
  return [`## ${clock(time)} · ${route}`, [host, model].filter(Boolean).join(' · '), ...texts].join('\n\n');
}

function chatTexts({
  messages,
  tools = [],
}: Extract<SentRequest['content'], { route: 'chat' }>): readonly string[] {
  const said = messages.map(({ role, content, toolCalls = [] }) => {
    const calls = toolCalls.map(({ name, input }) => fenced(`${name} ${JSON.stringify(input)}`));
    const texts = content === '' && calls.length > 0 ? calls : [fenced(content), ...calls];
    return [`**${roleName(role)}**`, ...texts].join('\n\n');
  });
  return tools.length === 0 ? said : [...said, `**${t('Tools offered')}**\n\n${fenced(tools.join('\n'))}`];
}

function roleName(role: 'system' | 'user' | 'assistant' | 'tool'): string {
  switch (role) {
    case 'system':
      return t('Instructions');
    case 'user':
      return t('You');
    case 'assistant':
      return t('Aliada');
    case 'tool':
      return t('Result of a tool');
  }
}

/** In a fence longer than any run of backticks in the text. */
function fenced(text: string): string {
  const longest = [...text.matchAll(/`+/g)].reduce((most, [run]) => Math.max(most, run.length), 2);
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}`;
}
