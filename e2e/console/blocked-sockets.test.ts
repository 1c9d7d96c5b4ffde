/** An operator whose network lets no socket through: the console goes by plain requests, and loses nothing. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { untilOffline, visit } from '../../packages/server/test/chat-client.ts';
import { type Proxy, type Sockets, startProxy } from '../widget/proxy.ts';
import { answer, createConsoleStage, guest, log, ready, rowOf, type ConsoleStage } from './stage.ts';

let stage: ConsoleStage;
beforeAll(async () => {
  stage = await createConsoleStage();
});
afterAll(() => stage[Symbol.asyncDispose]());

let proxy: Proxy;
beforeEach(async () => {
  proxy = await startProxy(stage.server.url);
});
afterEach(() => proxy.close());

it.each<Sockets>([403, 502, 'swallowed', 'ended'])(
  '[C93, C94] sockets are %s: messages go both ways, once each and in order, and the operator counts as online',
  async (sockets) => {
    proxy.sockets = sockets;
    const counter = await stage.counter({ name: `Behind ${sockets}` });
    const page = await stage.open('/');
    await page.goto(`${proxy.url}/counter/${counter}/chat/inbox`);
    await ready(page);
    const anna = await guest(stage, counter);
    await anna.write('Is anybody there?');
    await rowOf(page, 'Is anybody there?').click();
    await log(page).getByText('Is anybody there?').waitFor();
    expect((await visit(stage.server.url, counter)).welcome.online).toBe(true);

    await answer(page, 'One');
    // The server has it, and the console is told nothing of that.
    proxy.loses = 'Two';
    await answer(page, 'Two');
    await anna.tab.next('message', ({ message }) => message.text === 'Two');
    await answer(page, 'Three');
    await anna.tab.next('message', ({ message }) => message.text === 'Three');
    expect(proxy.loses).toBeNull();
    const told = anna.tab.events.flatMap((event) =>
      event.type === 'message' && event.message.kind === 'operator' ? [event.message.text] : [],
    );
    expect(told).toEqual(['One', 'Two', 'Three']);
    await anna.write('Thanks');
    await log(page).getByText('Thanks').waitFor();
    expect(await log(page).getByText('Two', { exact: true }).count()).toBe(1);
  },
);

it('[C93] a console that is left is noticed by plain requests, too', async () => {
  proxy.sockets = 'swallowed';
  const counter = await stage.counter({ name: 'Left' });
  const page = await stage.open('/');
  await page.goto(`${proxy.url}/counter/${counter}/chat/inbox`);
  await ready(page);
  expect((await visit(stage.server.url, counter)).welcome.online).toBe(true);
  await page.goto('about:blank');
  await untilOffline(stage.server.url, counter);
});
