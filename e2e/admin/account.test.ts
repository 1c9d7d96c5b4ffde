/** The account's own screens, as a person uses them: another e-mail address, and the audit log. */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { receiveMail, type MailReceiver } from '../../packages/server/test/mail-receiver.ts';
import { createStage, type Stage } from './stage.ts';

let stage: Stage;
let receiver: MailReceiver;
beforeAll(async () => {
  receiver = await receiveMail();
  stage = await createStage({
    environment: {
      GOALPOST_SMTP_URL: receiver.url,
      GOALPOST_MAIL_FROM: 'chat@goalpost.example',
      GOALPOST_PUBLIC_URL: 'http://stats.example',
    },
  });
});
afterAll(async () => {
  await stage[Symbol.asyncDispose]();
  await receiver.close();
});

it('[A64] takes another address by the link in the letter, and no sooner', async () => {
  const page = await stage.openSignedIn('/account');
  const form = page.getByRole('form', { name: 'E-mail address' });
  await form.getByLabel('Another address').fill('moved@example.com');
  await form.getByRole('textbox', { name: 'Confirm with your password' }).fill('not this one');
  await form.getByRole('button', { name: 'Send the link there' }).click();
  await form.getByText('The password is not right.').waitFor();
  await form.getByRole('textbox', { name: 'Confirm with your password' }).fill(stage.server.owner.password);
  await form.getByRole('button', { name: 'Send the link there' }).click();
  await page.getByText('A link is on its way to moved@example.com.').waitFor();
  const { text } = await receiver.next(({ to }) => to.includes('moved@example.com'));
  const link = new URL(/http:\/\/\S+\/new-address\?token=[\w-]+/.exec(text)?.[0] ?? '');
  // On another device, where no one is signed in.
  const other = await stage.open(link.pathname + link.search);
  await other.getByText(`${stage.server.owner.email} signs in with moved@example.com from now on.`).waitFor();
  await other.getByRole('button', { name: 'Change it' }).click();
  await other.getByRole('heading', { name: 'The address was changed' }).waitFor();
  await other.goto(new URL(link.pathname + link.search, other.url()).href);
  await other.getByRole('heading', { name: 'This link does not work any more' }).waitFor();
  await page.reload();
  await page.getByText('moved@example.com', { exact: true }).waitFor();
});

it('[A63] finds in the audit log, says where there is nothing, and gives a file', async () => {
  await stage.api.createCounter();
  const page = await stage.openSignedIn('/audit');
  const log = page.getByRole('list', { name: 'Audit log' });
  await log.getByText('Site: made').waitFor();
  await page.getByLabel('What about').selectOption({ label: 'E-mail address' });
  await log.getByText('Site: made').waitFor({ state: 'detached' });
  await log.getByText('E-mail address: accepted').waitFor();
  await page.getByLabel('Since').fill('2100-01-01');
  await page.getByRole('heading', { name: 'Nothing fits' }).waitFor();
  await page.getByRole('button', { name: 'Show all' }).click();
  await page.getByLabel('Person').fill('no such person');
  await page.getByRole('heading', { name: 'Nothing fits' }).waitFor();
  await page.getByLabel('Person').fill('example.com');
  await page.getByLabel('What about').selectOption({ label: 'Site' });
  await log.getByText('Site: made').waitFor();
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'JSON lines' }).click();
  const file = await downloading;
  expect(file.suggestedFilename()).toBe('audit.jsonl');
  const lines = (await readFile(await file.path(), 'utf8')).trimEnd().split('\n');
  expect(lines.map((line) => (JSON.parse(line) as { subject: string }).subject)).toEqual(['counter']);
});
