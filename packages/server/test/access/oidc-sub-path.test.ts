/** Signing in by an identity provider, where the server lies below a path of another site. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freePort } from '../../src/kit/test-free-port.ts';
import { startServer, type TestServer } from '../start-server.ts';
import { CLIENT, createBrowser, startIdentityProvider, type IdentityProvider } from './identity-provider.ts';

let provider: IdentityProvider;
let server: TestServer;
let home: string;

beforeAll(async () => {
  const port = await freePort();
  home = `http://127.0.0.1:${port}/stats`;
  provider = await startIdentityProvider(`${home}/api/auth/callback/oidc`);
  server = await startServer({
    environment: {
      GOALPOST_PORT: String(port),
      GOALPOST_PUBLIC_URL: `${home}/`,
      GOALPOST_OIDC_ISSUER: provider.issuer,
      GOALPOST_OIDC_CLIENT_ID: CLIENT.id,
      GOALPOST_OIDC_CLIENT_SECRET: CLIENT.secret,
    },
  });
});
afterAll(async () => {
  await server.close();
  await provider[Symbol.asyncDispose]();
});

it('[A54] [A75] comes back below the path, to the page that was asked for', async () => {
  const { email } = server.owner;
  provider.people.set('ann', { email, email_verified: true });
  const browser = createBrowser();
  expect(await browser.signIn(`${home}/api/auth/sso?next=%2Faccount`, 'ann')).toBe('/stats/account');
  expect(await (await browser.ask(`${home}/api/v1/me`)).json()).toMatchObject({ login: email });
});

it('[A56] [A75] is turned away to the sign-in page below the path', async () => {
  provider.people.set('eve', { email: 'eve@elsewhere.example', email_verified: true });
  const at = await createBrowser().signIn(`${home}/api/auth/sso?next=%2Faccount`, 'eve');
  expect(at).toMatch(/^\/stats\/sign-in/);
});
