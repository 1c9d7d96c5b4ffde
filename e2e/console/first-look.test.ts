import { afterAll, beforeAll, expect, it } from 'vitest';
import { createConsoleStage, guest, log, PHONE, ready, rowOf, type ConsoleStage } from './stage.ts';

let stage: ConsoleStage;
beforeAll(async () => {
  stage = await createConsoleStage();
});
afterAll(() => stage[Symbol.asyncDispose]());

/** Each frame from the very first: whether the switch is seen, how it stands, and where the bell beside it is. */
function watchSwitch(): void {
  const seen: string[] = [];
  Object.assign(globalThis, { seen });
  const look = (): void => {
    const found = document.querySelector<HTMLInputElement>('[role=switch]');
    const visible = found?.checkVisibility({ visibilityProperty: true }) === true;
    const bell = document.querySelector('.gp-bell')?.getBoundingClientRect().left ?? null;
    if (bell !== null) seen.push(`${visible ? found.checked : 'none'} ${Math.round(bell)}`);
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

it.each([
  ['desktop', {}],
  ['phone', PHONE],
])('draws the switch only as it stands, and moves nothing: %s', async (_name, options) => {
  await stage.counter();
  const page = await stage.open('/sign-in', options);
  await page.addInitScript(watchSwitch);
  await page.goto(`${stage.server.url}/chat`);
  const online = page.getByRole('switch', { name: 'Online' });
  // At the first moment that it can be reached.
  await online.check();
  await page.waitForFunction(() => (globalThis as unknown as { seen: string[] }).seen.length > 20);
  const seen = await page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen);
  const states = new Set(seen.map((one) => one.split(' ')[0]));
  expect([...states].filter((state) => state !== 'none')).toEqual(['true']);
  expect(new Set(seen.map((one) => one.split(' ')[1])).size).toBe(1);
  await online.uncheck();
  await page.getByText('You are away').waitFor();
  await online.check();
  await page.getByText('You are away').waitFor({ state: 'detached' });
  await page.context().close();
});

it('Escape closes an open menu, and the conversation only then', async () => {
  const counter = await stage.counter();
  const visitor = await guest(stage, counter);
  await visitor.write('Is Escape safe?');
  const page = await stage.open('/chat');
  await rowOf(page, 'Is Escape safe?').click();
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Tags' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('menuitem', { name: 'Tags' }).waitFor({ state: 'detached' });
  await log(page).getByText('Is Escape safe?').waitFor();
  await page.keyboard.press('Escape');
  await log(page).waitFor({ state: 'detached' });
  await page.context().close();
});

it('[C10] keeps the end in sight and moves nothing when a picture comes late; says sizes', async () => {
  const counter = await stage.counter();
  const visitor = await guest(stage, counter);
  await visitor.write('A picture');
  const send = async (name: string, bytes: BodyInit): Promise<void> => {
    const answer = await fetch(`${stage.server.url}/chat/v1/files/${counter}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/octet-stream',
        'x-goalpost-file-name': name,
        'x-goalpost-chat-secret': visitor.secret,
      },
      body: bytes,
    });
    const { file } = (await answer.json()) as { file: { id: string } };
    const key = crypto.randomUUID();
    visitor.tab.send({ type: 'message', key, text: '', fileId: file.id });
    await visitor.tab.next('stored', (event) => event.key === key);
  };
  await send('order.txt', 'x'.repeat(44));
  for (let line = 0; line < 12; line++) await visitor.write(`Line ${line}`);
  await send('pixel.gif', Buffer.from('R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==', 'base64'));
  await visitor.write('The end');

  const page = await stage.open('/chat');
  await ready(page);
  const { promise: later, resolve: come } = Promise.withResolvers<void>();
  await page.route('**/chat/v1/files/**', async (route) => {
    await later;
    await route.continue();
  });
  await rowOf(page, 'The end').click();
  const picture = log(page).getByRole('img', { name: /pixel\.gif/ });
  await picture.waitFor();
  const height = async (): Promise<number> => (await picture.boundingBox())?.height ?? 0;
  const empty = await height();
  expect(empty).toBeGreaterThan(100);
  come();
  await page.waitForFunction(() => document.querySelector<HTMLImageElement>('.gp-picture img')?.complete);
  expect(await height()).toBe(empty);
  const beyond = () => log(page).evaluate((one) => one.scrollHeight - one.scrollTop - one.clientHeight);
  expect(await beyond()).toBeLessThan(2);
  // The box to answer in takes more room: the end stays above it.
  await page.getByRole('textbox', { name: 'Reply' }).fill('One\nTwo\nThree\nFour\nFive');
  await expect.poll(beyond).toBeLessThan(2);
  await log(page).getByText('44 B').waitFor();
  await page.context().close();
});

it('shows the chat’s line where it is turned on, until a page has shown the chat', async () => {
  const counter = await stage.api.createCounter();
  const page = await stage.open(`/counter/${counter}/settings`);
  const chat = page.getByRole('switch', { name: 'Chat on the site', exact: true });
  await chat.check();
  await page.getByText('No page has shown the chat yet').waitFor();
  await page.getByText(`/chat/widget.js?id=${counter}`).waitFor();
  expect(
    await chat.evaluate(
      (one) => document.getElementById(one.getAttribute('aria-describedby') ?? '')?.textContent,
    ),
  ).toMatch(/with the chat’s line see the button/);
  await guest(stage, counter);
  await page.getByText('No page has shown the chat yet').waitFor({ state: 'detached' });
  await page.context().close();
});

it('opens a site on the owner’s own machine without TLS', async () => {
  const counter = await stage.counter({ site2: { site: 'localhost:8080' } });
  const page = await stage.open(`/counter/${counter}/chat/inbox`);
  const link = page.getByRole('link', { name: 'Open localhost:8080' });
  expect(await link.getAttribute('href')).toBe('http://localhost:8080');
  await page.context().close();
});

it('tells a visitor’s story in the reader’s language', async () => {
  const counter = await stage.counter();
  const visitor = await guest(stage, counter);
  await visitor.write('Здравствуйте');
  await stage.server.flushed();
  const page = await stage.open('/chat', { locale: 'ru-RU' });
  await rowOf(page, 'Здравствуйте').click();
  // Which of the goals it is, is decided by who was online just now.
  await page.getByText(/^Автоцель Jivo: /).waitFor();
  await page.context().close();
});
