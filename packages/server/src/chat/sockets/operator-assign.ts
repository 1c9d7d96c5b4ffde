/** To whom a conversation goes: a person who may answer there, a department, or nobody [C9]. */
import type { Command, Operator } from '../conversation/index.ts';
import { operatorOf } from '../operators/operator-name.ts';
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
  { counterId }: ConversationRecord,
  { by, to, department }: Assigning,
): Promise<Extract<Command, { type: 'assign' }> | null> {
  const { departments } = await core.settings.get(counterId);
  const found = department === null ? null : departments.find(({ id }) => id === department);
  if (found === undefined) return null;
  const given = found === null ? null : { id: found.id, name: found.name };
  if (to === null) return { type: 'assign', by, to: null, department: given };
  const held = await core.access.permission(to, counterId);
  if (held === null || held === 'view') return null;
  const operator = to === by.id ? by : await operatorOf(core, counterId, to);
  return operator && { type: 'assign', by, to: operator, department: given };
}
