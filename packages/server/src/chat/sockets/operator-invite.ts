/** A manual invitation: the operator writes first, to somebody on the site [C21]. */
import type { OperatorFrame } from '@goalpost/contract';
import type { ChatCore } from '../core.ts';
import { operatorOf } from '../operator-name.ts';
import { contextOf } from '../presence/index.ts';
import type { OperatorConnection } from './operator-connection.ts';
import { answer, theirs } from './operator-message.ts';

type Frame = Extract<OperatorFrame, { type: 'invite' }>;

export async function invite(
  core: ChatCore,
  console: OperatorConnection,
  { counterId, visitor, key, text }: Frame,
): Promise<void> {
  const refusal = await console.authorise(counterId, 'write');
  if (refusal !== null) return console.refuse(refusal, key);
  const entry = core.presence.find(counterId, visitor);
  const by = await operatorOf(core, counterId, console.accountId);
  if (entry === null || by === null) return console.refuse('not_found', key);
  const { holder } = entry;
  await core.conversations.inTurn(holder.personId, async () => {
    const again = await core.conversations.repeated(holder.personId, key);
    if (again !== null) return answer(console, key, theirs(again, by));
    await core.people.ensure(holder);
    const state = await core.store.openConversation(holder.personId);
    const outcome = await core.conversations.carryOut(
      state,
      {
        type: 'invite',
        by,
        visitor: { personId: holder.personId, counterId, visitor, context: contextOf(entry) },
        content: { key, text, file: null },
      },
      console,
    );
    if (outcome.ok) core.presence.update(entry, { invited: true });
    answer(console, key, outcome);
  });
}
