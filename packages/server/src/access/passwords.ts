/** Ways back for those who have forgotten their password, by a link that works once. */
import type { LinkMade } from '@goalpost/contract/management';
import type { Person } from '../accounts/index.ts';
import type { Caller } from '../kit/endpoint.ts';
import { createHourly } from '../kit/limits/rate-limit.ts';
import { problem, type Problem } from '../kit/problem.ts';
import { passwordLetter } from './letters.ts';
import { hashOf, LINK_MS, newSecret, passwordPath, toLink } from './links.ts';
import type { AccessDeps } from './outward.ts';
import type { AccessStore, PasswordLinkRecord } from './port.ts';

const LETTERS_AN_HOUR = 3;

export interface Passwords {
  /** Whether links are sent by e-mail. */
  readonly byMail: boolean;
  /** Says nothing of whether there is such an account, neither by its answer nor by its time. */
  ask(login: string): void;
  /** For a colleague of the counter whom its owner may let in again. */
  linkForColleague(counterId: number, login: string, caller: Caller): Promise<LinkMade | Problem>;
  /** For the administrator of the server. @returns null where there is no such account */
  linkForAccount(login: string): Promise<string | null>;
  /** Whose password the link is for. */
  whose(secret: string): Promise<{ login: string } | Problem>;
  /** The link works once; every session of the account ends. */
  choose(secret: string, password: string): Promise<{ login: string } | Problem>;
  /** Resolves when the letters that were begun have been sent. */
  idle(): Promise<void>;
}

/** For the person who runs the server. @returns the path of a link that works once, within a day */
export async function createPasswordLink(
  store: Pick<AccessStore, 'addPasswordLink'>,
  accountId: string,
  now: number,
): Promise<string> {
  const { secret, hash } = newSecret();
  const expiresAt = now + LINK_MS.password;
  await store.addPasswordLink({ accountId, madeBy: null, createdAt: now, expiresAt }, hash);
  return passwordPath(secret);
}

const dead = (): Problem =>
  problem('invalid_token', 'This link does not work any more. Ask for a new one.', 'token');

export function createPasswords(deps: AccessDeps): Passwords {
  const { store, counters, people, letters, changed, linkTo, clock, log } = deps;
  const mayMail = createHourly(LETTERS_AN_HOUR, clock);
  const begun = new Set<Promise<void>>();

  /** @param madeBy null: it was not for a colleague */
  async function makeLink(
    accountId: string,
    lastsMs: number,
    madeBy: string | null = null,
  ): Promise<{ url: string; expiresAt: number }> {
    const now = clock.now();
    const { secret, hash } = newSecret();
    const expiresAt = now + lastsMs;
    await store.addPasswordLink({ accountId, madeBy, createdAt: now, expiresAt }, hash);
    return { url: linkTo(passwordPath(secret)), expiresAt };
  }

  async function mail(login: string): Promise<void> {
    const person = await people.byLogin(login);
    if (letters === null || person === null || !mayMail(person.id)) return;
    const { url } = await makeLink(person.id, LINK_MS.mailedPassword);
    log.info({ account: person.id }, 'a link for a new password is sent');
    await letters.send(passwordLetter(person.login, person.language, url));
  }

  /**
   * The holder of the link can be that person: it is for those only who own everything the person may see. The
   * first account is the server's, and no one else may take it.
   */
  async function mayLetIn(ownerId: string, person: Person): Promise<boolean> {
    const seen = await counters.visibleTo(person.id);
    const first = await people.firstOwner();
    return (
      person.id !== first?.id && seen.length > 0 && seen.every(({ counter }) => counter.ownerId === ownerId)
    );
  }

  /** What was theirs alone when they made the link may have become another's since. @returns null: it works no more */
  async function personOf({ accountId, madeBy }: PasswordLinkRecord): Promise<Person | null> {
    const person = await people.byId(accountId);
    return person === null || madeBy === null || (await mayLetIn(madeBy, person)) ? person : null;
  }

  return {
    byMail: letters !== null,
    ask(login) {
      const sending = mail(login)
        .catch((err: unknown) => log.error({ err }, 'a link for a new password was not sent'))
        .finally(() => begun.delete(sending));
      begun.add(sending);
    },
    async linkForColleague(counterId, login, caller) {
      const person = await people.byLogin(login);
      const grant = person && (await store.grant(counterId, person.id));
      if (!grant) return problem('not_found', `${login} has no permission on this counter.`, 'user_login');
      if (!(await mayLetIn(caller.accountId, person))) {
        const message = `${login} also uses counters that are not yours: only they can choose a new password.`;
        return problem('access_denied', message, 'user_login');
      }
      const { url, expiresAt } = await makeLink(person.id, LINK_MS.password, caller.accountId);
      log.info({ counterId, by: caller.accountId, account: person.id }, 'a link for a new password was made');
      return { link: toLink(url, expiresAt, 'off') };
    },
    async linkForAccount(login) {
      const person = await people.byLogin(login);
      return person && (await makeLink(person.id, LINK_MS.password)).url;
    },
    async whose(secret) {
      const link = await store.passwordLink(hashOf(secret));
      if (link === null || link.expiresAt <= clock.now()) return dead();
      const person = await personOf(link);
      return person === null ? dead() : { login: person.login };
    },
    async choose(secret, password) {
      const link = await store.takePasswordLink(hashOf(secret), clock.now());
      const person = link && (await personOf(link));
      if (person === null) return dead();
      await people.setPassword(person.id, password);
      await changed(person.id);
      log.info({ account: person.id }, 'a new password was chosen by a link');
      return { login: person.login };
    },
    idle: async () => void (await Promise.all(begun)),
  };
}
