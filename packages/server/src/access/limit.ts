/** The limits that come with a grant: which visits its reports show [A83]. */
import { isLimited, type GrantedRole } from '@goalpost/contract/management';
import { problem, type Problem } from '../kit/problem.ts';
import type { AccessDeps } from './outward.ts';

/** @param at the field that says the filters */
export async function limitOfGrant(
  { limitFault }: Pick<AccessDeps, 'limitFault'>,
  counterId: number,
  { permission, filters }: { readonly permission: GrantedRole; readonly filters: string },
  at: string,
): Promise<Problem | null> {
  if (filters === '') return null;
  if (!isLimited(permission))
    return problem('invalid_parameter', `Only "limited" has filters, and "${permission}" was given.`, at);
  const fault = await limitFault(counterId, filters);
  return fault && problem('invalid_parameter', fault.items[0].message, at);
}
