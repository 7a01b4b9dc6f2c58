import type { RelayExtras } from './turn';

/**
 * What another extension asks for in `modelOptions`, in OpenAI's names or in JavaScript's spelling; what is out of range
 * or of another kind is left aside.
 */
export function foreignOptions(options: Readonly<Record<string, unknown>> = {}): RelayExtras {
  const temperature = options.temperature;
  const maxTokens = options.max_tokens ?? options.maxTokens ?? options.maxOutputTokens;
  const stop = typeof options.stop === 'string' ? [options.stop] : options.stop;
  return {
    ...(typeof temperature === 'number' && temperature >= 0 && temperature <= 2 ? { temperature } : {}),
    ...(typeof maxTokens === 'number' && Number.isInteger(maxTokens) && maxTokens > 0 ? { maxTokens } : {}),
    ...(Array.isArray(stop) && stop.length > 0 && stop.every((text) => typeof text === 'string')
      ? { stop }
      : {}),
  };
}
