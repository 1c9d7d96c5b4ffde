/** Answers in a card on a phone and in the form of a rule. Ticks on return, through the real server. */
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { attend, newKey, type Operator } from '../../packages/server/test/chat-client.ts';
import { closeChat, dialog, log, message, openChat, send, write } from './stage.ts';
import { setWhole } from './whole.ts';

const whole = setWhole();
const INVITED = 'Jivo auto-goal: auto-invite to chat';
const BY_HAND = 'Jivo auto-goal: manual invitation to chat';

let closing: (() => Promise<unknown>)[] = [];
/** Those whose page is closed are counted. */
const leave = async (): Promise<void> => {
  for (const close of closing.splice(0)) await close();
  await whole.server.flushed();
};
afterEach(leave);

async function arrive(
  counter: number,
  { phone }: { readonly phone: boolean },
): Promise<{ page: Page; operator: Operator }> {
  const { console: operator } = await attend(whole.server.url, whole.server.token);
  const context = await whole.visitor(phone, true);
  closing = [() => context.close(), () => operator.close()];
  const page = await context.newPage();
  await page.goto(whole.pageOf(counter));
  await openChat(page).waitFor();
  return { page, operator };
}

const answer = async (page: Page): Promise<void> => {
  await message(page).fill('Yes please');
  await send(page).click();
  await log(page).getByText('Sent', { exact: true }).waitFor();
};

describe('in the card of a phone', () => {
  it.each([
    ['the answer', (page: Page) => answer(page)],
    [
      'the answer, and then the button',
      async (page: Page) => {
        await answer(page);
        await closeChat(page).tap();
        await openChat(page).tap();
        await write(page, 'Are you there?');
      },
    ],
    [
      'the button, and then the answer, on another page',
      async (page: Page) => {
        await openChat(page).tap();
        await page.goto(page.url().replace('/?', '/next?'));
        await openChat(page).tap();
        await log(page).getByText('Can I help you?').waitFor();
        await answer(page);
      },
    ],
  ])('[S6, C22, C25] counts once: %s', async (_name, play) => {
    const counter = await whole.counterWithChat();
    await whole.addRule(counter, { texts: ['Can I help you?'] });
    const { page } = await arrive(counter, { phone: true });
    await log(page).getByText('Can I help you?').waitFor();
    await play(page);
    await leave();
    expect(await whole.reached(counter)).toEqual({ [INVITED]: [1, 1, 1] });
  });

  it('[S6, C25] a tap alone counts in a tab that was open before another one showed the invitation', async () => {
    const counter = await whole.counterWithChat();
    await whole.addRule(counter, {
      texts: ['Can I help you?'],
      conditions: [{ on: 'page_url', op: 'contains', value: '/next' }],
    });
    const { page } = await arrive(counter, { phone: true });
    const other = await page.context().newPage();
    await other.goto(whole.pageOf(counter, '/next'));
    await log(other).getByText('Can I help you?').waitFor();
    await page.bringToFront();
    const accepted = page.evaluate(
      `new Promise((done) => goalpost.chat.on('invitation-accepted', () => done('accepted')))`,
    );
    await openChat(page).tap();
    await log(page).getByText('Can I help you?').waitFor();
    expect(await accepted).toBe('accepted');
    await leave();
    expect(await whole.reached(counter)).toEqual({ [INVITED]: [1, 1, 1] });
  });

  it('[S7, C21] an operator who wrote first is answered', async () => {
    const counter = await whole.counterWithChat();
    const { page, operator } = await arrive(counter, { phone: true });
    const here = await operator.next(
      'people',
      (news) => news.counterId === counter && news.changed.length > 0,
    );
    const visitor = here.changed[0]?.visitor ?? '';
    operator.send({ type: 'invite', counterId: counter, visitor, key: newKey(), text: 'Hello there' });
    await log(page).getByText('Hello there').waitFor();
    await answer(page);
    await leave();
    expect(await whole.reached(counter)).toEqual({ [BY_HAND]: [1, 1, 1] });
  });
});

describe('an invitation by a rule, and an operator’s over it', () => {
  const inviteOver = async (page: Page, operator: Operator, counter: number): Promise<void> => {
    await log(page).getByText('Can I help you?').waitFor();
    const isHere = (news: { counterId: number; changed: readonly unknown[] }) =>
      news.counterId === counter && news.changed.length > 0;
    const here = await operator.next('people', isHere);
    const visitor = here.changed[0]?.visitor ?? '';
    operator.send({ type: 'invite', counterId: counter, visitor, key: newKey(), text: 'Size 42?' });
    await dialog(page).getByText('Size 42?').waitFor();
  };

  it('[S6, C82, C83] on a phone: the card says the newest words; tap and answer are one goal', async () => {
    const counter = await whole.counterWithChat();
    await whole.addRule(counter, { texts: ['Can I help you?'] });
    const { page, operator } = await arrive(counter, { phone: true });
    await inviteOver(page, operator, counter);
    await openChat(page).tap();
    await answer(page);
    await leave();
    expect(await whole.reached(counter)).toEqual({ [INVITED]: [1, 1, 1] });
  });

  it('[S7, C83] on a desktop both sides show both, in the order of time', async () => {
    const counter = await whole.counterWithChat();
    await whole.addRule(counter, { texts: ['Can I help you?'] });
    const { page, operator } = await arrive(counter, { phone: false });
    await inviteOver(page, operator, counter);
    await answer(page);
    const said = (await log(page).innerText()).split('\n');
    const places = ['Can I help you?', 'Size 42?', 'Yes please'].map((text) => said.indexOf(text));
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(places).not.toContain(-1);
    const told = operator.events.flatMap((event) => (event.type === 'message' ? [event.message] : []));
    expect(told.map(({ kind, seq }) => `${seq} ${kind}`)).toEqual(
      expect.arrayContaining(['1 invitation', '3 visitor']),
    );
    await leave();
    expect(await whole.reached(counter)).toEqual({ [BY_HAND]: [1, 1, 1] });
  });
});

it('[C42, S6] closing the window brings the next rule’s words, which stay, and are answered', async () => {
  const counter = await whole.counterWithChat();
  await whole.addRule(counter, { texts: ['Can I help you?'], priority: 9 });
  await whole.addRule(counter, { texts: ['Anything else?'] });
  const { page, operator } = await arrive(counter, { phone: false });
  await log(page).getByText('Can I help you?').waitFor();
  await answer(page);
  const asked = await operator.next('message', (told) => told.message.kind === 'visitor');
  operator.send({ type: 'close', conversationId: asked.message.conversationId });
  await log(page).getByText('This conversation is closed.').waitFor();
  await closeChat(page).click();
  await log(page).getByText('Anything else?').waitFor();
  await write(page, 'Yes, size 42');
  await log(page).getByText('Sent', { exact: true }).last().waitFor();
  await leave();
  // Both may be within a second, and count once then [G7].
  const { body } = await whole.api.call<{ conversations: { goal: string }[] }>(
    'GET',
    `/api/v1/counters/${counter}/chat/conversations`,
  );
  const accepted = 'Jivo_Proactive_invitation_accepted';
  expect(body.conversations.map(({ goal }) => goal)).toEqual([accepted, accepted]);
  expect(Object.keys(await whole.reached(counter))).toEqual([INVITED]);
});

it('[S5, C80] one message is one goal, though the page’s own code tells it, too, by a clock that is off', async () => {
  const counter = await whole.counterWithChat();
  const { console: operator } = await attend(whole.server.url, whole.server.token);
  const context = await whole.visitor(false, true);
  closing = [() => context.close(), () => operator.close()];
  await context.addInitScript(
    `(() => { const now = Date.now.bind(Date); Date.now = () => now() - 90_000 })()`,
  );
  const page = await context.newPage();
  await page.goto(whole.pageOf(counter));
  await page.waitForFunction(`window.yaCounter${counter} !== undefined`);
  await openChat(page).click();
  await write(page, 'Good day');
  await log(page).getByText('Sent', { exact: true }).waitFor();
  // As the callback of a site's own code tells it once more.
  await page.evaluate(
    `new Promise((done) => ym(${counter}, 'reachGoal', 'Jivo_Client_initiate_chat', done))`,
  );
  await leave();
  expect(await whole.reached(counter)).toEqual({ 'Jivo auto-goal: customer opened chat': [1, 1, 1] });
});

it('what is left in the form of a rule while somebody is online answers the invitation [C22]', async () => {
  const counter = await whole.counterWithChat();
  await whole.addRule(counter, { action: 'offline_form', texts: ['Tell us what you need'] });
  const { page, operator } = await arrive(counter, { phone: false });
  await log(page).getByText('Tell us what you need').waitFor();
  await dialog(page).getByRole('textbox', { name: 'E-mail' }).fill('ann@example.com');
  await message(page).fill('A red one');
  await send(page).click();
  await log(page).getByText('Sent', { exact: true }).waitFor();
  const { conversation } = await operator.next(
    'conversation',
    (told) => told.conversation.lastText === 'A red one',
  );
  expect(conversation).toMatchObject({ offline: false, contact: { email: 'ann@example.com' } });
  await leave();
  expect(await whole.reached(counter)).toEqual({ [INVITED]: [1, 1, 1] });
});

it('a visitor who comes back sees what the operator read meanwhile', async () => {
  const counter = await whole.counterWithChat();
  const { page, operator } = await arrive(counter, { phone: false });
  await openChat(page).click();
  await write(page, 'Are these in stock?');
  await log(page).getByText('Sent', { exact: true }).waitFor();
  const { message: asked } = await operator.next('message');
  const { conversationId, seq } = asked;
  await page.goto('about:blank');
  operator.send({ type: 'read', conversationId, seq });
  operator.send({ type: 'tags', conversationId, tags: ['seen'] });
  await operator.next('conversation', (told) => told.conversation.tags.includes('seen'));
  await page.goto(whole.pageOf(counter, '/next'));
  await log(page).getByText('Read', { exact: true }).waitFor();
  expect(await log(page).getByText('Are these in stock?').count()).toBe(1);
});
