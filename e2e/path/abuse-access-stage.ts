/** For the tests of abuse of access. A server that sends e-mail, and the ways in as their attackers use them. */
import type { GrantMade, LinkMade } from '@goalpost/contract/management';
import { pino } from 'pino';
import {
  letIn,
  makeCounter,
  ownerOf,
  PASSWORD,
  someone,
  tokenOf,
  type Someone,
} from '../../packages/server/test/access/people.ts';
import { receiveMail, type MailReceiver } from '../../packages/server/test/mail-receiver.ts';
import { startServer, type TestServer } from '../../packages/server/test/start-server.ts';

export const NEWER = 'a password that somebody else chose';
export const SMTP_PASSWORD = 'smtp-secret-of-the-test';

export const grantsOf = (id: number): string => `/management/v1/counter/${id}/grants`;
/** Where no login is given, it is said in the body. */
export const grantOf = (id: number, login?: string): string =>
  `/management/v1/counter/${id}/grant${login === undefined ? '' : `?user_login=${encodeURIComponent(login)}`}`;
export const give = (by: Someone, id: number, login: string, perm: 'view' | 'edit' = 'view') =>
  by.call<GrantMade>('POST', grantsOf(id), { grant: { user_login: login, perm } });

/** Someone without an account. */
export async function invite(by: Someone, id: number, login: string): Promise<{ token: string; id: string }> {
  const { body } = await give(by, id, login);
  if (body.link === undefined || body.invitation === undefined) throw new Error(JSON.stringify(body));
  return { token: tokenOf(body.link.url), id: body.invitation.id };
}

/** @returns the secret of the link */
export async function passwordLink(by: Someone, id: number, login: string): Promise<string> {
  const made = await by.call<LinkMade>('POST', `/api/v1/counters/${id}/password-link`, { user_login: login });
  if (made.status !== 200) throw new Error(JSON.stringify(made.body));
  return tokenOf(made.body.link.url);
}

export interface Colleague {
  /** Counter of the one who let them in. */
  readonly id: number;
  readonly login: string;
  readonly them: Someone;
}

export interface AccessStage extends AsyncDisposable {
  readonly server: TestServer;
  readonly url: string;
  readonly owner: Someone;
  readonly receiver: MailReceiver;
  /** Everything that was logged so far, JSON lines. */
  logged(): string;
  /** An address that no one has. */
  anybody(): string;
  nobody(): Someone;
  join(token: string, by?: Someone, password?: string): ReturnType<Someone['call']>;
  choose(token: string): ReturnType<Someone['call']>;
  /** Someone new, let in to a new counter of `by`, who is the owner unless given. */
  colleague(perm?: 'view' | 'edit', by?: Someone): Promise<Colleague>;
}

export async function openAccessStage(): Promise<AccessStage> {
  const lines: string[] = [];
  const receiver = await receiveMail({ login: { user: 'chat', password: SMTP_PASSWORD } });
  const server = await startServer({
    log: pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) }),
    environment: {
      GOALPOST_SMTP_URL: `smtp://chat:${SMTP_PASSWORD}@127.0.0.1:${receiver.port}`,
      GOALPOST_MAIL_FROM: 'chat@goalpost.example',
      GOALPOST_PUBLIC_URL: 'https://stats.example',
    },
  });
  const { url } = server;
  const owner = await ownerOf(server);
  const nobody = () => someone(url);
  let numbers = 0;
  const anybody = () => `somebody${(numbers += 1)}@example.com`;
  return {
    server,
    url,
    owner,
    receiver,
    logged: () => lines.join(''),
    anybody,
    nobody,
    join: (token, by = nobody(), password = PASSWORD) =>
      by.call('POST', '/api/v1/join', { token, name: 'Eve', password }),
    choose: (token) => nobody().call('POST', '/api/v1/password', { token, password: NEWER }),
    async colleague(perm = 'edit', by = owner) {
      const [id, login] = [await makeCounter(by), anybody()];
      return { id, login, them: await letIn(server, by, { counterId: id, login, perm }) };
    },
    async [Symbol.asyncDispose]() {
      await server.close();
      await receiver.close();
    },
  };
}
