/** What a caller may do: checked for each endpoint before its input is looked at. */
import { may, scopeAllows, type Ability } from '@goalpost/contract/management';
import { isFor, type Auth, type Caller, type Permission } from '../../kit/endpoint.ts';
import type { Problem } from '../../kit/problem.ts';
import { counterNumber } from '../../kit/schemas/counter-number.ts';
import {
  boundToken,
  counterDenied,
  narrowToken,
  otherCounter,
  unauthorized,
  unknownCounter,
} from '../answers/problem-catalogue.ts';

/** What `http/` asks of the counters' store. */
export interface CounterAccess {
  /** @returns null where the account may do nothing with the counter */
  permission(accountId: string, counterId: number): Promise<Permission | null>;
  /** Filters of a limited grant; null: it has none. */
  limit(accountId: string, counterId: number): Promise<string | null>;
  /** @returns null where there never was such a counter */
  status(counterId: number): Promise<CounterStatus | null>;
}

export type CounterStatus = 'Active' | 'Deleted';

/** What an endpoint asks of the caller, and of the counter. */
export interface Needed {
  readonly ability: Ability;
  /** A counter that was deleted will do, too [A76]. */
  readonly ofDeleted: boolean;
}

export async function authoriseCounter(
  caller: Caller | null,
  counterId: number,
  { ability, ofDeleted }: Needed,
  access: CounterAccess,
): Promise<Problem | null> {
  if (!caller) return unauthorized();
  const [held, status] = await Promise.all([
    access.permission(caller.accountId, counterId),
    access.status(counterId),
  ]);
  if (status === null) return unknownCounter(counterId);
  if (!may(held, ability)) return counterDenied(counterId);
  if (!isFor(caller, counterId)) return otherCounter(counterId);
  if (!scopeAllows(caller.scope, ability)) return narrowToken(caller.scope);
  return status === 'Active' || ofDeleted ? null : unknownCounter(counterId);
}

export interface Attempt {
  readonly auth: Auth;
  readonly method: string;
  /** It only asks, whatever its method. */
  readonly asks?: boolean;
  readonly ofDeleted?: boolean;
  readonly caller: Caller | null;
  /** The path parameter `counterId` as it came. */
  readonly counterId: string | undefined;
}

export async function authorise(attempt: Attempt, access: CounterAccess): Promise<Problem | null> {
  const { auth, caller, counterId = '', ofDeleted = false } = attempt;
  if (auth === 'public') return null;
  if (!caller) return unauthorized();
  const reads = attempt.method === 'GET' || attempt.asks === true;
  if (typeof auth === 'string') return authoriseAccount(caller, auth, reads);
  const id = counterNumber(counterId);
  if (id === null) return unknownCounter(counterId);
  const refusal = await authoriseCounter(caller, id, { ability: auth.counter, ofDeleted }, access);
  if (refusal) return refusal;
  return reads || caller.scope !== 'read' ? null : narrowToken(caller.scope);
}

/** A token that is for some counters makes no others, and no token that is for more [A47]. */
function authoriseAccount(caller: Caller, auth: 'account' | 'self', reads: boolean): Problem | null {
  const isBound = (caller.counters ?? null) !== null;
  if (isBound && (!reads || auth === 'self')) return boundToken();
  const mayRead = auth === 'account' || caller.scope === 'read';
  return caller.scope === 'write' || (reads && mayRead) ? null : narrowToken(caller.scope);
}
