import type { DriftRow } from '../language/spoken/driftTally';
import type { EndpointAddress } from './address';
import type { ChainLook } from './certificate';
import type { Endpoint } from './endpoint';
import type { EndpointUse } from './endpoints';
import { EndpointError } from './errors';
import type { CheckId, Diagnosis, Finding, Seen, Verdict } from './finding';
import { asTimeout, generation, type Run } from './probeRun';
import { reachOf } from './reach';
import { spokenFinding, spokenLanguages } from './spokenRows';

/** What is known of a server beyond what it answers here. */
export interface ServerProfile {
  /** Its name as people know it: `vLLM`, `llama.cpp` … */
  readonly dialect: string;
  readonly version?: string | undefined;
  readonly contextTokens?: number | undefined;
  readonly prefill: boolean;
  readonly tokenCount: boolean;
}

export interface DiagnosisTarget {
  readonly endpoint: Endpoint;
  readonly address: EndpointAddress;
  /** For what the settings name it. */
  readonly uses: readonly EndpointUse[];
  /** True where it is listed but never takes over: public behind private, without the person's word. */
  readonly standsBack?: boolean;
  readonly hasKey: () => Promise<boolean>;
  /** False for a model that can neither chat nor complete. */
  readonly isSuitable: (model: string) => boolean;
  readonly lookAtChain?: ChainLook;
  /** True where it is also asked for a line in each language: as many requests more. */
  readonly spoken?: boolean;
  /** How often models drifted, as counted on this computer. */
  readonly drift?: () => readonly DriftRow[];
  /** Asks what the server is; where there is nobody to ask, its rows are left out. */
  readonly profile?: (signal: AbortSignal) => Promise<ServerProfile>;
}

/** How long one check may take, in milliseconds: the first of a cold server reads its model from disk. */
const quickMs = 10_000;
const generationMs = 60_000;

/** Under this many days a certificate wants renewing. */
const soonDays = 14;

/** Above this, in milliseconds, typing outruns completion. */
const slowFirstTokenMs = 2_000;

/** Below this many tokens a second, a suggestion comes later than the wish for it. */
const slowTokensPerSecond = 8;

/**
 * Looks at one endpoint from all sides. A check that fails says so in its row and the next goes on; where
 * the server cannot be reached at all, the rest is not tried.
 * @throws EndpointError `aborted` where the signal was aborted; nothing else.
 */
export async function diagnose(
  target: DiagnosisTarget,
  signal: AbortSignal,
  now: () => number = Date.now,
): Promise<Diagnosis> {
  const { endpoint, address } = target;
  const findings: Finding[] = [];
  const goOn = (): void => {
    if (signal.aborted) throw new EndpointError('aborted', { host: endpoint.host });
  };
  const add = (check: CheckId, verdict: Verdict, seen: Seen): void => {
    findings.push({ check, verdict, seen });
  };
  const within = (ms: number): AbortSignal => AbortSignal.any([signal, AbortSignal.timeout(ms)]);

  goOn();
  const reached = await reach(endpoint, within(quickMs));
  const { error } = reached;
  const isThere = error === undefined || !unreachable.has(error.reason);
  if (error === undefined || isThere) add('reach', 'ok', { kind: 'answered', ms: reached.ms });
  else add('reach', 'fault', { kind: 'failed', error });

  goOn();
  findings.push(await tls(target, within(quickMs), error, now));
  goOn();
  const kept = await target.hasKey();
  const profile = isThere ? await profiled(target, within(quickMs)) : undefined;
  if (profile !== undefined) {
    add('dialect', 'ok', { kind: 'dialect', name: profile.dialect, version: profile.version });
  }
  findings.push(isThere ? modelsFinding(target, reached) : notTried('models'));
  if (profile !== undefined)
    add('context', contextVerdict(profile), { kind: 'context', tokens: profile.contextTokens });

  // Some hosts, such as Hugging Face's router, list their models for everybody and want the key later.
  let refusal = error?.reason === 'auth' ? error : undefined;
  const canAsk = isThere && error?.reason !== 'auth';
  for (const route of ['completion', 'chat'] as const) {
    goOn();
    if (!canAsk) {
      findings.push(notTried(route));
      continue;
    }
    const run = await generation(endpoint, route, within(generationMs));
    if (run.error?.reason === 'auth') refusal ??= run.error;
    findings.push(generationFinding(route, run, target.uses));
    if (route === 'chat') findings.push(...flow(run));
  }
  const chats = findings.some(({ check, verdict }) => check === 'chat' && verdict === 'ok');
  if (target.spoken === true && target.uses.includes('chat') && chats) {
    for (const language of spokenLanguages) {
      goOn();
      findings.push(await spokenFinding(endpoint, language, within(generationMs)));
    }
  }
  if (!canAsk) findings.push(...(['streaming', 'firstToken', 'speed'] as const).map(notTried));
  if (profile !== undefined) {
    add('prefill', profile.prefill ? 'ok' : 'attention', { kind: 'able', able: profile.prefill });
    add('tokenCount', profile.tokenCount ? 'ok' : 'attention', { kind: 'able', able: profile.tokenCount });
  }
  findings.push(keyFinding(kept, refusal, isThere));
  goOn();
  const rank = (finding: Finding): number => order.indexOf(finding.check);
  findings.sort((a, b) => rank(a) - rank(b));
  const { uses, standsBack = false } = target;
  const { host, model } = endpoint;
  const drift = (target.drift?.() ?? []).filter((row) => row.model === model);
  return { host, base: address.base, model, uses, standsBack, findings, drift };
}

const order: readonly CheckId[] = [
  ...(['reach', 'tls', 'key', 'dialect', 'models', 'context', 'completion'] as const),
  ...(['chat', 'streaming', 'prefill', 'tokenCount', 'firstToken', 'speed'] as const),
  ...spokenLanguages.map((language) => `spoken-${language}` as const),
];

/** Reasons after which nothing else has a chance. */
const unreachable: ReadonlySet<string> = new Set(['network', 'tls', 'timeout', 'aborted']);

function notTried(check: CheckId): Finding {
  return { check, verdict: 'none', seen: { kind: 'notTried' } };
}

interface Reached {
  readonly ms: number;
  readonly models?: readonly string[];
  readonly error?: EndpointError;
}

async function reach(endpoint: Endpoint, signal: AbortSignal): Promise<Reached> {
  const started = performance.now();
  const since = (): number => Math.round(performance.now() - started);
  try {
    const models = await endpoint.models(signal);
    return { ms: since(), models };
  } catch (error) {
    return { ms: since(), error: asTimeout(error, endpoint.host) };
  }
}

async function tls(
  { address, lookAtChain }: DiagnosisTarget,
  signal: AbortSignal,
  error: EndpointError | undefined,
  now: () => number,
): Promise<Finding> {
  const check = 'tls';
  if (!address.origin.startsWith('https:')) {
    const verdict = reachOf(address.host) === 'public' ? 'attention' : 'ok';
    return { check, verdict, seen: { kind: 'noTls' } };
  }
  try {
    if (lookAtChain === undefined) return { check, verdict: 'none', seen: { kind: 'noChain' } };
    const chain = await lookAtChain(address.origin, signal);
    const ends = chain.certificates.flatMap(({ expires }) => (expires === undefined ? [] : [expires]));
    const daysLeft = ends.length === 0 ? undefined : Math.floor((Math.min(...ends) - now()) / 86_400_000);
    const verdict =
      error?.reason === 'tls' && !chain.trusted
        ? 'fault'
        : daysLeft !== undefined && daysLeft < soonDays
          ? 'attention'
          : 'ok';
    return { check, verdict, seen: { kind: 'chain', chain, daysLeft } };
  } catch {
    // A look that fails says nothing new: the row above tells whether the server can be reached.
    return { check, verdict: error === undefined ? 'attention' : 'none', seen: { kind: 'noChain' } };
  }
}

function keyFinding(kept: boolean, error: EndpointError | undefined, isThere: boolean): Finding {
  if (error !== undefined) return { check: 'key', verdict: 'fault', seen: { kind: 'failed', error } };
  return { check: 'key', verdict: isThere ? 'ok' : 'none', seen: { kind: 'key', kept } };
}

async function profiled(
  { profile }: DiagnosisTarget,
  signal: AbortSignal,
): Promise<ServerProfile | undefined> {
  try {
    return await profile?.(signal);
  } catch {
    // Nothing is known of the server then, and its rows are left out; the others tell why.
    return undefined;
  }
}

function contextVerdict({ contextTokens }: ServerProfile): Verdict {
  return contextTokens === undefined || contextTokens < 4_096 ? 'attention' : 'ok';
}

function modelsFinding({ endpoint, isSuitable }: DiagnosisTarget, reached: Reached): Finding {
  const check = 'models';
  const { models, error } = reached;
  if (error?.reason === 'auth') return notTried(check);
  const asked = endpoint.model;
  if (asked !== undefined && !isSuitable(asked)) {
    return { check, verdict: 'fault', seen: { kind: 'encoder', asked } };
  }
  if (error !== undefined && (error.reason === 'overloaded' || error.reason === 'loading')) {
    return { check, verdict: 'attention', seen: { kind: 'failed', error } };
  }
  if (models === undefined || models.length === 0) {
    return { check, verdict: asked === undefined ? 'fault' : 'attention', seen: { kind: 'noList' } };
  }
  if (asked !== undefined && !models.includes(asked)) {
    return { check, verdict: 'attention', seen: { kind: 'wrongModel', asked, models } };
  }
  return { check, verdict: 'ok', seen: { kind: 'models', models, asked } };
}

function generationFinding(
  check: 'completion' | 'chat',
  { characters, error, refused }: Run,
  uses: readonly EndpointUse[],
): Finding {
  const verdict = uses.includes(check) ? 'fault' : 'attention';
  if (refused) return { check, verdict: 'attention', seen: { kind: 'refused' } };
  if (error !== undefined && [404, 405, 501].includes(error.status ?? 0)) {
    return { check, verdict, seen: { kind: 'noRoute' } };
  }
  if (error !== undefined) return { check, verdict, seen: { kind: 'failed', error } };
  return characters === 0
    ? { check, verdict: 'attention', seen: { kind: 'noText' } }
    : { check, verdict: 'ok', seen: { kind: 'text', characters } };
}

/** A short answer that is there within this time, in milliseconds, is read in one piece, streamed or not. */
const blinkMs = 100;

/** What the chat's stream shows of the way and the pace in which text arrives. */
function flow({ pieces, firstMs, lastMs, tokens, error }: Run): readonly Finding[] {
  if (firstMs === undefined || lastMs === undefined || error !== undefined) {
    return (['streaming', 'firstToken', 'speed'] as const).map(notTried);
  }
  const ms = Math.round(firstMs);
  const findings: Finding[] = [
    // An answer that was whole within a blink of the first token says nothing of how a longer one would come.
    {
      check: 'streaming',
      verdict: pieces > 1 || ms < blinkMs ? 'ok' : 'attention',
      seen: { kind: 'pieces', pieces },
    },
    {
      check: 'firstToken',
      verdict: ms > slowFirstTokenMs ? 'attention' : 'ok',
      seen: { kind: 'firstToken', ms },
    },
  ];
  const count = tokens ?? pieces;
  // One piece shows no pace.
  if (pieces < 2 || count < 2) return [...findings, notTried('speed')];
  const perSecond = ((count - 1) * 1_000) / Math.max(1, lastMs - firstMs);
  const seen = { kind: 'speed', perSecond, counted: tokens !== undefined } as const;
  return [
    ...findings,
    { check: 'speed', verdict: perSecond < slowTokensPerSecond ? 'attention' : 'ok', seen },
  ];
}
