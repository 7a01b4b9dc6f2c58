// What `npm run bench -- language` bundles: answers put together from pieces, and the turn that shows them.
import type { Endpoint } from '../../src/core/endpoint/endpoint';
import { answer } from '../../src/core/chat/turn';
import type { AnswerLanguage } from '../../src/core/language/spoken/languages';
import { pieces, type AnswerPieces } from './answers/texts';

export { open } from '../support/benchEndpoint';

type PieceLanguage = keyof typeof pieces;

/** How a model answers: all right, or in another language from `at` paragraphs on. */
export interface Plan {
  readonly language: AnswerLanguage;
  /** The paragraphs of the right answer. */
  readonly right: readonly string[];
  /** What the model writes at first. */
  readonly written: string;
  /** Paragraphs of it that are in the wrong language; none where it does not drift. */
  readonly foreign: readonly string[];
}

const code = [
  '```python\ndef total(items):\n    # Sum of all the prices in the list\n    return sum(item.price for item in items)\n```',
  '```js\nif (!response.ok) throw new Error("The server could not be reached");\n```',
  '```sql\nSELECT name, COUNT(*) FROM orders GROUP BY name -- one row per customer\n```',
  '```sh\n$ git push\nerror: failed to push some refs to the remote\n```',
];

const families: Readonly<Record<AnswerLanguage, PieceLanguage>> = {
  ...{ es: 'es', 'es-419': 'es', ca: 'ca', 'ca-valencia': 'ca', gl: 'gl', eu: 'eu' },
  ...{ 'oc-aranes': 'oc', en: 'en' },
};

/** Puts an answer together; with `drift` it goes over to another language at its start or in its midst. */
export function plan(language: AnswerLanguage, random: () => number, drift: boolean): Plan {
  const own = families[language];
  const right = paragraphs(pieces[own], random);
  if (!drift) return { language, right, written: right.join('\n\n'), foreign: [] };
  const others = (['es', 'en', 'pt'] as const).filter((one) => one !== own);
  const foreign = paragraphs(pieces[pick(others, random)], random);
  // Half of them drift from the first word on, the others behind some paragraphs.
  const at = random() < 0.5 ? 0 : 1 + Math.floor(random() * (right.length - 1));
  const rest = foreign.slice(at === 0 ? 0 : 1);
  return {
    ...{ language, right, written: [...right.slice(0, at), ...rest].join('\n\n') },
    // Some headings are the same in two languages.
    foreign: rest.filter((paragraph) => !paragraph.startsWith('```') && !isIn(pieces[own], paragraph)),
  };
}

function isIn({ headings }: AnswerPieces, paragraph: string): boolean {
  return headings.some((heading) => paragraph === `### ${heading}`);
}

function paragraphs(from: AnswerPieces, random: () => number): readonly string[] {
  const list = from.items.map((item) => `- ${item}`).join('\n');
  const middles = [...from.middles].sort(() => random() - 0.5);
  return [
    pick(from.openings, random),
    ...(random() < 0.5 ? [pick(code, random)] : []),
    middles[0] ?? '',
    ...(random() < 0.5 ? [`### ${pick(from.headings, random)}`, list] : []),
    middles[1] ?? '',
    ...(random() < 0.3 ? [pick(code, random)] : []),
    pick(from.closings, random),
  ];
}

function pick<T>(list: readonly T[], random: () => number): T {
  return list[Math.floor(random() * list.length)]!;
}

/** What a face showed of an answer. */
export interface Shown {
  text: string;
  marked: boolean;
  retried: boolean;
  /** Characters of the first answer that arrived and were thrown away. */
  wasted: number;
  /** Characters that had arrived when the first were shown. */
  heldBack: number;
  /** The most characters that stood there and were replaced. */
  replaced: number;
}

/** Asks as a person would; `id` tells the server which answer is meant. */
export async function show(
  id: number,
  { language }: Plan,
  endpoint: Endpoint,
  canReplace: boolean,
): Promise<Shown> {
  const shown: Shown = { text: '', marked: false, retried: false, wasted: 0, heldBack: 0, replaced: 0 };
  let arrived = 0;
  let first = true;
  const counted: Endpoint = {
    ...endpoint,
    id: endpoint.id,
    host: endpoint.host,
    model: 'bench',
    async *chat(call, signal) {
      for await (const event of endpoint.chat(call, signal)) {
        if (event.type !== 'text') yield event;
        // As a slow server sends it, a token at a time: over loopback many arrive together.
        else {
          for (const text of event.text.match(/[^]{1,4}/g) ?? []) {
            arrived += text.length;
            yield { type: 'text', text };
          }
        }
      }
    },
  };
  const question = { text: `#${id}`, attachments: [], history: [] };
  const { signal } = new AbortController();
  for await (const event of answer(question, counted, language, signal, { canReplace })) {
    if (event.type === 'retrying') {
      shown.retried = true;
      shown.wasted = arrived;
    }
    if (event.type === 'rewind') {
      shown.replaced = shown.text.length - event.to;
      shown.wasted -= event.to;
      shown.text = shown.text.slice(0, event.to);
    }
    if (event.type === 'drifted') shown.marked = true;
    if (event.type === 'failed') throw event.error;
    if (event.type !== 'text') continue;
    // What comes with the first token is shown with it.
    if (first && !shown.retried && arrived > 4) shown.heldBack = arrived;
    first = false;
    shown.text += event.text;
  }
  return shown;
}
