/** What each frame of an operator does; every one that names a conversation is authorised for it [C4]. */
import type { Contact, OperatorFrame } from '@goalpost/contract/chat';
import type { Command, Operator } from '../conversation/index.ts';
import { nameInUsers } from '../conversation/effects.ts';
import { operatorOf } from '../operators/operator-name.ts';
import { tellChanges } from '../people/person-changes.ts';
import type { ConversationRecord } from '../records.ts';
import { assignment } from './operator-assign.ts';
import type { OperatorConsole, OperatorDeps } from './operator-console.ts';
import { sendHistory } from './operator-history.ts';
import { invite } from './operator-invite.ts';
import { operatorMessage } from './operator-message.ts';

type About = Extract<OperatorFrame, { conversationId: string }>;

export async function takeOperatorFrame(
  core: OperatorDeps,
  console: OperatorConsole,
  frame: OperatorFrame,
): Promise<void> {
  switch (frame.type) {
    case 'hello':
      return console.refuse('malformed');
    case 'ping':
      return console.send({ type: 'pong' });
    case 'watch':
      console.watchesPeople = frame.people;
      return;
    case 'status':
      return setStatus(core, console, frame.online);
    case 'invite':
      return invite(
        core,
        console,
        core.masks.operator(frame, core.directory.get(frame.counterId)) as typeof frame,
      );
    default:
      return takeAbout(core, console, frame);
  }
}

async function setStatus(core: OperatorDeps, console: OperatorConsole, online: boolean): Promise<void> {
  if (!(await console.recheck())) return;
  await core.roster.setAway(console.accountId, !online);
  core.hub.toAccount(console.accountId, { type: 'status', online });
  await core.availability.check(console.counters());
}

/** Frames that only look. */
const READING: ReadonlySet<About['type']> = new Set(['open']);

async function takeAbout(core: OperatorDeps, console: OperatorConsole, frame: About): Promise<void> {
  const key = 'key' in frame ? frame.key : null;
  const conversation = await core.store.conversation(frame.conversationId);
  if (conversation === null) return console.refuse('not_found', key);
  const { counterId, personId } = conversation;
  const refusal = await console.authorise(counterId, READING.has(frame.type) ? 'read' : 'write');
  if (refusal !== null) return console.refuse(refusal, key);
  const { accountId } = console;
  const by = await operatorOf(core, counterId, accountId);
  if (by === null) return console.refuse('denied', key);
  await core.conversations.inTurn(personId, async () => {
    // Read again in the person's turn: what was asked for above may have moved on.
    const state = await core.store.conversation(frame.conversationId);
    const masked = core.masks.operator(frame, core.directory.get(counterId)) as About;
    if (state === null) return;
    if (!(await core.audiences.reaches(accountId, console.roleOn(counterId), state)))
      return console.refuse('denied', key);
    await carryOut(core, console, { frame: masked, state, by });
  });
}

interface Turn {
  readonly frame: About;
  readonly state: ConversationRecord;
  readonly by: Operator;
}

async function carryOut(core: OperatorDeps, console: OperatorConsole, turn: Turn): Promise<void> {
  const { frame, state, by } = turn;
  switch (frame.type) {
    case 'open':
      return sendHistory(core, console, state.id, frame.lastSeq);
    case 'message':
    case 'note':
      return operatorMessage(core, console, { frame, state, by });
    case 'typing':
      return core.hub.toVisitor(state, { type: 'typing', author: by.name });
    case 'contact':
      return changePerson(core, state, { contact: frame.contact });
    case 'block':
      return changePerson(core, state, { blocked: frame.blocked });
    case 'read':
      return readTo(core, console, turn, frame.seq);
    case 'assign': {
      const command = await assignment(core, state, { ...frame, by });
      return command === null ? console.refuse('not_found') : run(core, console, state, command);
    }
    case 'tags':
      return run(core, console, state, { type: 'tags', tags: frame.tags });
    case 'close':
      return run(core, console, state, { type: 'close' });
    case 'reopen':
      return reopen(core, console, turn);
  }
}

async function run(
  core: OperatorDeps,
  console: OperatorConsole,
  state: ConversationRecord,
  command: Command,
): Promise<void> {
  const outcome = await core.conversations.carryOut(state, command);
  if (!outcome.ok) console.refuse(outcome.reason);
}

async function readTo(
  core: OperatorDeps,
  console: OperatorConsole,
  { state, by }: Turn,
  seq: number,
): Promise<void> {
  await run(core, console, state, { type: 'operator_read', by, seq });
  core.hub.toVisitor(state, { type: 'read', seq: Math.min(seq, state.lastSeq) });
}

/** Messages among which it is looked up whether the visitor's was the last word. */
const LATEST = 50;

async function reopen(core: OperatorDeps, console: OperatorConsole, { state, by }: Turn): Promise<void> {
  const other = await core.store.openConversation(state.personId);
  const latest = await core.store.messages(state.id, Math.max(0, state.lastSeq - LATEST), LATEST);
  const answered = latest.findLastIndex(({ kind }) => kind === 'operator');
  const unanswered = latest.slice(answered + 1).find(({ kind }) => kind === 'visitor');
  await run(core, console, state, {
    type: 'reopen',
    by,
    waitingSince: unanswered?.at ?? null,
    hasOther: other !== null && other.id !== state.id,
  });
}

async function changePerson(
  { people, conversations, listener, store, presence }: OperatorDeps,
  { id, personId }: ConversationRecord,
  { contact, blocked }: { readonly contact?: Contact; readonly blocked?: boolean },
): Promise<void> {
  const person = await people.byId(personId);
  if (person === null) return;
  const changes = {
    ...(contact === undefined ? {} : { contact: { ...person.contact, ...contact } }),
    ...(blocked === undefined ? {} : { blocked }),
  };
  const changed = await people.update(personId, changes);
  if (changed !== null) nameInUsers(presence, changed);
  const state = await store.conversation(id);
  if (state !== null) await conversations.tellOperators(state);
  tellChanges(listener, person, changes, await store.openConversation(personId));
}
