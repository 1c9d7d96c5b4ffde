/** What each frame of a visitor does, once the tab has said hello. */
import type { VisitorFrame } from '@goalpost/contract/chat';
import type { Tab, TabConnection, VisitorDeps } from './visitor-tab.ts';
import { takeInvitation } from './visitor-invitation.ts';
import { visitorMessage } from './visitor-message.ts';
import { takePersonFrame } from './visitor-person.ts';
import { currentOf } from './welcome.ts';

type Frame<T extends VisitorFrame['type']> = Extract<VisitorFrame, { type: T }>;

/** What operators are not to hear of a visitor whom they blocked; messages are refused where they are stored. */
const TOLD: ReadonlySet<VisitorFrame['type']> = new Set([
  'typing',
  'contact',
  'custom',
  'attributes',
  'token',
  'rate',
]);

/** What is stored, or makes a row for a stranger; a message that comes again is known again first [C2]. */
const KEPT: ReadonlySet<VisitorFrame['type']> = new Set([
  'contact',
  'custom',
  'attributes',
  'token',
  'rate',
  'number',
]);

/** @param connection answers go there; other tabs are told through the hub */
export async function takeVisitorFrame(
  deps: VisitorDeps,
  connection: TabConnection,
  tab: Tab,
  frame: VisitorFrame,
): Promise<void> {
  if (TOLD.has(frame.type) && deps.people.isBlocked(tab.holder.personId)) return connection.refuse('blocked');
  if (KEPT.has(frame.type) && !deps.networks.may('messages', tab.address))
    return connection.refuse('network_limit');
  switch (frame.type) {
    case 'hello':
      return connection.refuse('malformed');
    case 'message':
      return visitorMessage(deps, connection, tab, frame);
    case 'offline':
      return visitorMessage(deps, connection, tab, { ...frame, fileId: null }, frame.contact);
    case 'invitation':
      return takeInvitation(deps, connection, tab, frame);
    case 'contact':
    case 'custom':
    case 'attributes':
    case 'token':
      return takePersonFrame(deps, connection, tab, frame);
    case 'rate':
      return rate(deps, connection, tab, frame);
    case 'number':
      return giveNumber(deps, connection, tab);
    default:
      return takeSmall(deps, connection, tab, frame);
  }
}

/** Frames that come often and store little or nothing. */
async function takeSmall(
  deps: VisitorDeps,
  connection: TabConnection,
  { holder, entry }: Tab,
  frame: Frame<'page' | 'typing' | 'read' | 'window' | 'ping'>,
): Promise<void> {
  const { presence, hub, conversations } = deps;
  switch (frame.type) {
    case 'ping':
      return connection.send({ type: 'pong' });
    case 'window':
      return;
    case 'page':
      return presence.move(entry, frame.page);
    case 'typing': {
      if (frame.text !== entry.typing) presence.update(entry, { typing: frame.text });
      const { conversationId } = entry;
      if (conversationId === null) return;
      const among = await deps.audiences.ofId(holder.counterId, conversationId);
      hub.toOperators(holder.counterId, { type: 'typing', conversationId, text: frame.text }, { among });
      return;
    }
    case 'read':
      return conversations.inTurn(holder.personId, async () => {
        // What was answered last may have been closed since: it is read all the same.
        const state = await currentOf(deps, holder.counterId, holder.personId);
        if (state === null) return;
        const outcome = await conversations.carryOut(state, { type: 'visitor_read', seq: frame.seq });
        if (!outcome.ok || outcome.conversation.readByVisitor === state.readByVisitor) return;
        const seq = outcome.conversation.readByVisitor;
        const among = await deps.audiences.of(outcome.conversation);
        hub.toOperators(holder.counterId, { type: 'read', conversationId: state.id, seq }, { among });
      });
  }
}

async function rate(
  deps: VisitorDeps,
  connection: TabConnection,
  { holder: { counterId, personId } }: Tab,
  { rating, comment }: Frame<'rate'>,
): Promise<void> {
  const { conversations } = deps;
  await conversations.inTurn(personId, async () => {
    const state = await currentOf(deps, counterId, personId);
    const outcome = await conversations.carryOut(state, { type: 'rate', rating, comment });
    if (!outcome.ok) connection.refuse(outcome.reason);
  });
}

async function giveNumber(deps: VisitorDeps, connection: TabConnection, { holder }: Tab): Promise<void> {
  const { number } = await deps.conversations.inTurn(holder.personId, () => deps.people.ensure(holder));
  connection.send({ type: 'number', number });
}
