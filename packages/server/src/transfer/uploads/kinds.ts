/** The kinds of uploads that tell of goals. A line adds one. */
import type { UploadType } from '@goalpost/contract/management';
import type { UploadKind } from './kind.ts';
import { calls } from './kinds/calls.ts';
import { chats } from './kinds/chats.ts';
import { conversions } from './kinds/conversions.ts';

export const UPLOAD_KINDS: readonly UploadKind[] = [conversions, calls, chats];

export function kindOf(type: UploadType): UploadKind {
  const kind = UPLOAD_KINDS.find(({ id }) => id === type);
  if (kind === undefined) throw new Error(`There is no kind of upload ${type}.`);
  return kind;
}
