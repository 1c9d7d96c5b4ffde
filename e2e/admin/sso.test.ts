/** Coming in by a real identity provider, and a second factor that the server requires: by clicking, as a person. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runCommand } from '../../packages/server/src/commands/index.ts';
import {
  CLIENT,
  startIdentityProvider,
  type IdentityProvider,
} from '../../packages/server/test/access/identity-provider.ts';
import { codeOf } from '../../packages/server/test/access/totp.ts';
import { createStage, type Stage } from './stage.ts';
import { freePort } from '../../packages/server/src/kit/test-free-port.ts';

let stage: Stage;
let provider: IdentityProvider;
let port: number;

beforeAll(async () => {
  port = await freePort();
  // Passkeys are for names, and so is what a person types.
  const publicUrl = `http://localhost:${port}`;
  provider = await startIdentityProvider(`${publicUrl}/api/auth/callback/oidc`);
  stage = await createStage({
    environment: {
      GOALPOST_PORT: String(port),
      GOALPOST_PUBLIC_URL: publicUrl,
      GOALPOST_SECOND_FACTOR: 'required',
      GOALPOST_OIDC_ISSUER: provider.issuer,
      GOALPOST_OIDC_CLIENT_ID: CLIENT.id,
      GOALPOST_OIDC_CLIENT_SECRET: CLIENT.secret,
      GOALPOST_OIDC_NAME: 'Acme',
    },
  });
});
afterAll(async () => {
  await stage[Symbol.asyncDispose]();
  await provider[Symbol.asyncDispose]();
});

const here = (path: string): string => `http://localhost:${port}${path}`;

async function visitor(path = '/sign-in'): Promise<Page> {
  const page = await stage.open('/healthz');
  await page.goto(here(path));
  return page;
}

async function byProvider(page: Page, login: string): Promise<void> {
  await page.getByRole('link', { name: 'Sign in with Acme' }).click();
  await page.getByPlaceholder('Enter any login').fill(login);
  await page.getByPlaceholder('and password').fill('whatever');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
}

it('[A54] comes in by the provider, to the page that was asked for, and needs no second factor here', async () => {
  provider.people.set('ann', { email: stage.server.owner.email, email_verified: true });
  const page = await visitor('/account');
  await byProvider(page, 'ann');
  await page.getByRole('heading', { name: 'API tokens' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/account');
});

it('[A55], [A56] says why the provider lets nobody in', async () => {
  provider.people.set('eve', { email: 'eve@evil.example', email_verified: true });
  provider.people.set('bob', { email: stage.server.owner.email, email_verified: false });
  const stranger = await visitor();
  await byProvider(stranger, 'eve');
  await stranger.getByText('Acme knows you, but you have no account here.').waitFor();
  const unverified = await visitor();
  await byProvider(unverified, 'bob');
  await unverified.getByText('Acme has not verified your e-mail address.').waitFor();
  const cancels = await visitor();
  await cancels.getByRole('link', { name: 'Sign in with Acme' }).click();
  await cancels.getByRole('link', { name: 'Cancel' }).click();
  await cancels.getByText('Signing in with Acme').waitFor();
});

async function byPassword(page: Page): Promise<void> {
  const { email, password } = stage.server.owner;
  await page.goto(here('/sign-in'));
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

async function withCode(page: Page, code: string): Promise<void> {
  await page.getByLabel('Code').fill(code);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

async function setUp(page: Page): Promise<{ uri: string; codes: readonly string[] }> {
  await page.getByText('This server asks everybody for one.').waitFor();
  // Nothing else is there.
  await page.goto(here('/counters'));
  await page.getByText('This server asks everybody for one.').waitFor();
  await page.getByRole('textbox', { name: 'Your password' }).fill(stage.server.owner.password);
  await page.getByRole('button', { name: 'Set up' }).click();
  const secret = await page.getByLabel('Key for the app').textContent();
  const uri = `otpauth://totp/x?secret=${secret?.trim() ?? ''}`;
  await page.getByLabel('Code', { exact: true }).fill('000000');
  await page.getByRole('button', { name: 'Switch on' }).click();
  await page.getByText('This code is not right').waitFor();
  await page.getByLabel('Code', { exact: true }).fill(codeOf(uri));
  await page.getByRole('button', { name: 'Switch on' }).click();
  const shown = await page.getByRole('group', { name: 'Recovery codes' }).textContent();
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await page
    .getByRole('heading', { name: /Sites|Add your site/ })
    .first()
    .waitFor();
  return { uri, codes: (shown ?? '').trim().split(/\s+/) };
}

it('[A50]–[A53], [A48] sets up what the server requires, is locked out by wrong codes, and let in again', async () => {
  const page = await visitor();
  await byPassword(page);
  const { codes } = await setUp(page);
  expect(codes.length).toBe(10);

  const other = await visitor();
  await byPassword(other);
  await withCode(other, codes[0] ?? '');
  await other
    .getByRole('heading', { name: /Sites|Add your site/ })
    .first()
    .waitFor();
  const third = await visitor();
  await byPassword(third);
  await withCode(third, codes[0] ?? '');
  await third.getByText('This code is not right, or was used already.').waitFor();

  // A guesser: the sign-in ends, and then the account rests.
  const refusal = third.getByRole('alert');
  for (let tries = 0; tries < 14 && !(await isResting(refusal)); tries++) {
    if ((await refusal.textContent())?.includes('Begin with the password again') === true) {
      await byPassword(third);
    }
    const told = third.waitForResponse((answer) => answer.url().includes('/two-factor/'));
    await withCode(third, '111111');
    await told;
    await refusal.waitFor();
  }
  await refusal.getByText('Too many wrong codes. Try again in a quarter of an hour.').waitFor();
  // The session that is there goes on.
  await other.goto(here('/account'));
  await other.getByRole('heading', { name: 'API tokens' }).waitFor();

  const said: string[] = [];
  const { dataDir, owner } = stage.server;
  const code = await runCommand(['user', 'second-factor-off', owner.email], {
    environment: { GOALPOST_DATA: dataDir, GOALPOST_PUBLIC_URL: here('') },
    say: (line) => void said.push(line),
    complain: (line) => void said.push(line),
    programs: { start: async () => undefined, demo: async () => undefined },
  });
  expect([code, said.join()]).toEqual([0, expect.stringContaining('signs in with the password alone now')]);
  const again = await visitor();
  await byPassword(again);
  await setUp(again);
});

const isResting = async (refusal: ReturnType<Page['getByRole']>): Promise<boolean> =>
  (await refusal.textContent())?.includes('quarter of an hour') === true;
