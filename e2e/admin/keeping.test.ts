/** How long each kind of data is kept, set by clicking: what is refused, would go, is kept then. */
import { RETENTION_KINDS, type Retention } from '@goalpost/contract/management';
import { afterAll, beforeAll, expect, it } from 'vitest';
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
  expect(Object.values(await kept())).toEqual(RETENTION_KINDS.map(() => null));

  for (const kind of RETENTION_KINDS) await number(kind).fill('90');
  await apply.click();
  const asked = page.getByRole('dialog', { name: 'Apply these periods?' });
  await asked.getByText('Nothing is older than that.').waitFor();
  await asked.getByRole('button', { name: 'Apply and remove' }).click();
  await page.getByText('Saved').waitFor();
  expect(Object.values(await kept())).toEqual(RETENTION_KINDS.map(() => ({ keep: 90, unit: 'day' })));
});
