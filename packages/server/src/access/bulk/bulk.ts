/** Lets many people in at once: what became of each address is said, and asking again changes nothing [A57]–[A59]. */
import { GrantLogin, type BulkResult, type GrantedRole } from '@goalpost/contract/management';
import type { Caller } from '../../kit/endpoint.ts';
import type { Clock } from '../../kit/clock.ts';
import { isProblem } from '../../kit/problem.ts';
import type { Grants } from '../grants.ts';
import type { Invitations } from '../invitations.ts';

export interface BulkWanted {
  /** As they were pasted. */
  readonly logins: readonly string[];
  readonly permission: GrantedRole;
  readonly filters: string;
  readonly comment: string;
  readonly counterIds: readonly number[];
}

export interface BulkDeps {
  readonly grants: Pick<Grants, 'get' | 'add'>;
  readonly invitations: Pick<Invitations, 'list'>;
  readonly clock: Clock;
}

/** By the rule for one at a time: with any other address no one could sign in. */
const isAddress = (login: string): boolean => GrantLogin.safeParse({ user_login: login }).success;

type Outcome = Omit<BulkResult, 'user_login' | 'counter_id'>;

export function createBulk({ grants, invitations, clock }: BulkDeps) {
  async function one(
    counterId: number,
    login: string,
    { permission, filters, comment }: BulkWanted,
    caller: Caller,
  ): Promise<Outcome> {
    if (!isAddress(login)) return { outcome: 'refused', message: 'This is no e-mail address.' };
    const held = await grants.get(counterId, login);
    if (!isProblem(held)) return { outcome: 'has_access', message: '', perm: held.perm };
    const invited = (await invitations.list(counterId)).find(({ user_login: waiting }) => waiting === login);
    const isSame =
      invited?.perm === permission &&
      invited.filters === filters &&
      Date.parse(invited.expires_at) > clock.now();
    // A new link would stop the one that is on its way.
    if (isSame) return { outcome: 'invited_before', message: '', perm: permission };
    const made = await grants.add(
      counterId,
      { user_login: login, perm: permission, filters, comment },
      caller,
    );
    if (isProblem(made)) return { outcome: 'refused', message: made.items[0].message };
    return made.link === undefined
      ? { outcome: 'added', message: '', perm: permission }
      : { outcome: 'invited', message: '', perm: permission, link: made.link };
  }

  return {
    /** In their order, one after the other: each is done whatever becomes of the next. */
    async add(wanted: BulkWanted, caller: Caller): Promise<BulkResult[]> {
      const results: BulkResult[] = [];
      const logins = new Set(wanted.logins.map((login) => login.trim().toLowerCase()));
      for (const login of logins)
        for (const counterId of new Set(wanted.counterIds)) {
          const outcome = await one(counterId, login, wanted, caller);
          results.push({ user_login: login, counter_id: counterId, ...outcome });
        }
      return results;
    },
  };
}
export type Bulk = ReturnType<typeof createBulk>;
