/** Assigns a conversation: to a person who may answer there, to a department, or to no one [C9]. */
import { may } from '@goalpost/contract/management';
import type { Command, Operator } from '../conversation/index.ts';
import { operatorOf } from '../operators/operator-name.ts';
import type { OperatorAccess } from '../outward.ts';
import type { ConversationRecord } from '../records.ts';
import type { OperatorDeps } from './operator-console.ts';

type AssignDeps = Pick<OperatorDeps, 'settings' | 'access'>;

export interface Assigning {
  readonly by: Operator;
  readonly to: string | null;
  readonly department: string | null;
}

/** Null: there is no such person or department to give it to. */
export async function assignment(
  core: AssignDeps,
  state: ConversationRecord,
  { by, to, department }: Assigning,
): Promise<Extract<Command, { type: 'assign' }> | null> {
  const { counterId } = state;
  const { departments } = await core.settings.get(counterId);
  const found = department === null ? null : departments.find(({ id }) => id === department);
  if (found === undefined) return null;
  const given = found === null ? null : { id: found.id, name: found.name };
  if (to === null) {
    const members = departments.find(({ id }) => id === (department ?? state.department))?.members ?? [];
    const calls = await anybody(core.access, counterId, { members, but: by.id });
    return { type: 'assign', by, to: null, department: given, calls };
  }
  const held = await core.access.permission(to, counterId);
  if (!may(held, 'chat:answer')) return null;
  const operator = to === by.id ? by : await operatorOf(core, counterId, to);
  const calls = to === by.id ? [] : [to];
  return operator && { type: 'assign', by, to: operator, department: given, calls };
}

/** Those who may answer, of these members where there are any: it is for any of them [C91]. */
export async function anybody(
  access: Pick<OperatorAccess, 'whoAnswers'>,
  counterId: number,
  { members, but }: { readonly members: readonly string[]; readonly but: string },
): Promise<string[]> {
  const team = await access.whoAnswers(counterId);
  return team.filter((id) => id !== but && (members.length === 0 || members.includes(id)));
}
