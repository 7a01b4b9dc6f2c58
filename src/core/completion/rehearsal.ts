import type { Endpoint, StreamEvent } from '../endpoint/endpoint';
import { plainProfile } from '../endpoint/profile';
import { estimateTokens } from '../models/budget';
import type { CompletionRequest } from './request';

/** How often the steps are gone through before there is something to do. */
const rounds = 20;

const answer = 'found += value\n    return found\n';

/** Answers by itself, a few letters at a time. */
const nobody: Endpoint = {
  id: 'rehearsal',
  host: 'rehearsal',
  model: 'rehearsal',
  models: () => Promise.resolve([]),
  profile: () => Promise.resolve(plainProfile),
  contextWindow: () => Promise.resolve(8_192),
  countTokens: (text) => Promise.resolve(estimateTokens(text)),
  chat: say,
  complete: say,
};

async function* say(): AsyncGenerator<StreamEvent> {
  for (let at = 0; at < answer.length; at += 4) {
    await Promise.resolve();
    yield { type: 'text', text: answer.slice(at, at + 4) };
  }
  yield { type: 'finish', reason: 'stop' };
}

type Suggest = (request: CompletionRequest, endpoint: Endpoint, signal: AbortSignal) => Promise<unknown>;

/**
 * Goes through the steps before anybody types, over a sample and with nobody to ask: the first time that a program
 * runs through its own code is the slowest, and it would be the person's first suggestion.
 */
export async function rehearse(suggest: Suggest): Promise<void> {
  const { signal } = new AbortController();
  for (let round = 0; round < rounds; round += 1) {
    const request: CompletionRequest = {
      document: 'rehearsal:',
      path: 'sample.py',
      languageId: 'python',
      prefix: `def total_${round}(values):\n    found = 0\n    for value in values:\n        `,
      suffix: '\n    return found\n',
      trigger: 'invoke',
    };
    await suggest(request, nobody, signal);
    await suggest({ ...request, prefix: `${request.prefix}found` }, nobody, signal);
  }
}
