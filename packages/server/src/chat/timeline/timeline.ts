/** One visitor's timeline [M113]: visits with all that happened in them, a page of visits at a time. */
import type { TimelineItem, VisitorTimeline } from '@goalpost/contract/chat';
import { isOfOneDay } from '../../collect/index.ts';
import { displayName, type GoalDefinition, type Language } from '../../goals/index.ts';
import {
  readCursor,
  visitView,
  writeCursor,
  type OneVisitor,
  type VisitCursor,
  type VisitorVisits,
} from '../../visitors/index.ts';
import { problem, type Problem } from '../../kit/problem.ts';
import type { ChatStore } from '../port.ts';
import type { ConversationRecord } from '../records.ts';
import { byVisit, inOrder, itemsOfGoals, itemsOfHit } from './items.ts';
import type { ShownInvitations } from './port.ts';

export interface TimelineDeps {
  readonly visits: VisitorVisits;
  readonly store: Pick<ChatStore, 'conversations' | 'messages' | 'person'>;
  readonly invitations: ShownInvitations;
  readonly goals: { list(counterId: number, deleted: boolean): Promise<readonly GoalDefinition[]> };
}

export interface TimelineQuestion extends OneVisitor {
  readonly after: string | undefined;
  readonly limit: number;
  readonly language: Language;
  /** Whether the caller may read conversations. */
  readonly readsChat: boolean;
}

/** A visit has at most 1,000 hits [V4]; the answer holds so many of each. */
const HITS_OF_VISIT = 200;
const CONVERSATIONS = 50;
const MESSAGES = 100;
const INVITATIONS = 200;

export async function askTimeline(
  deps: TimelineDeps,
  { counterId, visitor, after, limit, language, readsChat }: TimelineQuestion,
  signal: AbortSignal,
): Promise<VisitorTimeline | Problem> {
  const cursor = after === undefined ? null : readCursor(after);
  if (after !== undefined && cursor === null)
    return problem('invalid_parameter', 'after: this is no place in the list; take it from `next`', 'after');
  const who = { counterId, visitor };
  const goals = await deps.goals.list(counterId, false);
  const names = new Map(goals.map((goal) => [goal.id, displayName(goal, language)]));
  const [found, totals, beside, contact] = await Promise.all([
    deps.visits.visits(who, cursor, limit + 1, signal),
    deps.visits.totals(who, [...names.keys()], signal),
    besideHits(deps, who, readsChat),
    readsChat ? contactOf(deps, who) : null,
  ]);
  const rows = found.slice(0, limit);
  const more = found.length > limit;
  const { hits, counts } = await deps.visits.hits(who, rows, HITS_OF_VISIT, signal);
  const views = rows.map((row) => visitView(row, (id) => names.get(id) ?? null));
  const placed = byVisit(beside, views, newerThan(cursor));
  const within = async (visit: string): Promise<TimelineItem[]> =>
    Promise.all((placed.get(visit) ?? []).map((item) => withMessages(deps.store, item)));
  const last = rows.at(-1);
  return {
    counter_id: counterId,
    visitor,
    first_visit_at: totals.firstVisitAt,
    visits_total: totals.visits,
    revenue: [...totals.revenue],
    contact,
    reads_chat: readsChat,
    visits: await Promise.all(
      views.map(async (view) => {
        const own = hits.filter(({ visitId }) => visitId === view.id);
        const items = [...own.flatMap(itemsOfHit), ...itemsOfGoals(view), ...(await within(view.id))];
        return {
          ...view,
          items: inOrder(items),
          left_out: Math.max(0, (counts.get(view.id) ?? 0) - own.length),
        };
      }),
    ),
    before_visits: more ? [] : inOrder(await within('')),
    next: more && last !== undefined ? writeCursor(last) : null,
  };
}

/** When the last visit of the page before began. */
const newerThan = (cursor: VisitCursor | null): number | null =>
  cursor === null ? null : cursor.startedAt * 1_000;

/** Conversations come without their messages, which are read where the page has a place for them. */
async function besideHits(
  { store, invitations }: TimelineDeps,
  { counterId, visitor }: OneVisitor,
  readsChat: boolean,
): Promise<TimelineItem[]> {
  const [shown, talks] = await Promise.all([
    invitations.ofVisitor(counterId, visitor, INVITATIONS),
    readsChat ? store.conversations({ counterIds: [counterId], visitor, limit: CONVERSATIONS }) : [],
  ]);
  return [...talks.map(conversationItem), ...shown.map((one) => ({ kind: 'invitation' as const, ...one }))];
}

const conversationItem = ({ id, createdAt, state, openedBy, lastSeq }: ConversationRecord): TimelineItem => ({
  kind: 'conversation',
  at: createdAt,
  id,
  state,
  openedBy,
  messages: [],
  left_out: lastSeq,
});

async function withMessages(store: TimelineDeps['store'], item: TimelineItem): Promise<TimelineItem> {
  if (item.kind !== 'conversation') return item;
  const messages = await store.messages(item.id, 0, MESSAGES);
  return {
    ...item,
    messages: messages.map(({ seq, kind, author, text, file, at }) => ({
      seq,
      kind,
      author,
      text,
      file,
      at,
    })),
    left_out: Math.max(0, item.left_out - messages.length),
  };
}

async function contactOf({ store }: TimelineDeps, { counterId, visitor }: OneVisitor) {
  const talks = await store.conversations({ counterIds: [counterId], visitor, limit: CONVERSATIONS });
  const [latest] = talks;
  // Colleagues may share a number of one day: none of them is shown with another's address.
  const isShared = isOfOneDay(visitor) && talks.some(({ personId }) => personId !== latest?.personId);
  const person = latest === undefined || isShared ? null : await store.person(latest.personId);
  const { contact } = person ?? {};
  return contact !== undefined && Object.values(contact).some(Boolean) ? contact : null;
}
