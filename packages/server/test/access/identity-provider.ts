/** For tests: a real identity provider (OpenID Connect) on a free port, whose people have the passwords they type. */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface IdentityProvider extends AsyncDisposable {
  readonly issuer: string;
  /** What it says of a person; by what they type as their name. */
  readonly people: Map<string, Readonly<Record<string, unknown>>>;
}

export const CLIENT = { id: 'goalpost', secret: 'a-secret-of-the-client' };

/** @param callback where it may send people back to */
export async function startIdentityProvider(callback: string): Promise<IdentityProvider> {
  const { default: Provider } = (await import('oidc-provider' as string)) as {
    default: new (issuer: string, settings: object) => { callback(): RequestListener };
  };
  const people: IdentityProvider['people'] = new Map();
  const listener: { now: RequestListener } = { now: (_request, response) => response.end() };
  // Longer than any pause of a busy machine: a connection that is closed in between is a fault of the test.
  const server = createServer({ keepAliveTimeout: 600_000 }, (request, response) =>
    listener.now(request, response),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [callback] }],
    claims: { email: ['email', 'email_verified'], profile: ['name', 'locale'] },
    findAccount: (_context: unknown, id: string) => ({
      accountId: id,
      claims: () => Promise.resolve({ sub: id, ...people.get(id) }),
    }),
    cookies: { keys: ['a key of the test'] },
  });
  listener.now = provider.callback();
  return {
    issuer,
    people,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A browser that follows redirects and fills in the provider's forms. */
export function createBrowser() {
  const cookies = new Map<string, string>();

  async function ask(url: string, form?: Readonly<Record<string, string>>): Promise<Response> {
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map((one) => one.join('=')).join('; ') },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '' || /expires=thu, 01 jan 1970|max-age=0/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return answer;
  }

  /** @returns the page of the server that the person ends at */
  async function signIn(start: string, login: string): Promise<string> {
    const home = new URL(start).origin;
    let url = start;
    let form: Readonly<Record<string, string>> | undefined;
    for (let hops = 0; hops < 20; hops++) {
      const answer = await ask(url, form);
      form = undefined;
      const location = answer.headers.get('location');
      if (location !== null) {
        url = new URL(location, url).href;
        if (url.startsWith(home) && !/^(?:\/stats)?\/api\//.test(url.slice(home.length)))
          return url.slice(home.length);
        continue;
      }
      const page = await answer.text();
      const [, prompt] = /name="prompt" value="(\w+)"/.exec(page) ?? [];
      const [, action] = /<form[^>]* action="([^"]+)"/.exec(page) ?? [];
      if (prompt === undefined || action === undefined) return `${answer.status}: ${page.slice(0, 300)}`;
      url = new URL(action, url).href;
      form = { prompt, login, password: 'whatever' };
    }
    return 'too many redirects';
  }
  return { ask, signIn };
}
