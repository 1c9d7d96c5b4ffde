/** A manual invitation: the operator writes first, to a visitor on the site [C21]. */
import type { OperatorFrame } from '@goalpost/contract/chat';
import { answerable } from '../conversation/answerable.ts';
import type { Outcome } from '../conversation/conversations.ts';
import { operatorOf } from '../operators/operator-name.ts';
import type { Holder } from '../people/people.ts';
import { contextOf } from '../presence/index.ts';
import type { OperatorConsole, OperatorDeps } from './operator-console.ts';
import { answer, theirs } from './operator-message.ts';

type InviteDeps = Pick<
  OperatorDeps,
  | 'audiences'
  | 'store'
  | 'people'
  | 'conversations'
  | 'presence'
  | 'settings'
  | 'access'
  | 'directory'
  | 'clock'
>;

type Frame = Extract<OperatorFrame, { type: 'invite' }>;

export async function invite(
  core: InviteDeps,
  console: OperatorConsole,
  { counterId, visitor, key, text }: Frame,
): Promise<void> {
  const refusal = await console.authorise(counterId, 'write');
  if (refusal !== null) return console.refuse(refusal, key);
  const entry = core.presence.find(counterId, visitor);
  const by = await operatorOf(core, counterId, console.accountId);
  if (entry === null || by === null) return console.refuse('not_found', key);
  const { holder } = entry;
  await core.conversations.inTurn(holder.personId, async () => {
    const again = await repeated(core, holder, key);
    if (again !== null) return answer(console, key, theirs(again, by));
    const person = await core.people.ensure(holder);
    const invitation = await answerable(core, person, entry, entry.invited);
    const state = await core.store.openConversation(holder.personId);
    const role = console.roleOn(counterId);
    if (state !== null && !(await core.audiences.reaches(by.id, role, state)))
      return console.refuse('denied', key);
    const outcome = await core.conversations.carryOut(
      state,
      {
        type: 'invite',
        by,
        visitor: { personId: holder.personId, counterId, visitor, context: contextOf(entry) },
        content: { key, text, file: null },
        invitation,
      },
      console,
    );
    if (outcome.ok) core.presence.update(entry, { invited: true });
    answer(console, key, outcome);
  });
}

/** Conversations of a visitor number that are looked through for a key. */
const LATEST = 20;

/** The visitor may have another secret by now, and so be another person: the invitation is the same [C2]. */
async function repeated(core: InviteDeps, holder: Holder, key: string): Promise<Outcome | null> {
  const { counterId, visitor, personId } = holder;
  const latest = await core.store.conversations({ counterIds: [counterId], visitor, limit: LATEST });
  for (const id of new Set([personId, ...latest.map((one) => one.personId)])) {
    const found = await core.conversations.repeated(id, key);
    if (found !== null) return found;
  }
  return null;
}
