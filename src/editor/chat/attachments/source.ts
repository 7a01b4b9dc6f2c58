import type { Attachment } from '../../../core/chat/attachment';
import type { PrivateFiles } from '../../privacy/privateFiles';

/** What the sources of attachments need from the view. */
export interface SourceParts {
  readonly files: PrivateFiles;
  /** How many characters there are for what a source may choose the length of itself. */
  readonly room: (signal: AbortSignal) => Promise<number>;
}

/** What a source gave. */
export interface Given {
  readonly attachments: readonly Attachment[];
  /** Why there is nothing, or not everything, in words. */
  readonly note?: string | undefined;
}

/** Nothing, because the person changed their mind. */
export const nothing: Given = { attachments: [] };

/** Asks the person which where there are several, reads, and never gives what has to stay on this computer. */
export type Source = (parts: SourceParts, signal: AbortSignal) => Promise<Given>;
