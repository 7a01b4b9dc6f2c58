import type { DriftRow } from '../language/spoken/driftTally';
import type { IdentifiedLanguage } from '../language/spoken/identify';
import type { Chain } from './certificate';
import type { EndpointUse } from './endpoints';
import type { EndpointError } from './errors';

/** What a diagnosis looks at, in the order of the report. */
export type CheckId =
  | 'reach'
  | 'tls'
  | 'key'
  | 'dialect'
  | 'models'
  | 'context'
  | 'completion'
  | 'chat'
  | 'streaming'
  | 'prefill'
  | 'tokenCount'
  | 'firstToken'
  | 'speed'
  | SpokenCheck;

/** Whether an answer that is asked for in a language comes in it. */
export type SpokenCheck = 'spoken-es' | 'spoken-ca' | 'spoken-gl' | 'spoken-eu';

/** `none` where nothing could be found out, because something before it failed. */
export type Verdict = 'ok' | 'attention' | 'fault' | 'none';

/** One row: what was looked at, what was seen, what to think of it. */
export interface Finding {
  readonly check: CheckId;
  readonly verdict: Verdict;
  readonly seen: Seen;
}

/** What was seen, as data; `report.ts` has the words. */
export type Seen =
  | { readonly kind: 'answered'; readonly ms: number }
  | { readonly kind: 'failed'; readonly error: EndpointError }
  | { readonly kind: 'refused' }
  | { readonly kind: 'notTried' }
  | { readonly kind: 'noTls' }
  | { readonly kind: 'chain'; readonly chain: Chain; readonly daysLeft: number | undefined }
  | { readonly kind: 'noChain' }
  | { readonly kind: 'key'; readonly kept: boolean }
  | { readonly kind: 'models'; readonly models: readonly string[]; readonly asked: string | undefined }
  | { readonly kind: 'wrongModel'; readonly asked: string; readonly models: readonly string[] }
  | { readonly kind: 'encoder'; readonly asked: string }
  | { readonly kind: 'noList' }
  | { readonly kind: 'text'; readonly characters: number }
  | { readonly kind: 'noText' }
  | { readonly kind: 'noRoute' }
  | { readonly kind: 'pieces'; readonly pieces: number }
  | { readonly kind: 'dialect'; readonly name: string; readonly version: string | undefined }
  | { readonly kind: 'context'; readonly tokens: number | undefined }
  | { readonly kind: 'able'; readonly able: boolean }
  | { readonly kind: 'firstToken'; readonly ms: number }
  /** The language that an answer came in; `undefined` where there was too little of it to tell. */
  | { readonly kind: 'spoken'; readonly in: IdentifiedLanguage | undefined }
  | { readonly kind: 'speed'; readonly perSecond: number; readonly counted: boolean };

/** What was found out about one endpoint. */
export interface Diagnosis {
  readonly host: string;
  readonly base: string;
  readonly model: string | undefined;
  readonly uses: readonly EndpointUse[];
  readonly standsBack: boolean;
  readonly findings: readonly Finding[];
  /** How often this model's answers drifted, as counted on this computer. */
  readonly drift: readonly DriftRow[];
}
