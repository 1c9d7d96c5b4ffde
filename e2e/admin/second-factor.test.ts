/** A person sets up a second factor in the browser, and comes in with it. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { codeOf } from '../../packages/server/test/access/totp.ts';
import { createStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await createStage();
});
afterAll(() => stage[Symbol.asyncDispose]());

it('[A50] is set up with a QR code, asked for at the next sign-in, and switched off', async () => {
  const { owner } = stage.server;
  const page = await stage.open('/sign-in?next=%2Faccount');
  const signIn = async () => {
    await page.getByLabel('E-mail').fill(owner.email);
    await page.getByLabel('Password', { exact: true }).fill(owner.password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  };
  await signIn();
  const section = page.getByRole('region', { name: 'Second factor' });
  await section.getByLabel('Current password').fill(owner.password);
  await section.getByRole('button', { name: 'Set up' }).click();
  await page.getByRole('img', { name: 'QR code for the authenticator app' }).waitFor();
  const secret = await page.getByRole('group', { name: 'Key for the app' }).innerText();
  const code = () => codeOf(`otpauth://totp/x?secret=${secret}`);
  await page.getByLabel('Code', { exact: true }).fill(code());
  await page.getByRole('button', { name: 'Switch on' }).click();
  const codes = (await page.getByRole('group', { name: 'Recovery codes' }).innerText()).trim().split('\n');
  expect(codes).toHaveLength(10);
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await page.getByText('10 recovery codes are left.').waitFor();

  await page.context().clearCookies();
  await page.goto(`${stage.server.url}/sign-in?next=%2Faccount`);
  await signIn();
  await page.getByRole('heading', { name: 'One more step' }).waitFor();
  await page.getByLabel('Code', { exact: true }).fill('12345-wrong');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('alert').waitFor();
  await page.getByLabel('Code', { exact: true }).fill(codes[0] ?? '');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByText('9 recovery codes are left.').waitFor();

  await section.getByLabel('Current password').fill(owner.password);
  await section.getByRole('button', { name: 'Switch off' }).click();
  await section.getByRole('button', { name: 'Set up' }).waitFor();
});
