/** Why something was not taken, in the visitor's words. */
import type { ChatRefusalReason } from '@goalpost/contract/chat';
import type { Texts } from './texts/index.ts';

/** Null where there is nothing to say that would help. */
export function whyOf(reason: ChatRefusalReason | null | undefined, texts: Texts): string | null {
  if (reason === 'too_long') return texts.tooLong;
  if (reason === 'too_large') return texts.tooLarge;
  if (reason === 'file_type') return texts.fileType;
  if (reason === 'too_fast') return texts.tooFast;
  if (reason === 'network_limit') return texts.networkLimit;
  if (reason === 'unavailable') return texts.unavailable;
  if (reason === 'blocked' || reason === 'denied') return texts.blocked;
  return null;
}
