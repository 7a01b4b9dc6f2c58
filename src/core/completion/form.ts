import type { EndpointProfile } from '../endpoint/profile';
import { recognise } from '../models/catalogue';
import { preferred } from '../models/choice';

/**
 * How a model that was never taught to fill a gap is asked to write at a place: `raw`, the text before the cursor
 * and nothing else; `prefill`, by beginning its answer with the last lines; `hole`, by showing it a marked gap.
 */
export type PromptForm = 'raw' | 'prefill' | 'hole';

/** What suits the model that will be asked, of what the server can do. */
export function promptForm({ capabilities, models }: EndpointProfile, asked: string | undefined): PromptForm {
  const name =
    asked ??
    preferred(
      models.map((model) => model.name),
      'completion',
    );
  const role = name === undefined ? 'unknown' : recognise(name).role;
  const prefill = capabilities.chat && capabilities.prefill !== 'none';
  if (role === 'instruct' && prefill) return 'prefill';
  if (capabilities.rawCompletion) return 'raw';
  return prefill ? 'prefill' : 'hole';
}
