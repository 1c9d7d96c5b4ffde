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
  // While the preview counts again, what it shows is faint.
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
  // Buttons without a title, or with a number for a value, are counted beside all others.
  await site.evaluate(
    "document.body.insertAdjacentHTML('beforeend', '<ol><li role=button value=3></ol><svg role=button></svg>')",
  );
  const named: Record<string, string>[] = [];
  for (const _ of ['menu', 'call', 'find']) {
    await next.click();
    await picker.getByRole('status').getByText('подходит: 1 элемент').waitFor();
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
  for (const selector of ['#menu', '#lead button', 'form [role=button]'])
    await site.locator(selector).click();
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

/** What pages do that would hide the picker, keep it from what is in front, or have it tell what is not so. */
const WILD: readonly (readonly [what: string, body: string, target: string, frame?: true])[] = [
  [
    'styles for everything',
    `<style>*{position:relative;z-index:1;display:block;filter:blur(1px)}</style><button id=b>Buy</button>`,
    '#b',
  ],
  [
    'a rule that hides what is beside the body',
    `<style>html>:not(body,head){display:none!important}</style><button id=b>Buy</button>`,
    '#b',
  ],
  [
    'a filter on all of the page',
    `<style>html{filter:grayscale(1);height:4000px}</style><button id=b>Buy</button>`,
    '#b',
  ],
  [
    'a modal dialog',
    `<dialog id=d><button id=b onclick="window.done=1">Buy</button></dialog><script>d.showModal()</script>`,
    '#b',
  ],
  [
    'a part of a button with a class of its own [G120]',
    `<a class="elementor-button" id=b href="/cart"><span class="elementor-button-text" id=t>Buy</span></a>`,
    '#t',
  ],
  ['a popover', `<div popover id=d><button id=b>Buy</button></div><script>d.showPopover()</script>`, '#b'],
  [
    'a tagged page within the page',
    `<p>Shop</p><iframe src="/frame" width=400 height=200></iframe>`,
    '#b',
    true,
  ],
];

it('[G77] picks where the page hides, covers and frames things, and tells links from buttons', async () => {
  const counter = await stage.api.createCounter();
  const { body: link } = await stage.api.call<{ url: string }>('POST', `/api/v1/counters/${counter}/picker`, {
    type: 'button',
    lang: 'en',
  });
  const site = await stage.open('/healthz');
  const { loader } = snippet(counter, `${HOME}/metrika/tag.js`);
  await serveHome(site.context(), stage.server.url);
  let body = '';
  await site.context().route('https://shop.example/**', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><title>Shop</title>${loader}<body>${route.request().url().includes('/frame') ? '<button id=b>Buy</button>' : body}`,
    }),
  );
  const press = async (selector: string, isFramed = false): Promise<void> => {
    const within = isFramed ? site.frameLocator('iframe') : site;
    const box = await within.locator(selector).boundingBox();
    if (box === null) throw new Error(`${selector} is not seen`);
    await site.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  };
  const picker = site.getByRole('dialog', { name: 'Pick a button' });
  for (const [what, page, target, isFramed] of WILD) {
    body = page;
    await site.goto(link.url);
    await picker.waitFor();
    if (isFramed)
      await expect
        .poll(() =>
          site
            .frames()
            .at(-1)
            ?.evaluate((name) => name in window, `yaCounter${counter}`),
        )
        .toBe(true);
    await press(target, isFramed);
    await picker.getByRole('status').getByText('it fits 1 element').waitFor();
    expect(await picker.getByRole('textbox').inputValue(), what).toBe('b');
    expect(await site.evaluate('window.done'), what).toBeUndefined();
    expect(await site.getByRole('dialog', { name: 'Pick a button' }).count(), what).toBe(1);
  }

  // The tag tells such clicks as links, so that no button of that text is one of them.
  body = `<a class=btn id=t href="tel:+74951234567">Buy</a> <a class=btn id=o href="https://pay.example/">Buy</a>
    <a class=btn id=f href="/a.bin" download>Buy</a> <a class=btn id=l href="/prices.pdf?v=1">Buy</a>
    <a class=btn id=b href="/cart">Buy</a> <p id=p>Text</p>`;
  await site.goto(link.url);
  await picker.waitFor();
  for (const id of ['t', 'o', 'f', 'l']) {
    await press(`#${id}`);
    await picker.getByRole('status').getByText('This is a link').waitFor();
    await press('#p');
    await picker.getByRole('status').getByText('This is no button.').waitFor();
  }
  await press('#b');
  await picker.getByRole('radio', { name: /text/ }).check();
  await picker.getByRole('status').getByText('it fits 1 element').waitFor();
});

/** For people to look at: where `PICKER_SHOTS` names a folder. */
async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env['PICKER_SHOTS'];
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
}
