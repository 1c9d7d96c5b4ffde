/** For tests: people at a running server, each with a browser's cookie of their own. */
import type { GrantedRole } from '@goalpost/contract/management';
import type { TestServer } from '../start-server.ts';

export interface Answer<T> {
  readonly status: number;
  readonly body: T & {
    readonly errors?: readonly { readonly error_type: string; readonly location?: string }[];
  };
}

export interface Someone {
  readonly cookie: string;
  call<T = Record<string, unknown>>(method: string, path: string, body?: unknown): Promise<Answer<T>>;
}

/** No one where no cookie is given. */
export function someone(url: string, cookie = ''): Someone {
  return {
    cookie,
    async call<T>(method: string, path: string, body?: unknown) {
      const answer = await fetch(`${url}${path}`, {
        method,
        headers: {
          origin: url,
          ...(cookie === '' ? {} : { cookie }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return { status: answer.status, body: (await bodyOf(answer)) as Answer<T>['body'] };
    },
  };
}

/** @returns null where they are not let in */
export async function signIn(url: string, email: string, password: string): Promise<Someone | null> {
  const answer = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email, password }),
  });
  await answer.text();
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0];
  return answer.status === 200 && cookie !== undefined ? someone(url, cookie) : null;
}

export async function ownerOf({ url, owner }: TestServer): Promise<Someone> {
  const signedIn = await signIn(url, owner.email, owner.password);
  if (signedIn === null) throw new Error('the owner is not let in');
  return signedIn;
}

export async function makeCounter(by: Someone): Promise<number> {
  const { body } = await by.call<{ counter: { id: number } }>('POST', '/management/v1/counters', {
    counter: { site2: { site: 'shop.example' } },
  });
  return body.counter.id;
}

export const tokenOf = (url: string): string => new URL(url).searchParams.get('token') ?? '';

export const PASSWORD = 'a password of the test';

interface Made {
  readonly link?: { readonly url: string };
}

/** Lets someone in by `by`; they come by the link where they have no account yet. */
export async function letIn(
  { url }: Pick<TestServer, 'url'>,
  by: Someone,
  {
    counterId,
    login,
    perm = 'edit',
    filters = '',
  }: { counterId: number; login: string; perm?: GrantedRole; filters?: string },
): Promise<Someone> {
  const grant = { user_login: login, perm, filters };
  const made = await by.call<Made>('POST', `/management/v1/counter/${counterId}/grants`, { grant });
  const { link } = made.body;
  if (link !== undefined) {
    const body = { token: tokenOf(link.url), name: 'Ann', password: PASSWORD };
    const joined = await someone(url).call('POST', '/api/v1/join', body);
    if (joined.status !== 200) throw new Error(`not joined: ${JSON.stringify(joined.body)}`);
  }
  const signedIn = await signIn(url, login, PASSWORD);
  if (signedIn === null) throw new Error(`${login} is not let in: ${JSON.stringify(made.body)}`);
  return signedIn;
}

/** Files, such as CSV, come as text. */
export async function bodyOf(answer: Response): Promise<unknown> {
  const isJson = /^application\/json\b/.test(answer.headers.get('content-type') ?? '');
  return isJson ? answer.json() : answer.text();
}
