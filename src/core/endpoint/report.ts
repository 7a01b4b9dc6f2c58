import { t } from '../text';
import { summarizeError } from './describe';
import type { CheckId, Diagnosis, Finding, Seen, Verdict } from './finding';
import { driftWords, spokenWords } from './reportLanguages';
import { reportAdvice } from './reportAdvice';

/** Models that are named in the report; a router lists hundreds. */
const namedModels = 6;

/**
 * The diagnosis as Markdown in the person's language: a table for each endpoint. Holds no keys, no headers
 * and no text of the person's or of a server's errors, so that it can be passed on.
 * @param when the moment of the diagnosis, as the person writes dates.
 * @param language whose way of writing numbers is used, as a BCP 47 tag.
 */
export function renderReport(diagnoses: readonly Diagnosis[], when: string, language = 'en'): string {
  const number = numbersIn(language);
  const parts = [
    `# ${t('Aliada: diagnosis of the endpoints')}`,
    t('{0}. It holds no keys, no code and no conversations, and can be passed on.', escaped(when)),
    ...(diagnoses.length === 0
      ? [t('No endpoint is set up yet')]
      : diagnoses.map((one) => section(one, number))),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** How a person's language writes a number. */
type Numbers = (value: number) => string;

/** Figures under a hundred have a decimal: below that it matters for a speed. */
function numbersIn(language: string): Numbers {
  const rough = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
  const fine = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  return (value) => (value < 100 ? fine : rough).format(value);
}

/** What stands in a report's place when VS Code brings its tab back: a report is kept nowhere. */
export function renderNoReport(): string {
  return `${[
    `# ${t('Aliada: diagnosis of the endpoints')}`,
    t(
      'This report is gone: Aliada keeps it only until VS Code is closed or reloaded. For a new one, run the command “Aliada: Diagnose Endpoint”.',
    ),
  ].join('\n\n')}\n`;
}

function section(
  { host, base, model, uses, standsBack, findings, drift }: Diagnosis,
  number: Numbers,
): string {
  const facts = [
    t('Address: {0}', code(base)),
    t('Model: {0}', model === undefined ? t('the first that the server lists') : code(model)),
    uses.length === 2
      ? t('For: chat and completion')
      : uses.includes('chat')
        ? t('For: chat')
        : t('For: completion'),
  ];
  if (standsBack) {
    facts.push(
      t(
        'Never takes over as a fallback: it is public, and one listed before it is not. Setting {0} in its entry would allow it.',
        code('"allowFromPrivate": true'),
      ),
    );
  }
  if (drift.length > 0) facts.push(driftWords(drift));
  const rows = findings.map((finding) => [
    checkName(finding.check),
    seenWords(finding.seen, finding.check, number),
    verdictWords(finding.verdict),
    finding.verdict === 'ok' || finding.verdict === 'none' ? '' : reportAdvice(finding),
  ]);
  const table = [
    [t('Check'), t('Result'), t('Assessment'), t('What to do')],
    ['---', '---', '---', '---'],
    ...rows,
  ].map((cells) => `| ${cells.map(cell).join(' | ')} |`);
  return [
    `## ${escaped(host)}`,
    facts.map((fact) => `- ${fact}`).join('\n'),
    conclusion(findings),
    table.join('\n'),
  ].join('\n\n');
}

/** The one sentence for those who read no tables. */
function conclusion(findings: readonly Finding[]): string {
  const worst = findings.find(({ verdict }) => verdict === 'fault');
  if (worst !== undefined)
    return `**${t('Something is broken here: see the row “{0}”.', checkName(worst.check))}**`;
  return findings.some(({ verdict }) => verdict === 'attention')
    ? `**${t('It works; some rows deserve attention.')}**`
    : `**${t('All is well.')}**`;
}

function checkName(check: CheckId): string {
  const names: Readonly<Record<CheckId, string>> = {
    reach: t('Connection'),
    tls: t('Certificate'),
    key: t('API key'),
    dialect: t('Kind of server'),
    models: t('Models'),
    context: t('Context size'),
    completion: t('Raw completion'),
    chat: t('Chat'),
    streaming: t('Streaming'),
    prefill: t('Continues an answer that was begun'),
    tokenCount: t('Token counting'),
    firstToken: t('Time to the first token'),
    speed: t('Speed'),
    'spoken-es': t('Answers in Spanish'),
    'spoken-ca': t('Answers in Catalan'),
    'spoken-gl': t('Answers in Galician'),
    'spoken-eu': t('Answers in Basque'),
  };
  return names[check];
}

function verdictWords(verdict: Verdict): string {
  switch (verdict) {
    case 'ok':
      return `✓ ${t('good')}`;
    case 'attention':
      return `⚠ ${t('attention')}`;
    case 'fault':
      return `✗ ${t('fault')}`;
    case 'none':
      return '–';
  }
}

function seenWords(seen: Seen, check: CheckId, number: Numbers): string {
  switch (seen.kind) {
    case 'spoken':
      return spokenWords(seen.in, check);
    case 'answered':
      return t('answered in {0} ms', number(seen.ms));
    case 'failed':
      return escaped(summarizeError(seen.error));
    case 'refused':
      return t('not sent: you have not allowed this server');
    case 'notTried':
      return t('not checked');
    case 'noTls':
      return t('http, without encryption');
    case 'chain':
      return chainWords(seen, number);
    case 'noChain':
      return t('could not be examined');
    case 'key':
      return seen.kept
        ? t('a key is saved, and the server did not refuse it')
        : t('no key is saved, and the server asked for none');
    case 'models':
      return modelWords(seen.models, number);
    case 'wrongModel':
      return t(
        '{0} is not among the models that the server lists: {1}',
        code(seen.asked),
        modelWords(seen.models, number),
      );
    case 'encoder':
      return t('{0} turns text into numbers; it can neither chat nor complete', code(seen.asked));
    case 'noList':
      return t('the server lists no models');
    case 'text':
      return t('the model answers');
    case 'noText':
      return t('the answer was empty');
    case 'noRoute':
      return t('the server has no such route');
    case 'pieces':
      return seen.pieces > 1 ? t('text arrives piece by piece') : t('text arrives all at once');
    case 'dialect':
      return escaped([seen.name, seen.version].filter((part) => part !== undefined).join(' '));
    case 'context':
      return seen.tokens === undefined ? t('the server does not say') : t('{0} tokens', number(seen.tokens));
    case 'able':
      return ableWords(seen.able, check);
    case 'firstToken':
      return t('{0} ms', number(seen.ms));
    case 'speed':
      return seen.counted
        ? t('{0} tokens per second', number(seen.perSecond))
        : t('about {0} tokens per second (estimated)', number(seen.perSecond));
  }
}

function ableWords(able: boolean, check: CheckId): string {
  if (check === 'prefill') return able ? t('yes') : t('no; completion works without it');
  return able ? t('yes') : t('no; Aliada estimates lengths');
}

function chainWords({ chain, daysLeft }: Extract<Seen, { kind: 'chain' }>, number: Numbers): string {
  const names = [
    ...chain.certificates.map(({ subject }) => subject),
    chain.certificates.at(-1)?.issuer ?? '',
  ].filter((name, index, all) => name !== '' && name !== all[index - 1]);
  const path = names.map(code).join(' ← ');
  if (daysLeft === undefined) return path;
  return daysLeft < 0
    ? t('{0}; expired', path)
    : t('{0}; days until it expires: {1}', path, number(daysLeft));
}

function modelWords(models: readonly string[], number: Numbers): string {
  const named = models.slice(0, namedModels).map(code).join(', ');
  return models.length > namedModels ? t('{0} and others ({1} in all)', named, number(models.length)) : named;
}

/** A name that somebody else chose, as code: in a table or a line nothing in it is taken for Markdown. */
function code(name: string): string {
  const plain = name
    .replace(/[`\r\n|\\]/g, ' ')
    .trim()
    .slice(0, 120);
  return `\`${plain === '' ? ' ' : plain}\``;
}

function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>|#]/g, (sign) => `\\${sign}`).replace(/\s+/g, ' ');
}

/** A row stands on one line, and a bar would begin another cell. */
function cell(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').replace(/(?<!\\)\|/g, '\\|');
}
