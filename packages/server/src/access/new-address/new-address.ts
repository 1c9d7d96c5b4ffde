/** A new e-mail address of an account: asked for with the password, taken by a link [A64–A66]. */
import type { Person } from '../../accounts/index.ts';
import type { Caller } from '../../kit/endpoint.ts';
import { createHourly } from '../../kit/limits/rate-limit.ts';
import { problem, type Problem } from '../../kit/problem.ts';
import { changedLetter, newAddressLetter, noticeLetter } from './letters.ts';
import { emailPath, hashOf, LINK_MS, newSecret } from '../links.ts';
import type { AccessDeps } from '../outward.ts';
import type { EmailLinkRecord } from '../port.ts';

/** An account asks at most so often. */
const ASKED_AN_HOUR = 5;

export interface Asked {
  /** In lower case. */
  readonly email: string;
  readonly password: string;
  readonly from: { readonly address: string; readonly cookies: string };
}

export interface Emails {
  /** Sends the link to the new address, and a notice to the one that is there. */
  ask(caller: Caller, asked: Asked): Promise<{ readonly sent_to: string } | Problem>;
  whose(secret: string): Promise<{ readonly login: string; readonly email: string } | Problem>;
  /** From now on they sign in with the new address. */
  take(secret: string): Promise<{ readonly login: string } | Problem>;
}

const dead = (): Problem =>
  problem('invalid_token', 'This link does not work any more. Ask for a new one.', 'token');
const taken = (email: string): Problem =>
  problem('conflict', `${email} is the address of another account.`, 'email');

export function createEmails(deps: AccessDeps): Emails {
  const { store, people, letters, provePassword, linkTo, clock, log } = deps;
  const mayAsk = createHourly(ASKED_AN_HOUR, clock);

  /** @returns null: they may */
  async function refusal({ accountId, login }: Caller, { password, from }: Asked): Promise<Problem | null> {
    const proved = await provePassword({ accountId, login, password, ...from });
    if (proved === 'right') return null;
    if (proved === 'too many')
      return problem('quota_requests_by_uid', 'Too many wrong passwords for this account. Try again later.');
    if (proved === 'wrong') return problem('invalid_parameter', 'The password is not right.', 'password');
    return problem(
      'conflict',
      'This account has no password: its address comes from the identity provider.',
      'password',
    );
  }

  /** @returns null: the account is gone, or has another password since */
  async function personOf({ accountId, passwordMark }: EmailLinkRecord): Promise<Person | null> {
    return (await people.passwordMark(accountId)) === passwordMark ? people.byId(accountId) : null;
  }

  return {
    async ask(caller, asked) {
      const { email } = asked;
      if (letters === null)
        return problem(
          'conflict',
          'This server sends no e-mail: whoever runs it sets GOALPOST_SMTP_URL and GOALPOST_PUBLIC_URL.',
        );
      const refused = await refusal(caller, asked);
      if (refused !== null) return refused;
      const person = await people.byId(caller.accountId);
      if (person === null) return problem('not_found', 'There is no such account any more.');
      if (person.login === email) return problem('conflict', 'This is your address already.', 'email');
      if ((await people.byLogin(email)) !== null) return taken(email);
      if (!mayAsk(person.id))
        return problem('quota_requests_by_uid', 'Too many changes of the address within the hour.');
      const now = clock.now();
      const { secret, hash } = newSecret();
      const passwordMark = await people.passwordMark(person.id);
      const expiresAt = now + LINK_MS.email;
      await store.putEmailLink(
        { accountId: person.id, email, passwordMark, createdAt: now, expiresAt },
        hash,
      );
      const { language, login } = person;
      const isSent = await letters.send(newAddressLetter(email, language, linkTo(emailPath(secret))));
      if (!isSent) {
        await store.takeEmailLink(hash, now);
        return problem('backend_error', `No mail server took the letter to ${email}.`, 'email');
      }
      await letters.send(noticeLetter(login, language, { email, url: linkTo('/account') }));
      log.info({ account: person.id }, 'a link for a new e-mail address is sent');
      return { sent_to: email };
    },
    async whose(secret) {
      const link = await store.emailLink(hashOf(secret));
      const person = link && link.expiresAt > clock.now() ? await personOf(link) : null;
      return link === null || person === null ? dead() : { login: person.login, email: link.email };
    },
    async take(secret) {
      const link = await store.takeEmailLink(hashOf(secret), clock.now());
      const person = link && (await personOf(link));
      if (link === null || person === null) return dead();
      if (!(await people.setLogin(person.id, link.email))) return taken(link.email);
      // Those that went to the old address are no way into the account any more.
      await store.dropPasswordLinks(person.id);
      log.info({ account: person.id }, 'the e-mail address of an account was changed');
      await letters?.send(
        changedLetter(person.login, person.language, { email: link.email, url: linkTo('/sign-in') }),
      );
      return { login: link.email };
    },
  };
}
