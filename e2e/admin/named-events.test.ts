/** An owner names events of a vendor by the form; what a page then does makes the vendor's goals. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { snippet } from '@goalpost/tag/snippet';
import { axeFaults } from './axe.ts';
import { HOME, serveHome } from './site-home.ts';
import { createStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await createStage();
});
afterAll(() => stage[Symbol.asyncDispose]());

const NAMED = [
  ['RedHelper', 'call-back ordered', 'a click on the page', 'CSS selector', '.call-me', ''],
  ['Callibri', 'form sent', 'a message of a frame', 'Type of the message', 'sent', 'https://quiz.example'],
  ['Envybox', 'customer opened chat', 'an entry of the data layer', 'Event of the entry', 'talk', ''],
] as const;

/** What is typed wrong, and what the form says of it. */
const WRONG = [
  [0, '..call-me', '', 'a CSS selector such as .chat-button is needed'],
  [0, ':has(:has(:has(*)))', '', 'a CSS selector such as .chat-button is needed'],
  [1, 'sent', 'https://quiz.example/page', 'an origin such as https://quiz.example'],
  [1, 'sent', '*', 'an origin such as https://quiz.example'],
] as const;

const BODY = `<button class=call-me>Call me</button><iframe src="https://quiz.example/"></iframe><iframe src="https://evil.example/"></iframe>`;
const FRAME = `<script>parent.postMessage({ type: 'sent' }, '*')</script>`;
const say = `for (const frame of document.querySelectorAll('iframe')) frame.src += '?again'`;

async function fill(page: Page, at: number, what: string, origin: string): Promise<void> {
  const [vendor, event, by, label] = NAMED[at] ?? NAMED[0];
  await page.getByLabel('Vendor', { exact: true }).selectOption(vendor);
  await page.getByLabel('What it means').selectOption(event);
  await page.getByLabel('Known by').selectOption(by);
  await page.getByLabel(label, { exact: true }).fill(what);
  if (at === 1) await page.getByLabel('Who may send it').fill(origin);
}

it('[W49] [W60] [W61] names a click, a message and an entry, and each makes its goal once', async () => {
  const counter = await stage.api.createCounter();
  const page = await stage.openSignedIn(`/counter/${counter}/settings`, {
    width: Number(process.env['NAMED_WIDTH'] ?? 1280),
  });
  const add = page.getByRole('button', { name: 'Name the event' });
  await add.waitFor();
  expect(await add.isDisabled()).toBe(true);
  for (const [at, what, origin, why] of WRONG) {
    await fill(page, at, what, origin);
    await add.click();
    await page.getByText(why).waitFor();
    await shot(page, `wrong-${what.length}`);
  }
  const list = page.getByRole('list', { name: 'Events that are named' }).getByRole('listitem');
  for (const [at, [, , , , what, origin]] of NAMED.entries()) {
    await fill(page, at, what, origin);
    await add.click();
    await list.nth(at).getByText(what, { exact: true }).waitFor();
  }
  await shot(page, 'named');
  expect(await axeFaults(page)).toEqual([]);

  const site = await (await stage.open('/')).context().newPage();
  const { loader } = snippet(counter, `${HOME}/metrika/tag.js`);
  await serveHome(site.context(), stage.server.url);
  await site
    .context()
    .route(/(quiz|evil)\.example/, (route) => route.fulfill({ contentType: 'text/html', body: FRAME }));
  await site.context().route('https://shop.example/**', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><title>Shop</title><script>dataLayer = [{ event: 'talk' }]</script>${loader}<body>${BODY}`,
    }),
  );
  const own = site.waitForResponse(/\/tag\/chats\/own\.js/);
  await site.goto('https://shop.example/');
  await own;
  await site.waitForFunction('dataLayer.push !== Array.prototype.push');
  await site.click('.call-me');
  await site.evaluate(`dataLayer.push({ event: 'talk' }); ${say}`);
  await expect
    .poll(async () => {
      await stage.server.flushed();
      // The click also makes the goal of all buttons.
      const goals = (await stage.api.goals(counter)).filter(({ name }) => !name.startsWith('Auto-goal'));
      const reached = goals.map(async ({ id, name }) => {
        const { totals } = await stage.api.stat(counter, { metrics: `ym:s:goal${id}reaches` });
        return [name, totals[0]] as const;
      });
      return (await Promise.all(reached)).filter(([, count]) => count).toSorted();
    })
    .toEqual([
      ['Callibri auto-goal: form sent', 1],
      ['Envybox auto-goal: customer opened chat', 1],
      ['RedHelper auto-goal: call-back ordered', 1],
    ]);
});

it.each(['en-US', 'ru-RU'])(
  '[W62] [C104] no button of a vendor is cut on a small phone, in %s',
  async (locale) => {
    const counter = await stage.api.createCounter();
    for (const vendor of ['live-helper-chat', 'rocket-chat'])
      await stage.api.call('PUT', `/api/v1/counters/${counter}/vendors/${vendor}/webhook`, {});
    const page = await stage.openSignedIn(`/counter/${counter}/settings`, { locale, width: 320 });
    // Those that pages have shown stand there at once; these have only an address.
    await page.getByRole('button', { name: /Show all known vendors|Показать все известные/ }).click();
    await page
      .getByRole('button', { name: /Rocket\.Chat/ })
      .first()
      .waitFor();
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll('.gp-switches button span')]
        .filter(({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth)
        .map(({ textContent }) => textContent),
    );
    expect(cut).toEqual([]);
  },
);

async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env['NAMED_SHOTS'];
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}
