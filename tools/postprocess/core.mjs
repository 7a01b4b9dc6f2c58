import { loadBundle } from '../check/build.mjs';

/**
 * The provider's own post-processing.
 *
 * @returns {Promise<(output: string, place: { languageId: string, prefix: string, suffix: string }) => { text: string, replaceSuffix: number } | undefined>}
 */
export async function loadPostprocess() {
  return (await loadBundle('src/core/completion/postprocess.ts')).postprocess;
}
