import { t } from '../text';

export type RouteId = 'found' | 'huggingFace' | 'publicAi' | 'vllm' | 'ollama' | 'byHand';

/** A way to a model server, as the guided set-up offers it. */
export interface Route {
  readonly id: RouteId;
  /** Where the server is, for one that is the same for everybody. */
  readonly base?: string;
  /** What stands in the field for the address at first, where most people's is the same. */
  readonly proposed?: string;
  /** An example of an address. */
  readonly example?: string;
  /** Where a key is always needed, it is asked for before the server is. */
  readonly needsKey?: true;
  /** The server answers conversations only, so nothing is asked about completion. */
  readonly chatOnly?: true;
}

/** In the order in which they are offered: the nearest first. Addresses from `facts/models.md`. */
export const routes: readonly Route[] = [
  { id: 'found' },
  { id: 'huggingFace', base: 'https://router.huggingface.co/v1', needsKey: true, chatOnly: true },
  { id: 'publicAi', base: 'https://api.publicai.co/v1', needsKey: true, chatOnly: true },
  { id: 'vllm', example: 'http://server.example.org:8000' },
  { id: 'ollama', proposed: 'http://localhost:11434' },
  { id: 'byHand', example: 'https://example.org/v1' },
];

/** What a route says of itself. */
export interface RouteWords {
  readonly label: string;
  readonly detail: string;
  /** Under the field for the address. */
  readonly address: string;
  /** Under the field for the key, where the route knows more than that it is one. */
  readonly key?: string;
}

export function routeWords({ id }: Route): RouteWords {
  const address = t('Address of an OpenAI-compatible server with an ALIA or Salamandra model');
  switch (id) {
    case 'found':
      return {
        label: t('Found on this computer'),
        detail: t('Looks for llama.cpp, vLLM, Ollama, LM Studio and Docker on their usual ports'),
        address,
      };
    case 'huggingFace':
      return {
        label: 'Hugging Face',
        detail: t('Public models behind one address; chat only; needs a token'),
        address,
        key: t(
          'A Hugging Face access token; it begins with hf_. You make one at {0}',
          'https://huggingface.co/settings/tokens',
        ),
      };
    case 'publicAi':
      return {
        label: 'PublicAI',
        detail: t('Public service with ALIA and Salamandra; chat only; needs a key'),
        address,
        key: t('A key of PublicAI. You make one at {0}', 'https://platform.publicai.co'),
      };
    case 'vllm':
      return {
        label: t('vLLM or TGI'),
        detail: t('A server of your organisation or of your own'),
        address: t('Address of the server. vLLM listens on port 8000 unless told otherwise'),
      };
    case 'ollama':
      return {
        label: 'Ollama',
        detail: t('On this computer or another one'),
        address: t('Address of Ollama. For the one on this computer, leave it as it is'),
      };
    case 'byHand':
      return {
        label: t('Enter an address…'),
        detail: t('llama.cpp, SGLang, LM Studio or another OpenAI-compatible server'),
        address,
      };
  }
}
