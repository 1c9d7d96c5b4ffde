/** From a number to the person: the visit log, the visitor's timeline, and back from the live feed. */
import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newVisitorId, reach, sendHit } from '../path/wire.ts';
import { axeFaults } from './axe.ts';
import { fits } from './fits.ts';
import { createStage, type Stage } from './stage.ts';
import { CHAT, CHAT_GOAL } from './traffic.ts';

const HOSTILE = '<img onerror>';
const SHOTS = process.env['GOALPOST_SHOTS'];

let stage: Stage;
let counter: number;
const visitor = newVisitorId();
beforeAll(async () => {
  stage = await createStage();
  counter = await stage.api.createCounter({ name: 'Shop' });
  const { server } = stage;
  await sendHit(server.url, {
    counter,
    visitor,
    pageUrl: 'https://shop.example/shoes',
    pageRef: 'https://www.google.com/',
  });
  await reach(server.url, { counter, visitor }, CHAT);
  await reach(server.url, { counter, visitor }, HOSTILE);
  await server.flushed();
});
afterAll(() => stage[Symbol.asyncDispose]());

it('[M110] [M113] leads from the log to all that a visitor did, as text', async () => {
  const page = await stage.openSignedIn(`/counter/${counter}/visits`);
  const row = page.getByRole('row').filter({ hasText: CHAT_GOAL });
  await row.waitFor();
  expect(await row.innerText()).toContain('/shoes');
  if (SHOTS) await shoot(page, 'visits');
  await row.getByRole('link').click();
  const list = page.getByRole('list', { name: 'Timeline' });
  await list.getByText(`Goal: ${CHAT_GOAL}`).waitFor();
  expect(await list.innerText()).toContain(HOSTILE);
  expect(page.url()).toContain(`/visitors/`);
  expect(await axeFaults(page)).toEqual([]);
  if (SHOTS) await shoot(page, 'visitor');
  await page.context().close();
});

it('leads from the live feed to the visitor', async () => {
  const page = await stage.openSignedIn(`/counter/${counter}/health`);
  await page
    .getByRole('link', { name: /^Visitor/ })
    .first()
    .click();
  await page.getByRole('list', { name: 'Timeline' }).waitFor();
  await page.context().close();
});

it.each(['999', 'nobody', '99999999999999999999999'])(
  'says in a sentence that nobody is there at the number "%s"',
  async (who) => {
    const page = await stage.openSignedIn(`/counter/${counter}/visitors/${who}`);
    await page.getByText('Nobody of this number was here').waitFor();
    await page.getByRole('link', { name: 'All visits' }).click();
    await page.getByRole('heading', { name: 'Visits', level: 1 }).waitFor();
    await page.context().close();
  },
);

it('does not scroll sideways on a phone, in Russian and in the dark', async () => {
  const page = await stage.openSignedIn(`/counter/${counter}/visits`, {
    width: 390,
    locale: 'ru-RU',
    colorScheme: 'dark',
  });
  await page.getByRole('row').filter({ hasText: '/shoes' }).getByRole('link').click();
  await page.getByRole('list', { name: 'История' }).waitFor();
  await fits(page);
  if (SHOTS) await shoot(page, 'visitor-phone');
  await page.goBack();
  await page.getByRole('row').filter({ hasText: '/shoes' }).waitFor();
  if (SHOTS) await shoot(page, 'visits-phone');
  await page.context().close();
});

async function shoot(page: Awaited<ReturnType<Stage['open']>>, name: string): Promise<void> {
  mkdirSync(SHOTS ?? '', { recursive: true });
  await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
}
