/** Which conversations the list shows, and in what order. Pure. */
import type { ChatWaiting, ConversationView } from '@goalpost/contract/chat';
import type { DeskState } from '../client/state.ts';
import { callsSince, waitsForMe } from '../client/unread.ts';

export const SHOWS = ['unassigned', 'mine', 'all', 'closed'] as const;
export type Show = (typeof SHOWS)[number];

export function belongs(view: ConversationView, show: Show, me: DeskState['me']): boolean {
  if (show === 'closed') return view.state === 'closed';
  if (view.state !== 'open') return false;
  if (show === 'all') return true;
  return show === 'mine'
    ? view.assignedTo !== null && view.assignedTo.id === me?.id
    : view.assignedTo === null;
}

/** Conversations that wait or were just handed over first, the newest on top; then by the latest message. */
function byUrgency(a: ConversationView, b: ConversationView): number {
  const [callsA, callsB] = [callsSince(a), callsSince(b)];
  const waiting = Number(callsB !== null) - Number(callsA !== null);
  if (waiting !== 0) return waiting;
  const newest = callsA !== null && callsB !== null ? callsB - callsA : b.lastMessageAt - a.lastMessageAt;
  return newest === 0 ? a.id.localeCompare(b.id) : newest;
}

/** What the whole list is narrowed to. */
export interface Scope {
  /** Null: every counter. */
  readonly counterId: number | null;
  /** Id of a department; null: whichever. */
  readonly department: string | null;
}

const within = (view: ConversationView, { counterId, department }: Scope): boolean =>
  (counterId === null || view.counterId === counterId) &&
  (department === null || view.department === department);

export function listFor(
  views: Iterable<ConversationView>,
  show: Show,
  me: DeskState['me'],
  scope: Scope,
): ConversationView[] {
  return [...views].filter((view) => within(view, scope) && belongs(view, show, me)).toSorted(byUrgency);
}

/** Who has waited longest for an answer; undefined: no visitor waits. */
export function longestWaiting(
  views: Iterable<ConversationView>,
  scope: Scope,
): ConversationView | undefined {
  return [...views]
    .filter(
      (view) => view.state === 'open' && !view.blocked && view.waitingSince !== null && within(view, scope),
    )
    .toSorted((a, b) => (a.waitingSince ?? 0) - (b.waitingSince ?? 0))[0];
}

/** People of each filter who wait for this operator. */
export function waitingByShow(
  views: Iterable<ConversationView>,
  me: DeskState['me'],
  scope: Scope,
): Readonly<Record<Show, number>> {
  const counts: Record<Show, number> = { unassigned: 0, mine: 0, all: 0, closed: 0 };
  for (const view of views) {
    if (!waitsForMe(view, me) || !within(view, scope)) continue;
    for (const show of SHOWS) if (show !== 'closed' && belongs(view, show, me)) counts[show]++;
  }
  return counts;
}

/** @param limits seconds from which a wait is pressing, and too long */
export function lateness(seconds: number, { soon, late }: ChatWaiting): 'fine' | 'late' | 'tooLate' {
  if (seconds >= late) return 'tooLate';
  return seconds >= soon ? 'late' : 'fine';
}
