import type { AttachmentSource } from '../../../core/chat/attachments/sources';
import { file } from './file';
import { folder } from './folder';
import { diff, stagedDiff } from './git';
import { openEditors } from './openEditors';
import { problems } from './problems';
import { search } from './search';
import type { Source } from './source';
import { symbol } from './symbol';
import { terminal } from './terminal';

/** Every source but the selection, which goes along by itself. */
export const sources: Readonly<Record<Exclude<AttachmentSource, 'selection'>, Source>> = {
  file,
  openEditors,
  symbol,
  problems,
  terminal,
  diff,
  stagedDiff,
  folder,
  search,
};
