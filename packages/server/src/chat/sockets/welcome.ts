/** What a tab is told when it comes: where its conversation stands, and what it has missed [C7]. */
import { setImmediate as untilOthersRan } from 'node:timers/promises';
import type { ChatMessage, VisitorFrame } from '@goalpost/contract/chat';
import type { Answering } from '../operators/answering.ts';
import { standingIn } from '../conversation/index.ts';
import { nameInUsers } from '../conversation/effects.ts';
import type { Found, Holder } from '../people/people.ts';
import { contextOf, type Entry } from '../presence/index.ts';
import type { ChatPerson, ConversationRecord, StandingInvitation } from '../records.ts';
import { widgetSettings } from '../settings/settings.ts';
import type { TabConnection, VisitorDeps } from './visitor-tab.ts';

type WelcomeDeps = Pick<
  VisitorDeps,
  | 'store'
  | 'people'
  | 'presence'
  | 'availability'
  | 'settings'
  | 'desk'
  | 'hub'
  | 'directory'
  | 'clock'
  | 'log'
>;

interface Arrived {
  readonly hello: Extract<VisitorFrame, { type: 'hello' }>;
  readonly found: Found;
  readonly entry: Entry;
}

/** How long a welcome waits for the rules of its page. */
const RULES_MS = 1_500;
/** Messages of one frame; the rest follows one by one. */
const PAGE = 200;

/** @returns who answers, as the tab was told */
export async function welcome(deps: WelcomeDeps, tab: TabConnection, arrived: Arrived): Promise<Answering> {
  const { presence, availability, settings } = deps;
  const { hello, found, entry } = arrived;
  const { holder, person } = found;
  const { counterId } = holder;
  const conversation = person === null ? null : await currentOf(deps, counterId, person.id);
  // Many who come at once with a long history are read one after the other: others have their turn in between.
  await untilOthersRan();
  const missed = conversation === null ? [] : await firstMissed(deps, hello, conversation);
  const answering = await availability.now(counterId);
  await comeAgain(deps, arrived);
  const open = conversation?.state === 'open' ? conversation.id : null;
  if (entry.conversationId !== open) presence.update(entry, { conversationId: open });

  tab.send({
    type: 'welcome',
    secret: found.newSecret,
    settings: widgetSettings(await settings.get(counterId), hello.language),
    ...answering,
    conversation: conversation && shownToVisitor(conversation),
    readByOperator: conversation?.readByOperator ?? 0,
    messages: forVisitor(missed),
    rules: await rulesFor(deps, entry, answering.online),
    ...whoIs(person),
  });
  if (conversation !== null && missed.length === PAGE) await sendRest(deps, tab, conversation.id, missed);
  return answering;
}

/** Analytics may be slow or away: a visitor's messages do not wait for what they might be invited with. */
async function rulesFor({ desk, clock, log }: WelcomeDeps, entry: Entry, online: boolean) {
  const { counterId, visitor } = entry.holder;
  const asked = desk
    .rulesFor({ counterId, visitor, context: contextOf(entry), online, now: clock.now() })
    .catch((error: unknown) => {
      log.warn({ error: String(error), counterId }, 'Invitation rules were not to be had.');
      return [];
    });
  const { promise: late, resolve } = Promise.withResolvers<[]>();
  const timer = setTimeout(() => resolve([]), RULES_MS);
  const rules = await Promise.race([asked, late]);
  clearTimeout(timer);
  return rules;
}

function shownToVisitor({ id, state, assignedTo }: ConversationRecord) {
  return { id, state, operator: assignedTo?.name ?? null };
}

function whoIs(person: ChatPerson | null) {
  return { contact: person?.contact ?? {}, visitorNumber: person?.number ?? 0 };
}

/** The open conversation, or else the latest. */
export async function currentOf(
  { store }: Pick<WelcomeDeps, 'store'>,
  counterId: number,
  personId: string,
): Promise<ConversationRecord | null> {
  const open = await store.openConversation(personId);
  if (open !== null) return open;
  const [latest] = await store.conversations({ counterIds: [counterId], personId, limit: 1 });
  return latest ?? null;
}

function firstMissed(
  { store }: WelcomeDeps,
  hello: Arrived['hello'],
  conversation: ConversationRecord,
): Promise<ChatMessage[]> {
  return store.messages(conversation.id, lastSeen(hello, conversation), PAGE);
}

/** A number that is of another conversation says nothing of this one. */
function lastSeen({ conversationId, lastSeq }: Arrived['hello'], conversation: ConversationRecord): number {
  const isAnother =
    conversationId === undefined || conversationId === null
      ? lastSeq > conversation.lastSeq
      : conversationId !== conversation.id;
  return isAnother ? 0 : lastSeq;
}

async function sendRest(
  { store }: WelcomeDeps,
  tab: TabConnection,
  conversationId: string,
  first: readonly ChatMessage[],
): Promise<void> {
  let page = first;
  while (page.length === PAGE && tab.isOpen) {
    await untilOthersRan();
    page = await store.messages(conversationId, page.at(-1)?.seq ?? 0, PAGE);
    for (const message of forVisitor(page)) tab.send({ type: 'message', message });
  }
}

/** [C8] */
function forVisitor(messages: readonly ChatMessage[]): ChatMessage[] {
  return messages.filter(({ kind }) => kind !== 'note');
}

/** A known visitor is here: under a new visitor number perhaps, or in a visit in which nothing stands. */
async function comeAgain(
  deps: WelcomeDeps,
  { hello, found: { holder, person }, entry }: Arrived,
): Promise<void> {
  if (person === null) return;
  nameInUsers(deps.presence, { ...person, visitor: holder.visitor });
  const { invitation = null } = person;
  // Another tab's visit goes on.
  const isGoingOn = deps.hub.tabsOf(person.id) > 0;
  const stands = invitation !== null && (isGoingOn || isOfThisVisit(deps, hello, holder, invitation));
  if (hello.standing ?? stands) deps.presence.update(entry, { invited: stands });
  if (invitation !== null && !stands) await deps.people.update(person.id, { invitation: null });
  if (person.visitor !== holder.visitor) await deps.people.update(person.id, { visitor: holder.visitor });
}

/** By the visit as the widget remembers it, and where it does not, by the silence since [C81, V2]. */
function isOfThisVisit(
  { clock, directory }: WelcomeDeps,
  { visit, standing = false }: Arrived['hello'],
  { counterId }: Holder,
  invitation: StandingInvitation,
): boolean {
  const now = clock.now();
  const visitTimeoutSeconds = directory.get(counterId)?.visitTimeout ?? 0;
  const began = visit == null ? Infinity : now - visit.age;
  const scope = { lastActivityAt: 0, now, visitTimeoutSeconds, isOnScreen: standing };
  return invitation.at >= began || standingIn(invitation, scope) !== null;
}
