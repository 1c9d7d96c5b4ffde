/** Asking in people who have no account, by a link that works once. */
import {
  may,
  type AccessInvitation,
  type AccessInvitationMade,
  type JoinOffer,
  type Joined,
} from '@goalpost/contract/management';
import { randomUUID } from 'node:crypto';
import type { NewPerson, Person } from '../accounts/index.ts';
import type { Caller } from '../kit/endpoint.ts';
import { createHourly } from '../kit/limits/rate-limit.ts';
import { isProblem, problem, type Problem } from '../kit/problem.ts';
import { invitationLetter } from './letters.ts';
import { MAX_GRANTS } from './limits.ts';
import { hashOf, joinPath, LINK_MS, newSecret, toLink } from './links.ts';
import type { AccessDeps } from './outward.ts';
import type { InvitationRecord } from './port.ts';
import { toInvitation } from './shape.ts';

const MAX_WAITING = 100;
const MAX_AN_HOUR = 50;
/** To one address, from all callers together: it may be a stranger's. */
const LETTERS_AN_HOUR = 5;

export interface Wanted {
  readonly login: string;
  readonly permission: InvitationRecord['permission'];
  readonly filters: string;
  readonly comment: string;
}

/** What a person without an account chooses; ignored where they have one. */
export type Newcomer = Partial<Omit<NewPerson, 'login'>>;

export interface Invitations {
  /** In the place of an earlier one to the same address. */
  invite(counterId: number, wanted: Wanted, caller: Caller): Promise<AccessInvitationMade | Problem>;
  list(counterId: number): Promise<AccessInvitation[]>;
  /** A new link and a new week; the link before stops working. */
  renew(counterId: number, id: string, caller: Caller): Promise<AccessInvitationMade | Problem>;
  revoke(counterId: number, id: string, caller: Caller): Promise<Problem | null>;
  offer(secret: string): Promise<JoinOffer | Problem>;
  /** The link works once. @param caller who is signed in where the page of the link is open */
  accept(secret: string, newcomer: Newcomer, caller: Caller | null): Promise<Joined | Problem>;
}

const dead = (): Problem =>
  problem('invalid_token', 'This invitation does not work any more. Ask for a new one.', 'token');
const signInFirst = (): Problem =>
  problem('conflict', 'This address has an account: sign in with it, then open the link again.');
const full = (): Problem =>
  problem(
    'limit_exceeded',
    `At most ${MAX_GRANTS} accounts can have permission on a counter. Ask its owner to take one away first.`,
  );
const unknown = (): Problem => problem('not_found', 'There is no such invitation.', 'invitationId');

export function createInvitations(deps: AccessDeps): Invitations {
  const { store, counters, people, letters, changed, linkTo, clock, log } = deps;
  const mayInvite = createHourly(MAX_AN_HOUR, clock);
  const mayMail = createHourly(LETTERS_AN_HOUR, clock);

  const loginOf = async (accountId: string): Promise<string> => (await people.byId(accountId))?.login ?? '';

  const siteOf = async (counterId: number): Promise<string | null> => {
    const counter = await counters.get(counterId);
    return counter?.status === 'Active' ? counter.site : null;
  };

  async function invite(counterId: number, wanted: Wanted, caller: Caller) {
    const site = await siteOf(counterId);
    if (site === null) return problem('not_found', `There is no counter ${counterId}.`, 'counterId');
    const waiting = await store.invitations(counterId);
    const isNew = waiting.every(({ login }) => login !== wanted.login);
    if (isNew && waiting.length >= MAX_WAITING)
      return problem('limit_exceeded', `At most ${MAX_WAITING} people can be invited at a time.`);
    if (!mayInvite(caller.accountId))
      return problem('limit_exceeded', 'You have invited many people within an hour. Try again later.');
    const now = clock.now();
    const { secret, hash } = newSecret();
    const by = await people.byId(caller.accountId);
    const invitation = {
      id: randomUUID(),
      counterId,
      ...wanted,
      createdBy: caller.accountId,
      createdAt: now,
      expiresAt: now + LINK_MS.invitation,
    };
    await store.putInvitation(invitation, hash);
    log.info({ counterId, by: caller.accountId, login: wanted.login, perm: wanted.permission }, 'invited');
    const url = linkTo(joinPath(secret));
    const language = by?.language ?? 'en';
    const letter = invitationLetter({ to: wanted.login, language, by: caller.login, site, url });
    const mail =
      letters === null ? 'off' : mayMail(wanted.login) && (await letters.send(letter)) ? 'sent' : 'failed';
    return {
      invitation: toInvitation(invitation, caller.login),
      link: toLink(url, invitation.expiresAt, mail),
    } as const;
  }

  /** A person who may not invite any more lets no one in later: it could be themselves. */
  async function mayStillInvite({ createdBy, counterId }: InvitationRecord): Promise<boolean> {
    const held = await counters.permission(createdBy, counterId);
    return may(held, 'edit');
  }

  async function valid(secret: string) {
    const invitation = await store.invitationByHash(hashOf(secret));
    if (invitation === null || invitation.expiresAt <= clock.now()) return dead();
    const site = await siteOf(invitation.counterId);
    if (site === null || !(await mayStillInvite(invitation))) return dead();
    return { invitation, site, person: await people.byLogin(invitation.login) };
  }

  /** Where there is no room, the invitation stays and works again once there is [A9]. */
  async function hasRoom({ counterId }: InvitationRecord, person: Person | null): Promise<boolean> {
    if (person !== null && (await counters.permission(person.id, counterId)) !== null) return true;
    return (await store.grants(counterId)).length < MAX_GRANTS;
  }

  /** The invitation has been taken. @returns null where another request made the account first */
  async function comeIn(
    { login, counterId, permission, filters, comment }: InvitationRecord,
    who: Person | NewPerson,
  ): Promise<Person | null> {
    const person = 'id' in who ? who : await people.create(who);
    if (person === null) return null;
    const owner = (await counters.permission(person.id, counterId)) === 'own';
    const grant = { accountId: person.id, permission, filters, comment, createdAt: clock.now() };
    if (!owner && !(await store.addGrant(counterId, grant)))
      await store.changeGrant(counterId, person.id, { permission, filters });
    await changed(person.id);
    log.info({ counterId, account: person.id, login, perm: permission }, 'joined by invitation');
    return person;
  }

  return {
    invite,
    async list(counterId) {
      const all = await store.invitations(counterId);
      return Promise.all(all.map(async (one) => toInvitation(one, await loginOf(one.createdBy))));
    },
    async renew(counterId, id, caller) {
      const found = (await store.invitations(counterId)).find((one) => one.id === id);
      if (found === undefined) return unknown();
      const { login, permission, filters, comment } = found;
      return invite(counterId, { login, permission, filters, comment }, caller);
    },
    async revoke(counterId, id, caller) {
      if (!(await store.removeInvitation(counterId, { id }))) return unknown();
      log.info({ counterId, by: caller.accountId, invitation: id }, 'invitation revoked');
      return null;
    },
    async offer(secret) {
      const found = await valid(secret);
      if (isProblem(found)) return found;
      const { invitation, site, person } = found;
      const { login, counterId, permission } = invitation;
      return { login, site, counter_id: counterId, perm: permission, has_account: person !== null };
    },
    async accept(secret, newcomer, caller) {
      const found = await valid(secret);
      if (isProblem(found)) return found;
      const who = whoComes(found.invitation.login, found.person, newcomer, caller);
      if (isProblem(who)) return who;
      if (!(await hasRoom(found.invitation, found.person))) return full();
      const hash = hashOf(secret);
      const taken = await store.takeInvitation(hash, clock.now());
      if (taken === null) return dead();
      const joined = await comeIn(taken, who).catch(async (error: unknown) => {
        await store.putInvitation(taken, hash);
        throw error;
      });
      if (joined !== null)
        return { login: joined.login, counter_id: taken.counterId, perm: taken.permission };
      await store.putInvitation(taken, hash);
      return signInFirst();
    },
  };
}

/** Who has an account must be signed in with it; all others choose their name and password. */
function whoComes(
  login: string,
  person: Person | null,
  { name, password, language = 'en' }: Newcomer,
  caller: Caller | null,
): Person | NewPerson | Problem {
  if (person !== null) return caller?.accountId === person.id ? person : signInFirst();
  if (name === undefined) return problem('missing_parameter', '"name" is missing.', 'name');
  if (password === undefined) return problem('missing_parameter', '"password" is missing.', 'password');
  return { login, name, password, language };
}
