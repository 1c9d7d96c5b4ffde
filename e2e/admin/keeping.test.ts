/** How long each kind of data is kept, set by clicking: what is refused, would go, is kept then. */
import { RETENTION_KINDS, type Retention } from '@goalpost/contract/management';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { until } from '../path/random-kills.ts';
import { newVisitorId, sendHit } from '../path/wire.ts';
import { createStage, type Stage } from './stage.ts';

const NAMES: Readonly<Record<(typeof RETENTION_KINDS)[number], string>> = {
  hits: 'Hits',
  visits: 'Visits',
  conversations: 'Conversations',
  files: 'Files of the chat',
  deliveries: 'Webhook deliveries and letters',
  logs: 'Audit log and receipts',
};

let stage: Stage;
let counter: number;
beforeAll(async () => {
  stage = await createStage();
  counter = await stage.api.createCounter({ name: 'Shop' });
});
afterAll(() => stage[Symbol.asyncDispose]());

it('[P18] no days and too many are refused at their field, and nothing is kept shorter by that', async () => {
  const page = await stage.openSignedIn(`/counter/${counter}/privacy`);
  const part = page.getByRole('region', { name: 'How long data are kept' });
  const apply = part.getByRole('button', { name: 'See what would go, then apply' });
  const number = (kind: keyof typeof NAMES) =>
    part.getByRole('textbox', { name: `${NAMES[kind]}: how many`, exact: true });
  for (const kind of RETENTION_KINDS) {
    await part.getByRole('combobox', { name: NAMES[kind], exact: true }).selectOption({ label: 'Days' });
    await number(kind).fill('0');
  }
  const noDays = part.getByText('nothing can be kept for 0 days');
  const refused = part.locator('input[aria-invalid=true]');
  await apply.click();
  // Of logs it is said that they are kept for 90 days at least.
  await expect.poll(() => noDays.count()).toBeGreaterThanOrEqual(RETENTION_KINDS.length - 1);
  expect(await refused.count()).toBe(RETENTION_KINDS.length);
  for (const kind of RETENTION_KINDS) await number(kind).fill('99999999');
  await apply.click();
  await expect.poll(() => noDays.count()).toBe(0);
  await expect.poll(() => refused.count()).toBe(RETENTION_KINDS.length);
  const kept = async () =>
    (await stage.api.call<Retention>('GET', `/api/v1/counters/${counter}/retention`)).body.retention;
  const periods = async () => {
    const all = await kept();
    return RETENTION_KINDS.map((kind) => all[kind]);
  };
  expect(await periods()).toEqual(RETENTION_KINDS.map(() => null));

  for (const kind of RETENTION_KINDS) await number(kind).fill('90');
  await apply.click();
  const asked = page.getByRole('dialog', { name: 'Apply these periods?' });
  await asked.getByText('Nothing is older than that.').waitFor();
  await asked.getByRole('button', { name: 'Apply and remove' }).click();
  await page.getByText('Saved').waitFor();
  expect(await periods()).toEqual(RETENTION_KINDS.map(() => ({ keep: 90, unit: 'day' })));
  expect((await kept()).sums).toBe(false);

  // [P43] Sums are chosen beside the periods, and need days enough for visits to grow.
  await part.getByRole('checkbox', { name: 'Keep sums of days whose hits and visits go' }).check();
  await number('visits').fill('3');
  await apply.click();
  await part.getByText('Sums need hits and visits that are kept for at least 4 days').waitFor();
  await number('visits').fill('90');
  await apply.click();
  await asked.getByText('Common reports of those days go on from their sums.').waitFor();
  await asked.getByRole('button', { name: 'Apply and remove' }).click();
  await expect.poll(async () => (await kept()).sums).toBe(true);
});

it('[M156] a screen says of which days it has sums, and which it lacks', async () => {
  let behind = 20 * 86_400_000;
  await using old = await createStage({ clock: { now: () => Date.now() - behind } });
  const { api, server } = old;
  const shop = await api.createCounter({ name: 'Old shop' });
  const look = async (): Promise<void> => {
    const et = Math.floor((Date.now() - behind) / 1_000);
    await sendHit(server.url, {
      counter: shop,
      visitor: newVisitorId(),
      et,
      pageUrl: 'https://shop.example/',
    });
  };
  await look();
  behind = 0;
  await look();
  const visits = async () => (await api.stat(shop, { metrics: 'ym:s:visits', date1: '29daysAgo' })).totals;
  await until(visits, [2]);
  const at = `/api/v1/counters/${shop}/retention`;
  const short = { keep: 4, unit: 'day' };
  await api.call('PUT', at, { retention: { hits: short, visits: short, sums: true } });
  await api.call('POST', `${at}/runs`);
  const states = async () => (await api.call<Retention>('GET', at)).body.runs.map(({ state }) => state);
  await until(states, ['done']);
  expect(await visits()).toEqual([2]);

  const page = await old.openSignedIn(`/counter/${shop}/report/tech_devices?period=30d`);
  const note = page.getByRole('note');
  await note.getByText('only sums of days are left: visitors of these days count anew each day').waitFor();
  await page.goto(`${server.url}/counter/${shop}/visits?period=30d`);
  await note.getByText('this answer is without them: it needs single visits and hits').waitFor();
  // What is asked of other days says nothing.
  await page.goto(`${server.url}/counter/${shop}/report/tech_devices?period=today`);
  await page.getByRole('table').first().waitFor();
  expect(await note.count()).toBe(0);
});
