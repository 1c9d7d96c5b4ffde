/** An operator's message or note: stored once, answered with its number [C2, C3]. */
import type { ChatFile, OperatorFrame } from '@goalpost/contract/chat';
import { answerable } from '../conversation/answerable.ts';
import type { Operator } from '../conversation/index.ts';
import type { Outcome } from '../conversation/conversations.ts';
import type { ConversationRecord } from '../records.ts';
import type { OperatorConsole, OperatorDeps } from './operator-console.ts';

type MessageDeps = Pick<
  OperatorDeps,
  'store' | 'files' | 'people' | 'conversations' | 'presence' | 'directory' | 'clock'
>;

interface Writing {
  readonly frame: Extract<OperatorFrame, { type: 'message' | 'note' }>;
  readonly state: ConversationRecord;
  readonly by: Operator;
}

export async function operatorMessage(
  core: MessageDeps,
  console: OperatorConsole,
  writing: Writing,
): Promise<void> {
  answer(console, writing.frame.key, await store(core, console, writing));
}

export function answer(console: OperatorConsole, key: string, outcome: Outcome): void {
  if (!outcome.ok) return console.refuse(outcome.reason, key);
  if (outcome.message !== null) console.send({ type: 'stored', key, message: outcome.message });
}

async function store(
  core: MessageDeps,
  console: OperatorConsole,
  { frame, state, by }: Writing,
): Promise<Outcome> {
  const again = await core.conversations.repeated(state.personId, frame.key);
  if (again !== null) return theirs(again, by);
  const fileId = frame.type === 'message' ? frame.fileId : null;
  const file = fileId === null ? null : await fileOf(core, state.counterId, fileId);
  if (file === 'not_found') return { ok: false, reason: 'not_found' };
  const content = { key: frame.key, text: frame.text, file };
  if (frame.type === 'note')
    return core.conversations.carryOut(state, { type: 'note', by, content }, console);
  const invitation = await invitationOf(core, state);
  return core.conversations.carryOut(state, { type: 'operator_writes', by, content, invitation }, console);
}

/** What the visitor was shown before this is to stand before it [C83]. */
async function invitationOf(core: MessageDeps, { counterId, visitor, personId }: ConversationRecord) {
  const entry = core.presence.find(counterId, visitor);
  const isThere = entry !== null && entry.holder.personId === personId;
  return isThere ? answerable(core, await core.people.byId(personId), entry, entry.invited) : null;
}

/** A key of another sender's message is no key of theirs. */
export function theirs(outcome: Outcome, by: Operator): Outcome {
  return outcome.ok && outcome.message?.authorId === by.id ? outcome : { ok: false, reason: 'denied' };
}

/** One that an operator sent up for this counter, or that its visitors did. */
async function fileOf(
  { files }: MessageDeps,
  counterId: number,
  fileId: string,
): Promise<ChatFile | 'not_found'> {
  const file = await files.get(fileId);
  if (file === null || file.counterId !== counterId) return 'not_found';
  return { id: file.id, name: file.name, type: file.type, bytes: file.bytes };
}
