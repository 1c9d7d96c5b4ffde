/** The owner's webhooks, in a real browser and with a real receiver. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import {
  isSigned,
  startReceiver,
  type WebhookReceiver,
} from '../../packages/server/test/webhook-receiver.ts';
import { fits } from '../admin/fits.ts';
import { createConsoleStage, guest, PHONE, type ConsoleStage } from './stage.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let stage: ConsoleStage;
let receiver: WebhookReceiver;
beforeAll(async () => {
  stage = await createConsoleStage({ GOALPOST_WEBHOOKS_PRIVATE: '1' });
});
afterAll(() => stage[Symbol.asyncDispose]());
beforeEach(async () => {
  receiver = await startReceiver();
});
afterEach(() => receiver.close());

const open = (counter: number, options = {}) => stage.open(`/counter/${counter}/settings/chat`, options);
const webhooks = (page: Page) => page.getByRole('list', { name: 'Webhooks' }).getByRole('listitem');
const deliveries = (page: Page) => page.getByRole('list', { name: 'Deliveries' }).getByRole('listitem');

it('adds one, shows its secret once, tests it, shows what came of it, and removes it', async () => {
  const counter = await stage.counter();
  const page = await open(counter);
  await page.getByRole('heading', { name: 'No webhooks yet' }).waitFor();
  await page.getByRole('button', { name: 'Add a webhook' }).click();
  await page.getByRole('textbox', { name: 'Address', exact: true }).fill(`${receiver.url}/crm`);
  await page.getByRole('checkbox', { name: 'Chat changed' }).uncheck();
  await page.getByRole('checkbox', { name: 'Visitor changed' }).uncheck();
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  const secret = (await page.getByRole('group', { name: 'Secret' }).textContent()) ?? '';
  expect(secret).toMatch(/^whsec_[\w+/]{44}$/);
  await webhooks(page).getByText('Chat accepted · Chat finished · Offline message').waitFor();

  await webhooks(page).getByRole('button', { name: 'Test' }).click();
  expect(isSigned(await receiver.next(), secret)).toBe(true);
  await deliveries(page).getByText('Delivered', { exact: true }).waitFor();
  await deliveries(page).getByText('Delivered', { exact: true }).click();
  await deliveries(page).getByText('200 OK ok').waitFor();
  await deliveries(page).getByText('"event_name": "test"').waitFor();

  await page.reload();
  await webhooks(page).waitFor();
  expect(await page.getByText(secret).count()).toBe(0);
  await webhooks(page)
    .getByRole('button', { name: `Remove ${receiver.url}/crm` })
    .click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('heading', { name: 'No webhooks yet' }).waitFor();
  // What was sent stays to be read.
  await deliveries(page).getByText('Delivered', { exact: true }).waitFor();
});

it('shows a visitor’s words as text, and sends again what failed', async () => {
  const counter = await stage.counter();
  await stage.api.call('POST', `/api/v1/counters/${counter}/chat/webhooks`, {
    webhook: { url: `${receiver.url}/hook` },
  });
  receiver.answer = (_request, response) => response.writeHead(410).end('<b id="answered">gone</b>');
  const visitor = await guest(stage, counter);
  await visitor.write('<img src=x onerror="document.title=1">');
  await receiver.next();
  const page = await open(counter);
  const row = deliveries(page);
  await row.getByText('Not delivered').click();
  await row.getByText('410 Gone <b id="answered">gone</b>').waitFor();
  await row.getByText('The address says that it wants no more').waitFor();
  await row.getByText('"message": "<img src=x onerror=').waitFor();
  expect(await page.locator('#answered, details img').count()).toBe(0);
  receiver.answer = (_request, response) => response.end();
  await row.getByRole('button', { name: 'Send again' }).click();
  await receiver.next();
  await row.getByText('Delivered', { exact: true }).waitFor();
  await visitor.tab.close();
});

describe('says how to mend', () => {
  it('an address that is none, one that is there already, and no event', async () => {
    const counter = await stage.counter();
    const page = await open(counter);
    await page.getByRole('button', { name: 'Add a webhook' }).click();
    const address = page.getByRole('textbox', { name: 'Address', exact: true });
    const add = page.getByRole('button', { name: 'Add', exact: true });
    for (const wrong of ['', 'crm.example', 'ftp://crm.example/x', 'https:// x']) {
      await address.fill(wrong);
      await add.click();
      await page.getByText('Give a whole address that begins with https://').waitFor();
    }
    for (const box of await page.getByRole('group', { name: 'What it is told' }).getByRole('checkbox').all())
      await box.uncheck();
    await address.fill(receiver.url);
    await add.click();
    await page.getByText('Choose at least one').waitFor();
    await page.getByRole('checkbox', { name: 'Chat finished' }).check();
    await add.click();
    await webhooks(page).waitFor();
    await page.getByRole('button', { name: 'Add a webhook' }).click();
    await address.fill(receiver.url);
    await add.click();
    await page.getByText('There is a webhook with this address already').waitFor();
  });

  it('an address that nobody answers at', async () => {
    const counter = await stage.counter();
    await stage.api.call('POST', `/api/v1/counters/${counter}/chat/webhooks`, {
      webhook: { url: `${receiver.url}/hook` },
    });
    await receiver.close();
    const page = await open(counter, { locale: 'ru-RU' });
    await page.getByRole('button', { name: 'Проверить' }).click();
    const row = page.getByRole('list', { name: 'Доставки' }).getByRole('listitem');
    await row.getByText('Будет повтор').click();
    await row.getByText('Соединения там не принимают').waitFor();
    await row.getByText(/следующая: \d/).waitFor();
  });
});

it.each([
  ['a desktop', {}],
  ['a phone', PHONE],
])('has no fault of accessibility on %s, light and dark', async (_name, options) => {
  const counter = await stage.counter();
  await stage.api.call('POST', `/api/v1/counters/${counter}/chat/webhooks`, {
    webhook: { url: `${receiver.url}/hook` },
  });
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await open(counter, { ...options, colorScheme });
    await webhooks(page).getByRole('button', { name: 'Test' }).click();
    await deliveries(page).first().getByText('Delivered', { exact: true }).click();
    await page.getByRole('button', { name: 'Add a webhook' }).click();
    await page.evaluate(AXE);
    const found = (await page.evaluate(
      `axe.run('.gp-section:last-of-type').then(({ violations }) =>
        violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]))`,
    )) as unknown[];
    expect(found).toEqual([]);
    await fits(page);
  }
});
