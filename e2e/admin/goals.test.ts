import { afterAll, beforeAll, expect, it } from 'vitest';
import { createStage, type Stage } from './stage.ts';
import { CHAT_GOAL, sendVisits } from './traffic.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await createStage();
});
afterAll(() => stage[Symbol.asyncDispose]());

it('adds, edits, deletes and restores a goal', async () => {
  const counter = await stage.api.createCounter();
  const page = await stage.openSignedIn(`/counter/${counter}/goals`);
  await page.getByRole('button', { name: 'New goal' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Give the goal a name').waitFor();
  await page.getByRole('textbox', { name: 'Name' }).fill('Order');
  await page.getByRole('textbox', { name: 'Event identifier' }).fill('order/sent');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('An identifier has none of').waitFor();
  await page.getByRole('textbox', { name: 'Event identifier' }).fill('order_sent');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('row', { name: /Order.*Event is order_sent/ }).waitFor();

  await page.getByRole('link', { name: 'Edit Order' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Order paid');
  await page.getByRole('textbox', { name: 'Value of one reach' }).fill('25');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('row', { name: /Order paid.*RUB|Order paid.*₽/ }).waitFor();

  await page.getByRole('button', { name: 'Make “Order paid” a favourite' }).click();
  await page.getByRole('button', { name: 'Take “Order paid” off the favourites' }).waitFor();

  await page.getByRole('button', { name: 'Delete Order paid' }).click();
  const dialog = page.getByRole('dialog');
  await expect.poll(() => dialog.textContent()).toContain('Restore');
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('heading', { name: 'No goals yet' }).waitFor();
  expect(await stage.api.goals(counter)).toEqual([]);

  await page.getByRole('link', { name: 'Deleted goals' }).click();
  await page.getByRole('button', { name: 'Restore Order paid' }).click();
  await page.getByRole('heading', { name: 'No deleted goals.' }).waitFor();
  const [goal] = await stage.api.goals(counter);
  expect(goal).toMatchObject({ name: 'Order paid', default_price: 25, is_favorite: 1, goal_source: 'user' });
});

it('[G14] shows a refusal of the server beside the field it names', async () => {
  const counter = await stage.api.createCounter();
  const page = await stage.openSignedIn(`/counter/${counter}/goals/new`);
  await page.getByText('Multi-step').click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Funnel');
  const step = page.getByRole('group', { name: 'Step 1' });
  await step.getByRole('combobox', { name: 'Kind' }).selectOption('action');
  await step.getByRole('textbox', { name: 'Event identifier' }).fill('Jivo_Client_initiate_chat');
  await page
    .getByRole('group', { name: 'Step 2' })
    .getByRole('textbox', { name: 'Page address' })
    .fill('/thanks');
  await page.getByRole('button', { name: 'Save' }).click();
  await page
    .getByText(/automatic goal/i)
    .first()
    .waitFor();
  expect(await stage.api.goals(counter)).toEqual([]);
});

it('[G9] shows an automatic goal by itself, and marks it', async () => {
  const counter = await stage.api.createCounter();
  const page = await stage.openSignedIn(`/counter/${counter}/goals`);
  await page.getByRole('heading', { name: 'No goals yet' }).waitFor();
  await sendVisits(stage, counter, { visits: 1, chats: 1 });
  const row = page.getByRole('row', { name: new RegExp(CHAT_GOAL) });
  await row.getByText('auto', { exact: true }).waitFor();
  expect(await row.textContent()).toContain('Jivo_Client_initiate_chat');

  await row.getByText('new', { exact: true }).waitFor();
  await page.getByText('1 goal made itself since you last looked').waitFor();
  await page.getByRole('button', { name: 'Keep it' }).click();
  await row.getByText('new', { exact: true }).waitFor({ state: 'detached' });
  await page.reload();
  await row.waitFor();
  expect(await row.getByText('new', { exact: true }).count()).toBe(0);
});

it('[G58] makes a goal of several conditions, and shows each fault at its field', async () => {
  const counter = await stage.api.createCounter();
  const page = await stage.openSignedIn(`/counter/${counter}/goals/new`);
  await page.getByText('Several conditions').click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Serious');
  await page.getByRole('radio', { name: 'all of the conditions, once a visit' }).check();
  const first = page.getByRole('group', { name: 'Condition 1' });
  await first.getByRole('textbox', { name: 'Page address' }).fill('/cart');
  const second = page.getByRole('group', { name: 'Condition 2' });
  await second.getByRole('combobox', { name: 'Kind' }).selectOption('number');
  await page.getByRole('button', { name: 'Save' }).click();
  await second.getByText('A whole number from 2').waitFor();
  await second.getByRole('textbox', { name: 'Page views in a visit' }).fill('3');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('row', { name: /Serious/ }).waitFor();
  const [goal] = await stage.api.goals(counter);
  expect(goal).toMatchObject({
    type: 'multi',
    all: [
      { type: 'url', conditions: [{ type: 'contain', url: '/cart' }] },
      { type: 'number', conditions: [], depth: 3 },
    ],
  });
});
