/** A model that can be downloaded, as far as it is known before anybody is asked. */
export interface OfferedModel {
  /** As people know it, and as the endpoint's settings name it. */
  readonly name: string;
  /** On huggingface.co. */
  readonly repository: string;
  /** True where BSC itself publishes the file; false for a conversion by others of BSC's weights. */
  readonly official: boolean;
  /** SPDX. */
  readonly licence: string;
  /** In the order of preference; the first that the hub lists is taken. */
  readonly quantisations: readonly string[];
  /** About how large the file is, in bytes, for the list. What is downloaded is what the hub says at that time. */
  readonly approximateBytes: number;
  /** What one token of context takes in memory, in bytes: 2 (keys, values) × layers × key-value heads × head size × 2. */
  readonly bytesPerToken: number;
  /** What the model was trained for, in tokens. */
  readonly trainedContext: number;
}

const giga = 1_000_000_000;

/**
 * The models on offer, the smallest first. Repositories, names and sizes of the files as their pages on the hub list
 * them; layers and heads from the `config.json` of BSC's own repositories (2B: 24 layers, 16 heads; 7B: 32, 8;
 * 40B: 48, 8; each head has 128 numbers). BSC publishes GGUF files of ALIA-40B; of the Salamandra models there are
 * conversions by others. No checksum stands here on purpose: it is read from the hub with the file, and a release may be
 * held to it (`pins.ts`).
 */
export const offeredModels: readonly OfferedModel[] = [
  {
    name: 'salamandra-2b-instruct',
    repository: 'RichardErkhov/BSC-LT_-_salamandra-2b-instruct-gguf',
    official: false,
    licence: 'Apache-2.0',
    quantisations: ['Q4_K_M'],
    approximateBytes: 1.51 * giga,
    bytesPerToken: 2 * 24 * 16 * 128 * 2,
    trainedContext: 8_192,
  },
  {
    name: 'salamandra-7b-instruct',
    repository: 'RichardErkhov/BSC-LT_-_salamandra-7b-instruct-gguf',
    official: false,
    licence: 'Apache-2.0',
    quantisations: ['Q4_K_M'],
    approximateBytes: 4.85 * giga,
    bytesPerToken: 2 * 32 * 8 * 128 * 2,
    trainedContext: 8_192,
  },
  {
    name: 'ALIA-40b-instruct-2601-Q4_K_M',
    repository: 'mradermacher/ALIA-40b-instruct-2601-GGUF',
    official: false,
    licence: 'Apache-2.0',
    quantisations: ['Q4_K_M'],
    approximateBytes: 24.7 * giga,
    bytesPerToken: 2 * 48 * 8 * 128 * 2,
    trainedContext: 32_768,
  },
  {
    name: 'ALIA-40b-instruct-2601',
    repository: 'BSC-LT/ALIA-40b-instruct-2601-GGUF',
    official: true,
    licence: 'Apache-2.0',
    quantisations: ['Q4_K_M', 'Q8_0'],
    approximateBytes: 43 * giga,
    bytesPerToken: 2 * 48 * 8 * 128 * 2,
    trainedContext: 32_768,
  },
];

/** A model for those who have Ollama: of the community's, as `docs/endpoints.md` says too. */
export const ollamaModel = 'hdnh2006/salamandra-7b-instruct';
