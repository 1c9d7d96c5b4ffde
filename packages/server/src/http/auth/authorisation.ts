/** What a caller may do: checked for each endpoint before its input is looked at. */
import { MAX_COUNTER_ID } from '@goalpost/contract/management';
import { PERMISSIONS, type Auth, type Caller, type Permission } from '../../kit/endpoint.ts';
import type { Problem } from '../../kit/problem.ts';
import { counterDenied, readOnlyToken, unauthorized, unknownCounter } from '../answers/problem-catalogue.ts';

/** What `http/` asks of the counters' store. */
export interface CounterAccess {
  /** @returns null where the account may do nothing with the counter */
  permission(accountId: string, counterId: number): Promise<Permission | null>;
  /** Deleted counters count as known. */
  exists(counterId: number): Promise<boolean>;
}

export async function authoriseCounter(
  caller: Caller | null,
  counterId: number,
  needed: Permission,
  access: CounterAccess,
): Promise<Problem | null> {
  if (!caller) return unauthorized();
  const held = await access.permission(caller.accountId, counterId);
  if (held === null && !(await access.exists(counterId))) return unknownCounter(counterId);
  if (held === null || PERMISSIONS.indexOf(held) < PERMISSIONS.indexOf(needed))
    return counterDenied(counterId);
  if (needed !== 'view' && caller.scope === 'read') return readOnlyToken();
  return null;
}

export interface Attempt {
  readonly auth: Auth;
  readonly method: string;
  /** It only asks, whatever its method. */
  readonly asks?: boolean;
  readonly caller: Caller | null;
  /** The path parameter `counterId` as it came. */
  readonly counterId: string | undefined;
}

export async function authorise(attempt: Attempt, access: CounterAccess): Promise<Problem | null> {
  const { auth, caller, counterId = '' } = attempt;
  if (auth === 'public') return null;
  if (!caller) return unauthorized();
  if (auth !== 'account') {
    const id = /^\d{1,10}$/.test(counterId) ? Number(counterId) : 0;
    if (id < 1 || id > MAX_COUNTER_ID) return unknownCounter(counterId);
    const refusal = await authoriseCounter(caller, id, auth.counter, access);
    if (refusal) return refusal;
  }
  const reads = attempt.method === 'GET' || attempt.asks === true;
  return !reads && caller.scope === 'read' ? readOnlyToken() : null;
}
