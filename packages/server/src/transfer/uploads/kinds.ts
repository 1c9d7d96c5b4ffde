/** The kinds of uploads that tell of goals. A line adds one. */
import type { UploadKind } from './kind.ts';
import { calls } from './kinds/calls.ts';
import { chats } from './kinds/chats.ts';
import { conversions } from './kinds/conversions.ts';
import { orders } from './kinds/orders.ts';

export const UPLOAD_KINDS: readonly UploadKind[] = [conversions, calls, chats, orders];
