/** What a model was made for. `unknown` where its name does not tell. */
export type ModelRole = 'base' | 'instruct' | 'translation' | 'encoder' | 'unknown';

/** What is known of a model by the name under which a server offers it. */
export interface ModelFacts {
  readonly family: 'alia' | 'salamandra' | 'salamandraTA' | 'mRoBERTa' | 'other';
  readonly role: ModelRole;
  /** In thousands of millions. */
  readonly parameters?: number;
  /** What the model was trained for; a server may offer less. */
  readonly contextTokens?: number;
  /** The longest answer that its card allows. */
  readonly outputTokens?: number;
  /** True where it was taught to call tools. */
  readonly tools: boolean;
  /** True where its answer may open with a `<think>` block. */
  readonly mayThink: boolean;
  /** True for the model of `npm start`, which is no assistant: it shows how all works. */
  readonly demonstration?: true;
  /** What its card recommends; the repetition penalty is always neutral. */
  readonly sampling: { readonly temperature: number };
}

type Row = Omit<ModelFacts, 'parameters'> & { readonly name: RegExp };

const careful = { temperature: 0.2 };
const plain = { tools: false, mayThink: false, sampling: careful } as const;

/**
 * The family as its cards describe it (facts/models.md), the special before the general; the first row
 * that fits a name counts. Releases that serve function calls may open with an empty `<think></think>`,
 * and some of the others do as well.
 */
const family: readonly Row[] = [
  { name: /mroberta/, family: 'mRoBERTa', role: 'encoder', contextTokens: 8_192, ...plain },
  {
    name: /salamandra-?ta(?![a-z])/,
    family: 'salamandraTA',
    role: 'translation',
    contextTokens: 8_192,
    ...plain,
    sampling: { temperature: 0 },
  },
  {
    name: /\balia\b.*\bfc\b/,
    family: 'alia',
    role: 'instruct',
    contextTokens: 32_768,
    tools: true,
    mayThink: true,
    sampling: careful,
  },
  {
    name: /\balia\b.*\b(instruct|chat)\b/,
    family: 'alia',
    role: 'instruct',
    contextTokens: 32_768,
    tools: false,
    mayThink: true,
    sampling: careful,
  },
  // A gateway's own name for the family, which does not say which of its members it means.
  {
    name: /\balia\b.*\bsalamandra\b/,
    family: 'alia',
    role: 'unknown',
    tools: false,
    mayThink: true,
    sampling: careful,
  },
  { name: /\balia\b/, family: 'alia', role: 'base', contextTokens: 32_768, ...plain },
  {
    name: /\bsalamandra\b.*\btools\b/,
    family: 'salamandra',
    role: 'instruct',
    contextTokens: 16_384,
    outputTokens: 4_096,
    tools: true,
    mayThink: false,
    sampling: careful,
  },
  {
    name: /\bsalamandra\b.*\b(instruct|chat)\b/,
    family: 'salamandra',
    role: 'instruct',
    contextTokens: 8_192,
    ...plain,
  },
  { name: /\bsalamandra\b/, family: 'salamandra', role: 'base', contextTokens: 8_192, ...plain },
];

/** What `tools/demo-model` trains. It was only ever measured with the likeliest token. */
const demonstration: Row = {
  name: /^aliada-demo\b/,
  family: 'other',
  role: 'unknown',
  contextTokens: 896,
  demonstration: true,
  ...plain,
  sampling: { temperature: 0 },
};

/** Other people's models, as far as the habits of naming go. */
const others: readonly Row[] = [
  {
    name: /embed|rerank|whisper|roberta|minilm|\b(e5|bge|gte|clip|bert)\b/,
    family: 'other',
    role: 'encoder',
    ...plain,
  },
  { name: /\b(instruct|chat|it)\b/, family: 'other', role: 'instruct', ...plain, mayThink: true },
  { name: /\bbase\b/, family: 'other', role: 'base', ...plain },
];

const unknown: ModelFacts = { family: 'other', role: 'unknown', ...plain, mayThink: true };

/**
 * What the catalogue knows of a model. Takes names as servers give them: with an organisation, a tag, a
 * quantisation, a provider, or as the path of a file. An unknown model gets facts that do no harm.
 */
export function recognise(servedName: string): ModelFacts {
  const parts = servedName
    .toLowerCase()
    .replaceAll('_', '-')
    .split(/[/\\]/)
    .map((part) => part.replace(/\.gguf$/, ''))
    .filter((part) => part !== '');
  // The last part is the model; only in the folders of a cache is it a checksum, and one before it has the name.
  const part = parts.findLast((one) => !nameless.test(one)) ?? '';
  const row = [demonstration, ...family, ...others].find(({ name }) => name.test(part));
  return row === undefined ? { ...unknown, ...sizeIn(part) } : withSize(row, part);
}

const nameless = /^([\da-f]{7,}|snapshots|blobs|models?|sha256.*|ggml-model.*)$/;

function withSize({ name: _name, ...facts }: Row, part: string): ModelFacts {
  return { ...facts, ...sizeIn(part) };
}

/** `7b` or `1.5b`, standing alone: not the `4b` of `4bit`. */
function sizeIn(part: string): { readonly parameters?: number } {
  const size = /(?:^|[^a-z\d.])(\d+(?:\.\d+)?)b(?![a-z\d])/.exec(part)?.[1];
  return size === undefined ? {} : { parameters: Number(size) };
}
