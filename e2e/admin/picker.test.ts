/** Picking on the page, from the form of a goal to the real page and back. */
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { snippet } from '@goalpost/tag/snippet';
import { newVisitorId, sendHit } from '../path/wire.ts';
import { axeFaults } from './axe.ts';
import { HOME, serveHome } from './site-home.ts';
import { createStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await createStage();
});
afterAll(() => stage[Symbol.asyncDispose]());

const BODY = `<main><h1>Shop</h1><button id=menu name=open>Menu</button>
<form id=lead><p><label>Phone <input name=phone></label></p><button>Call me</button></form>
<form id=q73512><p><input name=q aria-label=Search></p><div role=button tabindex=0>Find <b>it</b></div></form></main>
<script nonce=n>addEventListener('click', () => { window.clicks = (window.clicks ?? 0) + 1 }); addEventListener('keydown', () => { window.keys = 1 }); addEventListener('submit', (event) => event.preventDefault())</script>`;

/** Serves the site, whose policy lets in the tag, pictures and nothing else. */
async function serveSite(context: BrowserContext, counter: number): Promise<void> {
  const { loader } = snippet(counter, `${HOME}/metrika/tag.js`);
  const policy = `default-src 'none'; script-src 'nonce-n' ${HOME}; img-src ${HOME}; form-action 'none'`;
  await serveHome(context, stage.server.url);
  await context.route('https://shop.example/**', (route) =>
    route.fulfill({
      contentType: 'text/html',
      headers: { 'content-security-policy': policy },
      body: `<!doctype html><html lang=en><meta name=viewport content="width=device-width"><title>Shop</title>${loader.replace('<script>', '<script nonce=n>')}<body>${BODY}`,
    }),
  );
}

/** Addresses of what the tag has told of elements, on this page. */
function toldOn(page: Page): string[] {
  const told: string[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url()).searchParams.get('page-url') ?? '';
    if (/^(btn|form):/.test(url)) told.push(url);
  });
  return told;
}

it('[G77] [G78] [G79] picks a form of the real page, and fills in the form of the goal', async () => {
  const counter = await stage.api.createCounter();
  const visitor = newVisitorId();
  await sendHit(stage.server.url, { counter, visitor, pageUrl: 'https://shop.example/' });
  await sendHit(stage.server.url, {
    counter,
    visitor,
    kind: 'ar:1',
    pageUrl: 'form://shop.example/?i=lead&n=&p=%23lead',
    pageRef: 'https://shop.example/',
  });
  await stage.server.flushed();
  const page = await stage.openSignedIn(`/counter/${counter}/goals/new`);
  await serveSite(page.context(), counter);
  await page.getByRole('radio', { name: 'Form submission' }).check();
  const [site] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('button', { name: 'Pick on the page' }).click(),
  ]);
  const told = toldOn(site);
  const picker = site.getByRole('dialog', { name: 'Pick a form' });
  await picker.waitFor();
  expect(await site.evaluate('window.opener')).toBeNull();

  // By the keyboard.
  await site.keyboard.press('ArrowDown');
  const status = picker.getByRole('status');
  await status.getByText('it fits 1 element. In the last 28 days it would have counted 1 event.').waitFor();
  expect(await picker.getByRole('radio').count()).toBe(2);
  expect(await picker.getByRole('textbox', { name: 'Value' }).inputValue()).toBe('lead');
  expect(await axeFaults(site)).toEqual([]);
  await shot(site, 'site');

  // By a click, of which the page and the tag hear nothing; an id made by a program is not proposed first.
  await site.getByText('Find').click({ force: true });
  await status.getByText('it would have counted 0 events').waitFor();
  expect(await picker.getByRole('radio').first().isChecked()).toBe(true);
  expect(await picker.getByRole('textbox').inputValue()).toBe('#q73512');
  await picker.getByRole('textbox').fill('#lead');
  await status.getByText('it fits 1 element. In the last 28 days it would have counted 1 event.').waitFor();
  expect(await site.evaluate('[window.clicks, window.keys]')).toEqual([undefined, undefined]);
  expect(told).toEqual([]);

  await picker.getByRole('button', { name: 'Use', exact: true }).click();
  await status.getByText('Taken.').waitFor();
  await site.close();
  await page.getByRole('status').filter({ hasText: 'Taken from the page.' }).waitFor();
  expect(
    await page
      .getByRole('textbox', { name: 'Value' })
      .or(page.locator('.gp-condition-value input'))
      .first()
      .inputValue(),
  ).toBe('#lead');
  const made = (await stage.api.goals(counter)).filter(({ goal_source: source }) => source !== 'auto');
  expect(made).toEqual([]);
  await page.getByRole('region', { name: 'Preview' }).getByText('completed 1 time').waitFor();
  // While the preview counts anew, what it shows is faint.
  await expect.poll(() => axeFaults(page)).toEqual([]);
  await shot(page, 'admin');
});

it('[G77] names buttons as the tag does, in Russian and on a phone', async () => {
  const counter = await stage.api.createCounter();
  const { body: link } = await stage.api.call<{ url: string; token: string }>(
    'POST',
    `/api/v1/counters/${counter}/picker`,
    { type: 'button', lang: 'ru' },
  );
  const site = await stage.open('/healthz', { width: 390, colorScheme: 'dark' });
  await serveSite(site.context(), counter);
  await site.goto(link.url);
  const picker = site.getByRole('dialog', { name: 'Выбор кнопки' });
  await picker.waitFor();
  const next = picker.getByRole('button', { name: 'Следующая' });
  const named: Record<string, string>[] = [];
  for (const _ of ['menu', 'call', 'find']) {
    await next.click();
    const ways = await picker.locator('.way').allTextContents();
    named.push(
      Object.fromEntries(
        ways.map((way) => [
          way.replace(/.*?(id|имя|текст|место на странице)(.*)/, '$1'),
          way.replace(/.*?(id|имя|текст|место на странице)/, ''),
        ]),
      ),
    );
  }
  await shot(site, 'phone');
  await picker.getByRole('button', { name: 'Закрыть' }).click();
  const told = toldOn(site);
  for (const selector of ['#menu', '#lead button', '[role=button]']) await site.locator(selector).click();
  await expect.poll(() => told.filter((url) => url.startsWith('btn:')).length).toBe(3);
  const sent = told
    .filter((url) => url.startsWith('btn:'))
    .map((url) => new URLSearchParams(url.slice(url.indexOf('?'))))
    .map((part) => ({
      id: part.get('i') ?? '',
      имя: part.get('n') ?? '',
      текст: part.get('t') ?? '',
      'место на странице': part.get('p') ?? '',
    }))
    .map((parts) => Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== '')));
  expect(named).toEqual(sent);

  // A forged link and one of another counter say so.
  const other = await stage.api.createCounter();
  await site.goto(`${link.url}x`);
  await site.getByRole('alert').getByText('was not made by the server').waitFor();
  await shot(site, 'forged');
  await site.context().unroute('https://shop.example/**');
  await serveSite(site.context(), other);
  await site.goto(link.url);
  await site.getByRole('alert').getByText('for another counter').waitFor();
});

/** For people to look at: where `PICKER_SHOTS` names a folder. */
async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env['PICKER_SHOTS'];
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
}
