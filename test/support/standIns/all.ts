import { gateway } from './gateway';
import { hfEndpoint, hfRouter, publicAi } from './huggingFaceHosts';
import { llamaServer } from './llamaServer';
import { lmStudio } from './lmStudio';
import { ollama } from './ollama';
import { sglang } from './sglang';
import { tgi } from './tgi';
import { vllm } from './vllm';
import type { StandIn } from './standIn';

/** Every server that Aliada tells apart. */
export const standIns: readonly StandIn[] = [
  vllm,
  sglang,
  llamaServer,
  ollama,
  tgi,
  lmStudio,
  hfRouter,
  hfEndpoint,
  publicAi,
  gateway,
];
