import { afterAll, beforeAll, expect, it } from 'vitest';
import { answer, createConsoleStage, guest, log, ready, reply, rowOf, type ConsoleStage } from './stage.ts';

let stage: ConsoleStage;
beforeAll(async () => {
  stage = await createConsoleStage();
});
afterAll(() => stage[Symbol.asyncDispose]());

const evil = '<img src=x onerror="window.hurt = 1">';

it('shows what the site says of the visitor, and their rating with its words', async () => {
  const counter = await stage.counter({ name: 'Facts' });
  const page = await stage.open(`/counter/${counter}/chat/inbox`);
  await ready(page);
  const anna = await guest(stage, counter, {
    url: 'https://shop.example/?utm_source=news&utm_campaign=autumn',
    referrer: 'https://mail.example/list',
  });
  await anna.write('Hello');
  anna.tab.send({ type: 'attributes', attributes: { plan: evil, orders: 7 } });
  anna.tab.send({
    type: 'custom',
    fields: [
      { title: 'Cart', content: '2 items', link: 'https://shop.example/cart/1' },
      { title: 'Bad', content: 'no link', link: 'javascript:alert(1)' },
    ],
  });
  anna.tab.send({ type: 'rate', rating: 4, comment: `Nice ${evil}` });
  await rowOf(page, 'Hello').click();
  const person = page.getByRole('complementary', { name: 'Visitor' });
  await person.getByText('Referrer: mail.example/list').waitFor();
  await person.getByText('orders').waitFor();
  await person.getByText('7', { exact: true }).waitFor();
  await person.getByText(evil, { exact: true }).waitFor();
  const link = person.getByRole('link', { name: '2 items' });
  expect(await link.getAttribute('href')).toBe('https://shop.example/cart/1');
  expect(await link.getAttribute('rel')).toContain('noopener');
  // Beside it only the way to all visits of this person.
  await expect.poll(() => person.getByRole('link').count()).toBe(2);
  await person.getByRole('img', { name: 'Rated 4 of 5' }).waitFor();
  await person.getByText(`Nice ${evil}`).waitFor();
  expect(await page.evaluate(() => 'hurt' in window)).toBe(false);
});

it('says under the last message read that it was seen', async () => {
  const counter = await stage.counter({ name: 'Seen' });
  const page = await stage.open(`/counter/${counter}/chat/inbox`);
  await ready(page);
  const anna = await guest(stage, counter);
  await anna.write('Where are you?');
  await rowOf(page, 'Where are you?').click();
  await answer(page, 'See https://shop.example/map, please');
  const { message } = await anna.tab.next('message', (event) => event.message.kind === 'operator');
  const told = log(page).getByRole('article').filter({ hasText: 'please' });
  const map = told.getByRole('link', { name: 'https://shop.example/map' });
  expect(await map.getAttribute('href')).toBe('https://shop.example/map');
  expect(await log(page).getByText('Seen').count()).toBe(0);
  anna.tab.send({ type: 'read', seq: message.seq });
  await told.getByText('Seen').waitFor();
  await page.reload();
  await told.getByText('Seen').waitFor();
  await anna.write('Thank you');
  await log(page).getByText('Thank you').waitFor();
  await log(page).getByText('Seen').waitFor({ state: 'detached' });
});

it('opens an earlier conversation to read, while the present one keeps its draft', async () => {
  const counter = await stage.counter({ name: 'Earlier' });
  const page = await stage.open(`/counter/${counter}/chat/inbox`);
  await ready(page);
  const anna = await guest(stage, counter);
  await anna.write('First matter');
  await rowOf(page, 'First matter').click();
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await anna.tab.next('closed');
  await anna.write('Second matter');
  await rowOf(page, 'Second matter').click();
  await log(page).getByText('Second matter').waitFor();
  await reply(page).fill('half a thought');
  const person = page.getByRole('complementary', { name: 'Visitor' });
  await person.getByRole('button', { name: /First matter/ }).click();
  const dialog = page.getByRole('dialog', { name: /Conversation of/ });
  await dialog.getByRole('log').getByText('First matter').waitFor();
  expect(await dialog.getByRole('textbox').count()).toBe(0);
  await dialog.getByRole('button', { name: 'Close' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(await reply(page).inputValue()).toBe('half a thought');
  await log(page).getByText('Second matter').waitFor();
});

it('says when visitors are told that nobody is there', async () => {
  const counter = await stage.counter({ name: 'Closed' });
  const page = await stage.open(`/counter/${counter}/chat/inbox`);
  await ready(page);
  await page.getByRole('switch', { name: 'Online' }).click({ force: true });
  await page.getByText('You are away').waitFor();
  await page.getByRole('button', { name: 'Go online' }).click();
  await ready(page);
  await page.getByText('You are away').waitFor({ state: 'detached' });
  // Hours that are over: yesterday's day of the week, in the middle of it.
  const yesterday = ((new Date(Date.now() - 86_400_000).getUTCDay() + 6) % 7) + 1;
  const hours = { timeZone: 'UTC', spans: [{ days: [yesterday], from: '11:00', to: '12:00' }] };
  await stage.api.call('PUT', `/api/v1/counters/${counter}/chat/settings`, {
    settings: { enabled: true, hours },
  });
  await page.reload();
  await page.getByText('Outside the working hours').waitFor();
});
