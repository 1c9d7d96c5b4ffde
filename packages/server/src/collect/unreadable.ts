/** Requests that could not be read as HTTP: counted, and where their beginning names a counter, for that one [W10]. */
import type { Clock } from '../kit/clock.ts';
import type { DoorTally } from './door/watch-handler.ts';
import { ownsPath, parsePath } from './door/wire-path.ts';

const UNREADABLE_REASONS = ['too_large', 'malformed', 'timeout'] as const;
export type UnreadableReason = (typeof UNREADABLE_REASONS)[number];

export interface UnreadableRequest {
  readonly reason: UnreadableReason;
  /** Its first characters; empty where they are not known. */
  readonly start: string;
}

export interface Unreadable {
  tell(request: UnreadableRequest): void;
  /** Since the start. */
  counts(): Readonly<Record<UnreadableReason, number>>;
}

const REQUEST_LINE = /^(?:GET|POST) (\/[^\s?]{1,64})[ ?]/;

export function createUnreadable({ tally, clock }: { tally: DoorTally; clock: Clock }): Unreadable {
  const counts = { too_large: 0, malformed: 0, timeout: 0 };
  return {
    tell({ reason, start }) {
      counts[reason] += 1;
      const path = REQUEST_LINE.exec(start)?.[1] ?? '';
      if (reason === 'timeout' || !ownsPath(path)) return;
      const { kind, counterId, asked } = parsePath(path);
      if (kind === 'watch') tally.refused({ reason, counterId, asked, host: '', now: clock.now() });
    },
    counts: () => ({ ...counts }),
  };
}
