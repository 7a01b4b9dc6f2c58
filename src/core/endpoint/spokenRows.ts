import type { Endpoint } from './endpoint';
import { EndpointError } from './errors';
import type { Finding, Seen, SpokenCheck } from './finding';
import { asTimeout } from './probeRun';
import { LanguageGuard } from '../language/spoken/guard';

/** The languages that a diagnosis asks for, each with its question: nothing of the person's goes along. */
const questions = {
  es: 'Explica en una sola frase qué es una variable en programación. Responde en español.',
  ca: 'Explica en una sola frase què és una variable en programació. Respon en català.',
  gl: 'Explica nunha soa frase que é unha variable en programación. Responde en galego.',
  eu: 'Azaldu esaldi bakar batean zer den aldagai bat programazioan. Erantzun euskaraz.',
} as const;

export type SpokenLanguage = keyof typeof questions;

export const spokenLanguages = Object.keys(questions) as readonly SpokenLanguage[];

/** A long sentence, in tokens. */
const sentenceTokens = 96;

/** Asks for one line in a language and looks in which it comes. Throws nothing. */
export async function spokenFinding(
  endpoint: Endpoint,
  language: SpokenLanguage,
  signal: AbortSignal,
): Promise<Finding> {
  const check: SpokenCheck = `spoken-${language}`;
  const guard = new LanguageGuard(language);
  try {
    const messages = [{ role: 'user' as const, content: questions[language] }];
    const call = { messages, temperature: 0, maxTokens: sentenceTokens, stop: [] };
    for await (const event of endpoint.chat(call, signal)) if (event.type === 'text') guard.push(event.text);
  } catch (error) {
    const seen: Seen =
      error instanceof EndpointError
        ? { kind: 'failed', error: asTimeout(error, endpoint.host) }
        : { kind: 'refused' };
    return { check, verdict: 'attention', seen };
  }
  const found = guard.end();
  switch (found.verdict) {
    case 'right':
      return { check, verdict: 'ok', seen: { kind: 'spoken', in: language } };
    case 'wrong':
      return { check, verdict: 'attention', seen: { kind: 'spoken', in: found.language } };
    case 'unsure':
      return { check, verdict: 'none', seen: { kind: 'spoken', in: undefined } };
  }
}
