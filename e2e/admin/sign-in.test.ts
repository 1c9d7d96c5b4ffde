import { afterAll, beforeAll, expect, it } from 'vitest';
import { createStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await createStage({ setup: true });
});
afterAll(() => stage[Symbol.asyncDispose]());

it('makes the owner from the one-time link, signs out and in again', async () => {
  const setup = new URL(stage.server.setupUrl ?? '');
  const page = await stage.open(setup.pathname + setup.search);
  await page.getByRole('textbox', { name: 'E-mail' }).fill('anna@shop.example');
  await page.getByLabel('Password', { exact: true }).fill('short');
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.getByText('At least 8 characters').nth(1).waitFor();
  await page.getByLabel('Password', { exact: true }).fill('long enough');
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.getByRole('heading', { name: 'Add your site' }).waitFor();

  await page.getByRole('button', { name: 'Your account' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('textbox', { name: 'E-mail' }).fill('anna@shop.example');
  await page.getByLabel('Password', { exact: true }).fill('not this one');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('alert').getByText('E-mail or password is not right.').waitFor();

  await page.getByLabel('Password', { exact: true }).fill('long enough');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Sites' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/counters');
});

it('says that the link works once', async () => {
  const setup = new URL(stage.server.setupUrl ?? '');
  const page = await stage.open(setup.pathname + setup.search);
  await page.getByRole('heading', { name: 'This set-up link is not valid any more' }).waitFor();
});

it('comes back to the page that was asked for', async () => {
  const page = await stage.open('/account');
  await page.getByRole('textbox', { name: 'E-mail' }).fill('anna@shop.example');
  await page.getByLabel('Password', { exact: true }).fill('long enough');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'API tokens' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/account');
});

it('makes a token, shows it once, and revokes it', async () => {
  const page = await stage.open('/account');
  await page.getByRole('textbox', { name: 'E-mail' }).fill('anna@shop.example');
  await page.getByLabel('Password', { exact: true }).fill('long enough');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Weekly report');
  await page.getByRole('button', { name: 'New token' }).click();
  const token = await page.getByLabel('Token', { exact: true }).textContent();
  const asked = () =>
    fetch(`${stage.server.url}/api/v1/me`, { headers: { authorization: `OAuth ${token}` } });
  expect((await asked()).status).toBe(200);

  await page.getByRole('button', { name: 'Revoke: Weekly report' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await page.getByText('No tokens yet.', { exact: false }).waitFor();
  expect((await asked()).status).not.toBe(200);
});
