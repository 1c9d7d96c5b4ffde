/** Signing in by an identity provider, over the real server and a real provider. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readConfig } from '../../src/boot/config/reader.ts';
import { startServer, type TestServer } from '../start-server.ts';
import { CLIENT, createBrowser, startIdentityProvider, type IdentityProvider } from './identity-provider.ts';
import { freePort } from '../../src/kit/test-free-port.ts';

let provider: IdentityProvider;
let server: TestServer;
let counterId: number;

beforeAll(async () => {
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  provider = await startIdentityProvider(`${publicUrl}/api/auth/callback/oidc`);
  server = await startServer({
    environment: {
      GOALPOST_PORT: String(port),
      GOALPOST_PUBLIC_URL: publicUrl,
      GOALPOST_SECOND_FACTOR: 'required',
      GOALPOST_OIDC_ISSUER: provider.issuer,
      GOALPOST_OIDC_CLIENT_ID: CLIENT.id,
      GOALPOST_OIDC_CLIENT_SECRET: CLIENT.secret,
      GOALPOST_OIDC_DOMAINS: 'shop.example',
      GOALPOST_OIDC_ROLE: 'analyst',
      GOALPOST_OIDC_COUNTERS: 'all',
    },
  });
  const made = await fetch(`${server.url}/management/v1/counters`, {
    method: 'POST',
    headers: { authorization: `OAuth ${server.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ counter: { site2: { site: 'shop.example' } } }),
  });
  counterId = ((await made.json()) as { counter: { id: number } }).counter.id;
});
afterAll(async () => {
  await server.close();
  await provider[Symbol.asyncDispose]();
});

async function comeIn(login: string, claims: object, next = '/account') {
  provider.people.set(login, { ...claims });
  const browser = createBrowser();
  const at = await browser.signIn(`${server.url}/api/auth/sso?next=${encodeURIComponent(next)}`, login);
  const get = async (path: string) => (await browser.ask(server.url + path)).json() as Promise<object>;
  return { at, get };
}

it('[A54] an address that has an account comes in, again by the number alone', async () => {
  const email = server.owner.email;
  const { at, get } = await comeIn('ann', { email, email_verified: true });
  expect(at).toBe('/account');
  expect(await get('/api/v1/me')).toMatchObject({ login: email, second_factor_needed: false });
  const again = await comeIn('ann', { email: 'ann.has.moved@elsewhere.example', email_verified: true });
  expect(await again.get('/api/v1/me')).toMatchObject({ login: email });
});

it('[A55] a person of a domain of the settings gets an account and their role', async () => {
  const claims = { email: 'Zoe@shop.example', email_verified: true, name: 'Зоя' };
  const { get } = await comeIn('zoe', claims);
  expect(await get('/api/v1/me')).toMatchObject({ login: 'zoe@shop.example', name: 'Зоя' });
  expect(await get(`/management/v1/counter/${counterId}`)).toMatchObject({
    counter: { permission: 'analyst' },
  });
});

it.each([
  ['of another domain', { email: 'eve@evil.example', email_verified: true }, 'unknown'],
  ['of a domain that ends alike', { email: 'eve@notshop.example', email_verified: true }, 'unknown'],
  ['whose address is not verified', { email: 'bob@shop.example', email_verified: false }, 'unverified'],
  ['with the owner’s address, not verified', { email: 'owner@example.com' }, 'unverified'],
  ['without an address', {}, 'failed'],
])('[A54, A55] a person %s does not come in', async (name, claims, refusal) => {
  const { at, get } = await comeIn(`stranger ${name}`, claims);
  expect(at).toBe(`/sign-in?sso=${refusal}`);
  expect(await get('/api/v1/me')).toMatchObject({ code: 401 });
});

it('[A56] leads to no other server, and takes no answer that nobody asked for', async () => {
  const email = server.owner.email;
  expect((await comeIn('ann', { email, email_verified: true }, '//evil.example/x')).at).toBe('/');
  const answer = await createBrowser().ask(`${server.url}/api/auth/callback/oidc?code=x&state=y`);
  expect(answer.headers.get('location')).toBe(`${server.url}/sign-in?sso=failed`);
});

const GOOD = {
  GOALPOST_PUBLIC_URL: 'https://stats.example',
  GOALPOST_OIDC_ISSUER: 'https://id.example',
  GOALPOST_OIDC_CLIENT_ID: 'a',
  GOALPOST_OIDC_CLIENT_SECRET: 'b',
};

it.each([
  [{ GOALPOST_OIDC_ISSUER: 'id.example' }, 'GOALPOST_OIDC_ISSUER must be the address'],
  [{ GOALPOST_OIDC_ISSUER: 'http://id.example' }, 'GOALPOST_OIDC_ISSUER must be the address'],
  [{ GOALPOST_OIDC_CLIENT_ID: '' }, 'GOALPOST_OIDC_CLIENT_ID must be set too'],
  [{ GOALPOST_PUBLIC_URL: '' }, 'GOALPOST_PUBLIC_URL must be set too'],
  [{ GOALPOST_OIDC_DOMAINS: '@shop.example' }, 'GOALPOST_OIDC_DOMAINS must be domains'],
  [{ GOALPOST_OIDC_DOMAINS: 'shop.example' }, 'GOALPOST_OIDC_COUNTERS must be set too'],
  [{ GOALPOST_OIDC_ROLE: 'edit' }, 'GOALPOST_OIDC_ROLE is for people of GOALPOST_OIDC_DOMAINS'],
  [{ GOALPOST_OIDC_CLIENT_AUTH: 'none' }, 'GOALPOST_OIDC_CLIENT_AUTH must be basic or post'],
  [{ GOALPOST_OIDC_COUNTERS: 'most' }, 'GOALPOST_OIDC_COUNTERS must be numbers'],
])('[A56] a wrong setting is one sentence that names it: %o', (changes, sentence) => {
  const reading = readConfig({ ...GOOD, ...changes });
  expect(reading.ok ? [] : reading.problems.filter((one) => one.startsWith(sentence))).toHaveLength(1);
});
