/** Nothing is lost on a bad network. Messages wait, are sent once, in order; the missed ones come [C2, C3, C7]. */
import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { holdClock } from '../browser.ts';
import { dialog, log, openChat, setStage, write } from './stage.ts';

// What the browser itself says of a connection that fails is what these tests are about.
const stage = setStage(/WebSocket connection|net::ERR/);

describe('while there is no connection', () => {
  it('messages wait, and are then sent once, in order', async () => {
    const page = await stage.open();
    await openChat(page).click();
    await write(page, 'before');
    await log(page).getByText('Sent', { exact: true }).waitFor();
    stage.server.down = true;
    stage.server.cut();
    await page.getByText('No connection.').waitFor();
    for (const text of ['one', 'two', 'three']) await write(page, text);
    await expect.poll(() => log(page).getByText('Waiting to be sent').count()).toBe(3);
    stage.server.down = false;
    await page.evaluate("dispatchEvent(new Event('online'))");
    const frames = await stage.server.wait('message', 4);
    expect(frames.map(({ text }) => text)).toEqual(['before', 'one', 'two', 'three']);
    await log(page).getByText('Waiting to be sent').first().waitFor({ state: 'detached' });
    expect(stage.server.messages.map(({ text }) => text)).toEqual(['before', 'one', 'two', 'three']);
    await page.getByText('No connection.').waitFor({ state: 'hidden' });
  });

  it('they survive the page, and the next one sends them with the same keys', async () => {
    const page = await stage.open();
    await openChat(page).click();
    await write(page, 'before');
    stage.server.ignore = 'message';
    await write(page, 'lost answer');
    await write(page, 'never sent');
    const [, unanswered] = await stage.server.wait('message', 2);
    stage.server.ignore = null;
    await stage.open({ path: '/next', page });
    const frames = await stage.server.wait('message', 4);
    expect(frames.map(({ text }) => text)).toEqual(['before', 'lost answer', 'lost answer', 'never sent']);
    expect(frames[2]?.key).toBe(unanswered?.key);
    expect(stage.server.messages.map(({ text }) => text)).toEqual(['before', 'lost answer', 'never sent']);
  });

  it('[C7] what was said meanwhile is there on return', async () => {
    const page = await stage.open();
    await openChat(page).click();
    await write(page, 'Hi');
    await log(page).getByText('Sent', { exact: true }).waitFor();
    stage.server.down = true;
    stage.server.cut();
    await page.getByText('No connection.').waitFor();
    stage.server.says('one you missed');
    stage.server.says('another');
    stage.server.down = false;
    await page.evaluate("dispatchEvent(new Event('pageshow'))");
    await log(page).getByText('one you missed').waitFor();
    await log(page).getByText('another').waitFor();
    const hellos = await stage.server.wait('hello', 2);
    expect(hellos.at(-1)).toMatchObject({
      lastSeq: 1,
      conversationId: stage.server.messages[0]?.conversationId,
    });
  });
});

describe('says so', () => {
  const said = (page: Page) =>
    page.getByRole('status').filter({ hasText: 'No connection. Messages will be sent when it is back.' });

  it('as soon as the browser knows of no network, and claims no more that anybody is there', async () => {
    const page = await stage.open();
    await openChat(page).click();
    await dialog(page).getByText('We are online').waitFor();
    await page.context().setOffline(true);
    await said(page).waitFor();
    await dialog(page).getByText('No connection', { exact: true }).waitFor();
    expect(await dialog(page).getByText('We are online').count()).toBe(0);
    await page.context().setOffline(false);
    await said(page).waitFor({ state: 'detached' });
    await dialog(page).getByText('We are online').waitFor();
  });

  it('when a message is not stored for three seconds, and comes anew where nobody is at the other end', async () => {
    const page = await stage.newPage();
    await page.clock.install();
    await stage.open({ page });
    await openChat(page).click();
    await dialog(page).getByText('We are online').waitFor();
    stage.server.ignore = 'message';
    await holdClock(page);
    await write(page, 'Is anybody there?');
    await stage.server.wait('message');
    await page.clock.runFor(2_000);
    expect(await said(page).count()).toBe(0);
    await page.clock.runFor(1_500);
    await said(page).waitFor();
    expect(await dialog(page).getByText('We are online').count()).toBe(0);
    stage.server.ignore = null;
    stage.server.deaf = true;
    await page.clock.runFor(30_000);
    stage.server.deaf = false;
    await page.clock.resume();
    await stage.server.wait('message', 2);
    await said(page).waitFor({ state: 'detached' });
    expect(stage.server.messages).toHaveLength(1);
  });
});

it('a message that the server forgot is sent again, by the same key', async () => {
  const page = await stage.newPage();
  await page.clock.install();
  await stage.open({ page });
  await openChat(page).click();
  stage.server.ignore = 'message';
  await write(page, 'Forgotten');
  const [first] = await stage.server.wait('message');
  stage.server.ignore = null;
  // It answers heartbeats all the while.
  await page.clock.runFor(14_000);
  const [, second] = await stage.server.wait('message', 2);
  expect(second?.key).toBe(first?.key);
  await log(page).getByText('Sent', { exact: true }).waitFor();
});

it('a visitor who waits is connected again within five seconds of the server’s return, and at once where they write', async () => {
  const page = await stage.newPage();
  await page.clock.install();
  await stage.open({ page });
  await openChat(page).click();
  await write(page, 'Hi');
  await log(page).getByText('Sent', { exact: true }).waitFor();
  const fail = async () => {
    stage.server.down = true;
    stage.server.cut();
    await page.getByText('No connection.').waitFor();
    for (let tries = 0; tries < 8; tries++) {
      const failed = page.waitForEvent('console', (said) => said.text().includes('WebSocket connection'));
      await page.clock.runFor(5_000);
      await failed;
      // The page has heard of it, too, and waits again.
      await page.evaluate(
        'new Promise((done) => { const { port1, port2 } = new MessageChannel(); port1.onmessage = done; port2.postMessage(0) })',
      );
    }
    stage.server.down = false;
  };
  await fail();
  await page.clock.runFor(5_000);
  await stage.server.wait('hello', 2);
  await page.getByText('No connection.').waitFor({ state: 'detached' });
  await fail();
  // The page's clock stands still now: what waited for it would not come.
  await holdClock(page);
  await write(page, 'Still there?');
  await stage.server.wait('hello', 3);
});

describe('a tab that slept', () => {
  it.each(['frozen', 'active'] as const)(
    'has all that came meanwhile as soon as it is back: %s',
    async (state) => {
      const page = await stage.open();
      await openChat(page).click();
      await write(page, 'Hi');
      await log(page).getByText('Sent', { exact: true }).waitFor();
      const session = await page.context().newCDPSession(page);
      await session.send('Page.setWebLifecycleState', { state });
      stage.server.cut();
      for (let count = 1; count <= 3; count++) stage.server.says(`Missed ${count}`);
      await session.send('Page.setWebLifecycleState', { state: 'active' });
      await log(page).getByText('Missed 3', { exact: true }).waitFor();
      const missed = await log(page).locator('.msg p').allTextContents();
      expect(missed.slice(1)).toEqual(['Hi', 'Missed 1', 'Missed 2', 'Missed 3']);
    },
  );

  it('asks for nothing where the silence was long: it comes anew at once', async () => {
    const page = await stage.newPage();
    await page.clock.install();
    await stage.open({ page });
    await openChat(page).click();
    await write(page, 'Hi');
    await log(page).getByText('Sent', { exact: true }).waitFor();
    // As after a sleep of the machine: the clock has gone on, and no timer has run.
    await page.clock.setSystemTime(Date.now() + 3_600_000);
    const before = stage.server.frames.filter(({ type }) => type === 'hello').length;
    await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    const hellos = await stage.server.wait('hello', before + 1);
    expect(hellos.at(-1)).toMatchObject({ lastSeq: 1 });
    stage.server.says('Welcome back');
    await log(page).getByText('Welcome back').waitFor();
  });

  it('waits no second where it hears only on waking that its connection is gone', async () => {
    const page = await stage.newPage();
    await page.clock.install();
    await stage.open({ page });
    await openChat(page).click();
    await write(page, 'Hi');
    await log(page).getByText('Sent', { exact: true }).waitFor();
    await page.evaluate("document.dispatchEvent(new Event('resume'))");
    // The page's clock stands still: what would wait for a timer would not come.
    await holdClock(page);
    await page.evaluate("document.dispatchEvent(new Event('resume'))");
    const before = stage.server.frames.filter(({ type }) => type === 'hello').length;
    stage.server.cut();
    await stage.server.wait('hello', before + 1);
  });
});

it('a message that is refused says so, and those after it go on', async () => {
  const page = await stage.open();
  await openChat(page).click();
  stage.server.ignore = 'message';
  await write(page, 'refused');
  await write(page, 'next');
  const [frame] = await stage.server.wait('message');
  stage.server.ignore = null;
  stage.server.tell({ type: 'refused', reason: 'too_long', key: frame?.key ?? null });
  await log(page).getByText('Not sent. Too long').waitFor();
  const frames = await stage.server.wait('message', 2);
  expect(frames.at(-1)?.text).toBe('next');
  await log(page).getByRole('button', { name: 'Try again' }).waitFor();
  // Anyone who may not write here is not told to try.
  stage.server.ignore = 'message';
  await write(page, 'blocked');
  const last = (await stage.server.wait('message', 3)).at(-1);
  stage.server.tell({ type: 'refused', reason: 'blocked', key: last?.key ?? null });
  await log(page).getByText('Not sent. You cannot write here.').waitFor();
  expect(await log(page).getByRole('button', { name: 'Try again' }).count()).toBe(1);
});

it('a server that turns the page away is left alone', async () => {
  const page = await stage.open();
  await page.clock.install();
  stage.server.tell({ type: 'refused', reason: 'disabled', key: null });
  stage.server.end(4404);
  await page.waitForFunction('true');
  await page.clock.runFor(120_000);
  expect(stage.server.frames.filter(({ type }) => type === 'hello')).toHaveLength(1);
});

it('[C4] two new tabs at once are one visitor', async () => {
  const page = await stage.open();
  await page.evaluate("localStorage.setItem('_gp.chat.77.secret', JSON.stringify('of-another-tab'))");
  stage.server.frames.length = 0;
  // As if this tab had said hello before the other one was welcomed.
  stage.server.tell({
    type: 'welcome',
    secret: 'too-late',
    settings: stage.server.settings,
    online: true,
    conversation: null,
    messages: [],
    rules: [],
    contact: {},
    visitorNumber: 0,
  });
  const [hello] = await stage.server.wait('hello');
  expect(hello?.secret).toBe('of-another-tab');
});
