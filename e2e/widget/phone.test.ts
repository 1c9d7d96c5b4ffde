/** On a phone: the whole screen, what the keyboard leaves of it, and nothing cut off, however it is held. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { dialog, log, message, openChat, PHONE, send, setStage, write } from './stage.ts';

const stage = setStage();

/** A visual viewport in the test's hand: no browser shows a keyboard that is not there. */
const VIEWPORT = `<script>{
  const events = new EventTarget();
  const now = { width: innerWidth, height: innerHeight, offsetTop: 0, offsetLeft: 0, pageTop: 0, pageLeft: 0, scale: 1 };
  for (const name of Object.keys(now)) Object.defineProperty(events, name, { get: () => now[name] });
  Object.defineProperty(window, 'visualViewport', { value: events });
  window.keyboard = (height, offsetTop) => { Object.assign(now, { height, offsetTop }); events.dispatchEvent(new Event('resize')) };
}</script>`;

const calm = { ...PHONE, reducedMotion: 'reduce' } as const;
const held = (width: number, height: number) => ({ ...calm, viewport: { width, height } });

/** Texts and controls that reach over the edges of the window, or of what they stand in. */
const CUT = `(() => {
  const win = document.querySelector('goalpost-chat').shadowRoot.querySelector('.win');
  const edge = win.getBoundingClientRect();
  const shown = [...win.querySelectorAll('*')].filter((one) => one.getClientRects().length > 0 && !one.closest('.hid, svg, option'));
  const out = shown.filter((one) => { const { left, right } = one.getBoundingClientRect(); return left < edge.left - 0.5 || right > edge.right + 0.5 });
  const clipped = shown.filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX !== 'visible' && !one.matches('header b'));
  return [...out, ...clipped].map((one) => one.outerHTML.slice(0, 120));
})()`;
const cut = (page: Page): Promise<string[]> => page.evaluate(CUT);

describe('the keyboard', () => {
  it('does not hide where one writes, nor what was said last', async () => {
    const page = await stage.open({ context: calm, head: VIEWPORT });
    await openChat(page).tap();
    await message(page).tap();
    for (let count = 1; count <= 20; count++) stage.server.says(`Line ${count}`);
    await log(page).getByText('Line 20', { exact: true }).waitFor();
    await page.evaluate('keyboard(500, 40)');
    expect(await dialog(page).boundingBox()).toEqual({ x: 0, y: 40, width: 390, height: 500 });
    for (const one of [message(page), send(page), log(page).getByText('Line 20', { exact: true })]) {
      const box = await one.boundingBox();
      expect(box?.y).toBeGreaterThan(40);
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(540);
    }
    await page.evaluate('keyboard(844, 0)');
    expect(await dialog(page).boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 });
  });

  it('leaves the form for when nobody is there to be scrolled to its end', async () => {
    stage.server.online = false;
    const page = await stage.open({ context: calm, head: VIEWPORT });
    await openChat(page).tap();
    await page.evaluate('keyboard(320, 0)');
    await message(page).fill('Please call');
    await send(page).tap();
    await stage.server.wait('offline');
  });
});

describe.each([
  ['upright', 390, 844],
  ['lying', 844, 390],
  ['small', 320, 568],
])('%s', (_name, width, height) => {
  it.each(['en', 'ru'])('fills the screen, and nothing is cut off: %s', async (language) => {
    const isRussian = language === 'ru';
    const title = isRussian ? 'Магазин электрооборудования и освещения' : 'The shop of everything electrical';
    const departments = [
      { id: 'a', name: isRussian ? 'Послепродажное обслуживание' : 'After-sales service' },
      { id: 'b', name: isRussian ? 'Доставка и возвраты' : 'Delivery and returns' },
    ];
    stage.server.settings = { ...stage.server.settings, language, title, departments };
    stage.server.departments = ['b'];
    const page = await stage.open({ context: held(width, height), lang: language });
    await page.locator('goalpost-chat .launch').tap();
    const win = page.getByRole('dialog');
    expect(await win.boundingBox()).toEqual({ x: 0, y: 0, width, height });
    expect(await cut(page)).toEqual([]);
    await win.getByText(departments[0]?.name ?? '').tap();
    await win.locator('form.off').waitFor();
    expect(await cut(page)).toEqual([]);
    await win.getByText(departments[1]?.name ?? '').tap();
    const input = win.getByRole('textbox', { name: isRussian ? 'Сообщение' : 'Message' });
    await input.fill('x'.repeat(200));
    expect(await cut(page)).toEqual([]);
    await input.press('Enter');
    await stage.server.wait('message');
    stage.server.says('https://shop.example/a-very-long-address-that-has-no-place-to-be-broken-at-all-in-it');
    await win.locator('form.ask').waitFor();
    expect(await cut(page)).toEqual([]);
    stage.server.tell({ type: 'closed' });
    await win.getByRole('button', { name: isRussian ? '3 из 5' : '3 of 5' }).tap();
    expect(await cut(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  });
});

it('the button and the card are where they are seen on a page that is wider than the screen', async () => {
  stage.server.rules = [
    {
      id: 'rule-1',
      priority: 1,
      join: 'all',
      conditions: [{ on: 'time_on_page', seconds: 0 }],
      frequency: 'visit',
      action: 'message',
      author: 'Anna',
      text: 'Can I help you?',
      variant: 0,
      control: false,
    },
  ];
  const wide = '<div style="width:700px;height:3000px"></div>';
  const page = await stage.open({ context: calm, head: VIEWPORT, body: wide });
  await log(page).getByText('Can I help you?').waitFor();
  expect(await page.evaluate('innerWidth')).toBeGreaterThan(700);
  expect(await openChat(page).boundingBox()).toEqual({ x: 314, y: 768, width: 56, height: 56 });
  const card = await dialog(page).boundingBox();
  expect([(card?.x ?? 0) + (card?.width ?? 0), (card?.y ?? 0) + (card?.height ?? 0)]).toEqual([370, 752]);
  await page.evaluate('keyboard(700, 100)');
  expect((await openChat(page).boundingBox())?.y).toBe(724);
  await openChat(page).tap();
  expect(await dialog(page).boundingBox()).toMatchObject({ x: 0, y: 100, width: 390 });
});

it('the page behind is as it was when the window closes', async () => {
  const page = await stage.open({ context: calm, body: '<div style="height:3000px"></div>' });
  await page.evaluate('scrollTo(0, 700)');
  await openChat(page).tap();
  await write(page, 'Hi');
  await page.getByRole('button', { name: 'Close chat' }).tap();
  await dialog(page).waitFor({ state: 'hidden' });
  expect(await page.evaluate('scrollY')).toBe(700);
});
