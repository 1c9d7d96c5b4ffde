import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newKey } from '../../packages/server/test/chat-client.ts';
import { heard, listen, type Heard } from './alerts.ts';
import { createConsoleStage, guest, log, ready, reply, rowOf, type ConsoleStage } from './stage.ts';

let stage: ConsoleStage;
beforeAll(async () => {
  stage = await createConsoleStage();
});
afterAll(() => stage[Symbol.asyncDispose]());

async function listening(counter: number): Promise<Page> {
  const page = await stage.open('/counters');
  await page.addInitScript(listen);
  await page.goto(`${stage.server.url}/counter/${counter}/chat/users`);
  await ready(page);
  // Browsers let a page sound only after someone has done something on it.
  await page.getByRole('searchbox', { name: 'Filter' }).click();
  return page;
}

it('rings and shows a notice by default; the notice leads to the conversation', async () => {
  const counter = await stage.counter({ name: 'Ringing' });
  const page = await listening(counter);
  const anna = await guest(stage, counter);
  anna.tab.send({ type: 'contact', contact: { name: '<b>Anna</b>' } });
  await anna.write('Is anybody there?');
  await page.waitForFunction(() => (window as unknown as { heard: Heard }).heard.notices.length > 0);
  expect(await heard(page)).toEqual({
    tones: 2,
    notices: [{ title: '<b>Anna</b>', body: 'Is anybody there?' }],
  });
  await page.waitForFunction(() => (window as unknown as { heard: Heard }).heard.isSilent());
  await page.evaluate(() => (window as unknown as { heard: Heard }).heard.notices[0]?.click());
  await log(page).getByText('Is anybody there?').waitFor();
});

it('is silent where both are switched off', async () => {
  const counter = await stage.counter({ name: 'Silent' });
  const page = await listening(counter);
  await page.getByRole('button', { name: 'Sound and notifications' }).click();
  for (const name of ['Sound', 'Desktop notifications'])
    await page.getByRole('switch', { name }).click({ force: true });
  await page.keyboard.press('Escape');
  const anna = await guest(stage, counter);
  await anna.write('Quietly');
  await page.getByRole('row').getByText('In a conversation').waitFor();
  await page.waitForFunction(() => /^\(\d+\) /.test(document.title));
  expect(await heard(page)).toEqual({ tones: 0, notices: [] });
});

it('blocks a visitor after asking, and lets them in again', async () => {
  const counter = await stage.counter({ name: 'Blocking' });
  const page = await stage.open(`/counter/${counter}/chat/inbox`);
  await ready(page);
  const anna = await guest(stage, counter);
  await anna.write('Buy my pills');
  await rowOf(page, 'Buy my pills').click();
  const more = page
    .getByRole('region', { name: 'Conversation', exact: true })
    .getByRole('button', { name: 'More' });
  await more.click();
  await page.getByRole('menuitem', { name: 'Block' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Block' }).click();
  await rowOf(page, 'Buy my pills').getByText('blocked').waitFor();
  const key = newKey();
  anna.tab.send({ type: 'message', key, text: 'More pills', fileId: null });
  expect((await anna.tab.next('refused', (event) => event.key === key)).reason).toBe('blocked');
  await more.click();
  await page.getByRole('menuitem', { name: 'Unblock' }).click();
  await rowOf(page, 'Buy my pills').getByText('blocked').waitFor({ state: 'detached' });
  await anna.write('Sorry');
  await log(page).getByText('Sorry').waitFor();
  await reply(page).waitFor();
});
