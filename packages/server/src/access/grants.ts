/** Who may use a counter beside its owner: list, give, change, take away. */
import { isLimited, type Grant, type GrantInput, type GrantMade } from '@goalpost/contract/management';
import type { Person } from '../accounts/index.ts';
import type { Caller } from '../kit/endpoint.ts';
import { isProblem, problem, type Problem } from '../kit/problem.ts';
import { limitOfGrant } from './limit.ts';
import { MAX_GRANTS } from './limits.ts';
import type { Invitations } from './invitations.ts';
import type { AccessDeps } from './outward.ts';
import type { GrantRecord } from './port.ts';
import { toGrant } from './shape.ts';

export interface Grants {
  /** Without the owner. */
  list(counterId: number): Promise<Grant[]>;
  get(counterId: number, login: string): Promise<Grant | Problem>;
  /** A person with an account has the permission at once; all others are invited. */
  add(counterId: number, input: GrantInput, caller: Caller): Promise<GrantMade | Problem>;
  change(counterId: number, input: GrantInput, caller: Caller): Promise<Grant | Problem>;
  /** Works at once. An address that is only invited is so no more. */
  remove(counterId: number, login: string, caller: Caller): Promise<Problem | null>;
}

const none = (login: string): Problem =>
  problem('not_found', `${login} has no permission on this counter.`, 'user_login');

export function createGrants(deps: AccessDeps, invitations: Invitations): Grants {
  const { store, counters, people, changed, clock, log } = deps;

  /** The owner's permission cannot be changed. */
  async function whose(counterId: number, login: string): Promise<Person | Problem> {
    const counter = await counters.get(counterId);
    if (counter?.status !== 'Active')
      return problem('not_found', `There is no counter ${counterId}.`, 'counterId');
    const person = await people.byLogin(login);
    if (person === null) return none(login);
    if (person.id === counter.ownerId)
      return problem('access_denied', `${login} owns this counter; that cannot be changed.`, 'user_login');
    return person;
  }

  return {
    async list(counterId) {
      const all = await store.grants(counterId);
      const shown = all.map(async (grant: GrantRecord) => {
        const person = await people.byId(grant.accountId);
        return person && toGrant(grant, person.login);
      });
      return (await Promise.all(shown)).filter((grant) => grant !== null);
    },
    async get(counterId, login) {
      const person = await people.byLogin(login);
      const grant = person && (await store.grant(counterId, person.id));
      return grant ? toGrant(grant, login) : none(login);
    },
    async add(counterId, { user_login: login, perm: permission, filters = '', comment = '' }, caller) {
      const fault = await limitOfGrant(deps, counterId, { permission, filters }, 'grant.filters');
      if (fault !== null) return fault;
      const person = await whose(counterId, login);
      if (isProblem(person)) {
        if (person.items[0].error_type === 'access_denied')
          return problem('conflict', `${login} owns this counter.`, 'grant.user_login');
        if (person.items[0].location !== 'user_login') return person;
        const made = await invitations.invite(counterId, { login, permission, filters, comment }, caller);
        if (isProblem(made)) return made;
        return { grant: toGrant({ permission, filters, comment, createdAt: clock.now() }, login), ...made };
      }
      if ((await store.grants(counterId)).length >= MAX_GRANTS)
        return problem('limit_exceeded', `At most ${MAX_GRANTS} accounts can have permission on a counter.`);
      const grant = { accountId: person.id, permission, filters, comment, createdAt: clock.now() };
      if (!(await store.addGrant(counterId, grant)))
        return problem('conflict', `${login} has permission already: change it.`, 'grant.user_login');
      await store.removeInvitation(counterId, { login });
      await changed(person.id);
      log.info({ counterId, by: caller.accountId, account: person.id, perm: permission }, 'permission given');
      return { grant: toGrant(grant, login) };
    },
    async change(counterId, { user_login: login, perm: permission, filters, comment }, caller) {
      const person = await whose(counterId, login);
      if (isProblem(person)) return person;
      const before = await store.grant(counterId, person.id);
      // Another role drops them; the same one keeps what it is not told to change.
      const kept = isLimited(permission) ? (filters ?? before?.filters ?? '') : (filters ?? '');
      const fault = await limitOfGrant(deps, counterId, { permission, filters: kept }, 'grant.filters');
      if (fault !== null) return fault;
      const changes = { permission, filters: kept, ...(comment === undefined ? {} : { comment }) };
      const grant = await store.changeGrant(counterId, person.id, changes);
      if (grant === null) return none(login);
      await changed(person.id);
      log.info(
        { counterId, by: caller.accountId, account: person.id, perm: permission },
        'permission changed',
      );
      return toGrant(grant, login);
    },
    async remove(counterId, login, caller) {
      const person = await whose(counterId, login);
      const invited = await store.removeInvitation(counterId, { login });
      if (isProblem(person)) return invited && person.items[0].error_type === 'not_found' ? null : person;
      if (!(await store.removeGrant(counterId, person.id))) return invited ? null : none(login);
      await changed(person.id);
      log.info({ counterId, by: caller.accountId, account: person.id }, 'permission taken away');
      return null;
    },
  };
}
