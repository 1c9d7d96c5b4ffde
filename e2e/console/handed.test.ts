/** A conversation among operators: what calls whom, and a closed one that goes on. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { attend, newKey } from '../../packages/server/test/chat-client.ts';
import { heard, listen, type Heard } from './alerts.ts';
import { colleague } from './colleague.ts';
import { createConsoleStage, guest, log, ready, reply, rowOf, type ConsoleStage } from './stage.ts';

let stage: ConsoleStage;
beforeAll(async () => {
  stage = await createConsoleStage();
});
afterAll(() => stage[Symbol.asyncDispose]());

/** Number before the page's title; 0 where there is none. */
const badge = (page: Page) => page.evaluate(() => Number(/^\((\d+)\) /.exec(document.title)?.[1] ?? 0));
const badgeIs = (page: Page, count: number) =>
  page.waitForFunction((n) => Number(/^\((\d+)\) /.exec(document.title)?.[1] ?? 0) === n, count);
const isBold = (page: Page, text: string) => rowOf(page, text).getAttribute('data-unread');

it('[C91] calls the operator whom it is handed to: sound, notice, badge, bold, on top', async () => {
  const counter = await stage.counter({ name: 'Handing over' });
  const page = await stage.open('/counters');
  await page.addInitScript(listen);
  await page.goto(`${stage.server.url}/counter/${counter}/chat/users`);
  await ready(page);
  await page.getByRole('searchbox', { name: 'Filter' }).click();
  const others = await badge(page);
  const owner = await attend(stage.server.url, stage.server.token);
  const boris = await (await colleague(stage, counter, 'Boris')).attend();
  const anna = await guest(stage, counter);
  await anna.write('Where is my order?');
  const { message } = await boris.next('message', (event) => event.message.text === 'Where is my order?');
  const { conversationId } = message;
  boris.send({ type: 'message', conversationId, key: newKey(), text: 'One moment', fileId: null });
  await badgeIs(page, others);
  const quiet = await heard(page);
  const me = owner.welcome.me.id;
  boris.send({ type: 'assign', conversationId, to: me, department: null });
  await badgeIs(page, others + 1);
  await page.waitForFunction(
    (before) => (window as unknown as { heard: Heard }).heard.notices.length > before,
    quiet.notices.length,
  );
  const loud = await heard(page);
  expect(loud.tones).toBeGreaterThan(quiet.tones);
  expect(loud.notices.at(-1)?.body).toBe('Boris handed this conversation to you');
  const newer = await guest(stage, counter);
  await newer.write('Just looking');
  const { message: last } = await boris.next('message', (event) => event.message.text === 'Just looking');
  boris.send({
    type: 'message',
    conversationId: last.conversationId,
    key: newKey(),
    text: 'Answered later',
    fileId: null,
  });
  await page.getByRole('link', { name: 'Inbox' }).click();
  const rows = page.getByRole('list', { name: 'Conversations' }).getByRole('button');
  await rows.first().getByText('handed to you').waitFor();
  expect(await rows.first().getAttribute('data-unread')).toBe('true');
  await rows.first().click();
  await badgeIs(page, others);
  await rows.getByText('handed to you').waitFor({ state: 'detached' });
});

it('[C90] keeps what an operator has not read, whoever else looks, and counts people', async () => {
  const counter = await stage.counter({ name: 'Unread' });
  const page = await stage.open(`/counter/${counter}/chat/inbox`);
  await ready(page);
  const before = await badge(page);
  const boris = await (await colleague(stage, counter, 'Berta')).attend();
  const [anna, clara] = [await guest(stage, counter), await guest(stage, counter)];
  await anna.write('First');
  await anna.write('First again');
  await clara.write('Second');
  await badgeIs(page, before + 2);
  const { message } = await boris.next('message', (event) => event.message.text === 'First again');
  boris.send({ type: 'read', conversationId: message.conversationId, seq: message.seq });
  await anna.tab.next('read', ({ seq }) => seq === message.seq);
  expect(await isBold(page, 'First again')).toBe('true');
  expect(await badge(page)).toBe(before + 2);
});

it('[C92] takes Close back at once, and reopens later', async () => {
  const counter = await stage.counter({ name: 'Reopening' });
  const page = await stage.open('/counters');
  // The offer lasts for ten seconds, which a busy machine may need to take it.
  await page.addInitScript(
    '{ const real = setTimeout; setTimeout = (run, ms, ...rest) => (ms === 10000 ? 0 : real(run, ms, ...rest)) }',
  );
  await page.goto(`${stage.server.url}/counter/${counter}/chat/inbox`);
  await ready(page);
  const anna = await guest(stage, counter);
  await anna.write('Too early');
  await rowOf(page, 'Too early').click();
  const tools = page.getByRole('region', { name: 'Conversation', exact: true });
  await tools.getByRole('button', { name: 'Close' }).click();
  await anna.tab.next('closed');
  await page.getByRole('button', { name: 'Undo' }).click();
  await anna.tab.next('message', ({ message }) => message.kind === 'system');
  await tools.getByRole('button', { name: 'Close' }).click();
  await tools.getByRole('button', { name: 'Reopen' }).click();
  await reply(page).fill('I am back');
  await page.keyboard.press('Enter');
  const told = await anna.tab.next('message', ({ message }) => message.kind === 'operator');
  expect(told.message.text).toBe('I am back');
  await log(page).getByText('I am back').waitFor();
});
