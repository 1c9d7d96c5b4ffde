/** Passkeys by clicking, with a device that Chromium plays: made, named, signed in by, removed. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await createStage();
});
afterAll(() => stage[Symbol.asyncDispose]());

/** As its person would reach it: passkeys are for names, not for addresses. */
const here = (path: string): string => new URL(path, stage.server.url.replace('127.0.0.1', 'localhost')).href;

/** A phone or laptop. */
async function deviceOf(page: Page) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    /** Whether the finger on it is its owner's. */
    isOwners: (isUserVerified: boolean) =>
      cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
    forgetAll: () => cdp.send('WebAuthn.clearCredentials', { authenticatorId }),
  };
}

async function signOut(page: Page): Promise<void> {
  await page.context().clearCookies();
  await page.goto(here('/sign-in'));
}

const signedIn = (page: Page) => page.waitForURL((url) => url.pathname !== '/sign-in');

it('[A69]–[A72] is made with the password, opens the sign-in page by itself, and no more once it is removed', async () => {
  const { owner } = stage.server;
  const page = await stage.open('/');
  await page.goto(here('/sign-in'));
  const device = await deviceOf(page);
  await page.getByLabel('E-mail').fill(owner.email);
  await page.getByRole('textbox', { name: 'Password' }).fill(owner.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await signedIn(page);

  await page.goto(here('/account'));
  const form = page.getByRole('form', { name: 'Add a passkey' });
  await form.getByLabel('What to call this device').fill('Laptop');
  const password = form.getByRole('textbox', { name: 'Prove it with your password' });
  const add = form.getByRole('button', { name: 'Add a passkey' });
  await password.fill('not this one');
  await add.click();
  await form.getByText('The password is not right.').waitFor();
  await password.fill(owner.password);
  await add.click();
  await page.getByText('Added. It opens the sign-in page from now on.').waitFor();
  const list = page.getByRole('list', { name: 'Passkeys' });
  await list.getByText('Laptop').waitFor();
  await list.getByText('not used yet').waitFor();
  // The device knows that it has one already.
  await password.fill(owner.password);
  await add.click();
  await page.getByText('No passkey was given').or(page.getByText('That did not work')).waitFor();
  expect(await list.getByRole('listitem').count()).toBe(1);

  await list.getByRole('button', { name: 'Rename: Laptop' }).click();
  await list.getByLabel('How it is called').fill('Work laptop');
  await list.getByRole('button', { name: 'Call it so' }).click();
  await list.getByText('Work laptop').waitFor();

  await signOut(page);
  await device.isOwners(false);
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await page.getByText('No passkey was given.').waitFor();
  await device.isOwners(true);
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await signedIn(page);
  await page.goto(here('/account'));
  await list.getByText('last used').waitFor();

  await list.getByRole('button', { name: 'Remove: Work laptop' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await page.getByText('None yet.').waitFor();
  await signOut(page);
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await page.getByText('This passkey is not known here.').waitFor();

  const { body } = await stage.api.call<{ entries: { subject: string; verb: string }[] }>(
    'GET',
    '/api/v1/audit?limit=50',
  );
  const told = body.entries.map(({ subject, verb }) => `${subject} ${verb}`);
  for (const what of ['passkey made', 'passkey changed', 'passkey deleted', 'sign_in failed'])
    expect(told).toContain(what);
  await device.forgetAll();
});

it('[A70], [A71] a device of another account, or an answer to another question, opens nothing', async () => {
  const { url } = stage.server;
  const { options } = (await (await fetch(`${url}/api/v1/passkeys/challenge`)).json()) as {
    options: { challenge: string; rpId: string; userVerification: string };
  };
  expect(options).toMatchObject({ rpId: 'localhost', userVerification: 'required' });
  const clientData = (challenge: string) =>
    Buffer.from(JSON.stringify({ type: 'webauthn.get', challenge, origin: 'http://localhost' })).toString(
      'base64url',
    );
  const answer = (id: string, challenge: string) =>
    fetch(`${url}/api/auth/sign-in/passkey`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url },
      body: JSON.stringify({
        response: {
          id,
          rawId: id,
          type: 'public-key',
          clientExtensionResults: {},
          response: { clientDataJSON: clientData(challenge), authenticatorData: 'AAAA', signature: 'AAAA' },
        },
      }),
    });
  for (const [id, challenge] of [
    ['unknown', options.challenge],
    ['unknown', 'made-up'],
  ] as const) {
    const refused = await answer(id, challenge);
    expect([refused.status, refused.headers.getSetCookie()]).toEqual([401, []]);
    expect(await refused.json()).toMatchObject({ errors: [{ error_type: 'unauthorized' }] });
  }
});
