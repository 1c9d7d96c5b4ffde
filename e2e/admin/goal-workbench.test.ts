import { afterAll, beforeAll, expect, it } from 'vitest';
import { axeFaults } from './axe.ts';
import { createStage, type Stage } from './stage.ts';
import { newVisitorId, reach, sendHit } from '../path/wire.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await createStage();
});
afterAll(() => stage[Symbol.asyncDispose]());

async function sendOrders(counter: number): Promise<void> {
  for (const identifier of ['order_sent', 'order_sent', 'order_opened']) {
    const visitor = newVisitorId();
    const pageRef = 'https://www.google.com/';
    await sendHit(stage.server.url, { counter, visitor, pageUrl: 'https://shop.example/cart', pageRef });
    await reach(stage.server.url, { counter, visitor }, identifier);
  }
  await stage.server.flushed();
}

it('[G63] shows what a goal would have counted while it is typed, and while it is edited', async () => {
  const counter = await stage.api.createCounter();
  await sendOrders(counter);
  const page = await stage.openSignedIn(`/counter/${counter}/goals/new`);
  const preview = page.getByRole('region', { name: 'Preview' });
  const status = preview.getByRole('status');
  await preview.getByText('Fill in the goal').waitFor();
  await page.getByRole('textbox', { name: 'Event identifier' }).fill('order_sent');
  await status.getByText('Would have been completed 2 times in the last 28 days').waitFor();
  expect(await preview.getByRole('row').count()).toBe(3);
  const row = preview.getByRole('row', { name: /order_sent/ }).first();
  expect(await row.textContent()).toContain('shop.example');
  expect(await row.textContent()).toContain('Search engines');
  expect(await axeFaults(page)).toEqual([]);
  await preview.getByText('7 days').click();
  await status.getByText('2 times in the last 7 days').waitFor();
  await page.getByRole('textbox', { name: 'Event identifier' }).fill('never');
  await status.getByText('Would not have been completed').waitFor();

  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Order');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('link', { name: 'Edit Order' }).click();
  await status.getByText('Would not have been completed').waitFor();
  await page.getByRole('textbox', { name: 'Event identifier' }).fill('order_opened');
  await status.getByText('Would have been completed 1 time in').waitFor();
});

it('says in Russian how often, with the right form of the word', async () => {
  const counter = await stage.api.createCounter();
  await sendOrders(counter);
  const page = await stage.openSignedIn(`/counter/${counter}/goals/new`, { locale: 'ru-RU', width: 390 });
  const preview = page.getByRole('region', { name: 'Предпросмотр' });
  await page.getByRole('textbox', { name: 'Идентификатор события' }).fill('order_sent');
  await preview.getByRole('status').getByText('достигалась бы 2 раза').waitFor();
});

it('[G65] makes a suggested goal with one click, and takes it back with another', async () => {
  const counter = await stage.api.createCounter();
  await sendOrders(counter);
  const page = await stage.openSignedIn(`/counter/${counter}/goals`);
  const suggestions = page.getByRole('region', { name: 'Suggestions' });
  const order = suggestions.getByRole('listitem').filter({ hasText: '2 events order_sent' });
  await order.getByRole('button', { name: 'Make goal', exact: true }).click();
  await suggestions.getByRole('status').getByText('counts from now on').waitFor();
  expect(await stage.api.goals(counter)).toMatchObject([
    { type: 'action', conditions: [{ type: 'exact', url: 'order_sent' }] },
  ]);
  await suggestions.getByRole('listitem').filter({ hasText: 'order_opened' }).waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await suggestions.getByRole('button', { name: 'Undo' }).click();
  await suggestions.getByRole('status').waitFor({ state: 'detached' });
  expect(await stage.api.goals(counter)).toEqual([]);
});

it('[G66] [G121] shows the hits of a browser in test mode, and why a goal was not reached', async () => {
  const counter = await stage.api.createCounter();
  await stage.api.call('POST', `/management/v1/counter/${counter}/goals`, {
    goal: { name: 'Order', type: 'action', conditions: [{ type: 'exact', url: 'order_sent' }] },
  });
  await stage.api.call('POST', `/management/v1/counter/${counter}/goals`, {
    goal: {
      name: 'Paid',
      type: 'step',
      steps: ['cart', 'paid'].map((url) => ({
        name: url,
        type: 'url',
        conditions: [{ type: 'contain', url }],
      })),
    },
  });
  const page = await stage.openSignedIn(`/counter/${counter}/goals`);
  await page.getByRole('button', { name: 'Test mode' }).click();
  const dialog = page.getByRole('dialog', { name: 'Test mode' });
  await dialog.getByText('Waiting for the first page').waitFor();
  const link = await dialog.getByRole('link', { name: 'Open the site' }).getAttribute('href');
  const visitor = newVisitorId();
  await sendHit(stage.server.url, { counter, visitor, pageUrl: link ?? '' });
  await reach(stage.server.url, { counter, visitor }, 'order_sent');
  await reach(stage.server.url, { counter, visitor }, 'order');
  await dialog.getByText('Order: reached').waitFor();
  // That of the landing page and that of the latest event: no more of them come.
  await dialog.getByText('No goal was reached.').nth(1).waitFor();
  const missed = dialog.getByRole('listitem').filter({ hasText: 'No goal was reached.' }).first();
  await missed.getByText('Why not: 2').click();
  await missed.getByText('order_sent does not fit').waitFor();
  const landed = dialog.getByRole('listitem').filter({ hasText: 'shop.example' }).last();
  await landed.getByText('Why not: 2').click();
  await landed.getByText('Page view cart does not fit', { exact: true }).waitFor();
  expect(await axeFaults(page)).toEqual([]);
});
