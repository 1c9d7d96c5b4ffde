/** How sites bring chats to their pages, over all vendors at once: each makes the goals its facts promise, once. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { OPEN } from './habits/open.ts';
import { RUSSIA } from './habits/russia.ts';
import { bodyOf, TOOLS, type Widget } from './habits/vendor.ts';
import { WORLD } from './habits/world.ts';
import { goals, setStage } from './stage.ts';

const stage = setStage();
const ALL = [...WORLD, ...OPEN, ...RUSSIA];
/** Widgets that can stand on one page. */
const TOGETHER = ALL.filter(({ alone }) => !alone);
const STORIES = ['AFBBDBGH', 'ADBB', 'BC', 'DC'] as const;

/** What each page has asked for since it was opened: its own list of requests stands still with its clock. */
const asked = new WeakMap<Page, Set<string>>();

type Made = Readonly<Record<string, readonly string[]>>;
type Letter = keyof Widget['tells'];

/** What the letters are to make, of each widget that makes something. */
function expected(widgets: readonly Widget[], letters: string): Made {
  const told = widgets.map(({ id, tells, after }) => {
    const own = letters.split('').flatMap((letter, at) => {
      const goal = tells[letter as Letter];
      const before = letters.slice(0, at);
      // A conversation begins once.
      if (goal === undefined || (letter === 'B' && before.includes('B'))) return [];
      return [letter === 'B' && before.includes('D') ? (after ?? goal) : goal];
    });
    return [id, own.toSorted()] as const;
  });
  return Object.fromEntries(told.filter(([, own]) => own.length > 0));
}

function made(widgets: readonly Widget[]): Made {
  const all = goals(stage.recorder.hits).map(({ keys }) =>
    (keys['page-url'] ?? '').replace('goal://127.0.0.1/', ''),
  );
  const known = widgets.map(
    ({ id, prefix }) =>
      [
        id,
        prefix === ''
          ? []
          : all
              .filter((goal) => goal.startsWith(`${prefix}_`))
              .map((goal) => goal.slice(prefix.length + 1))
              .toSorted(),
      ] as const,
  );
  return Object.fromEntries(known.filter(([, own]) => own.length > 0));
}

const snippets = (widgets: readonly Widget[]): string =>
  widgets.map(({ snippet = '' }) => `<script>${snippet}</script>`).join('');

const bring = (widgets: readonly Widget[]): string =>
  `for (const src of ${JSON.stringify(widgets.map(({ address }) => address))}) document.head.append(Object.assign(document.createElement('script'), { src, async: true }));`;

async function newPage(widgets: readonly Widget[]): Promise<Page> {
  const page = await stage.newPage();
  await page.clock.install();
  page.on('requestfinished', (request) => asked.get(page)?.add(new URL(request.url()).pathname));
  for (const widget of widgets)
    await page.route(
      (url) => url.href === new URL(widget.address, stage.recorder.url).href,
      (route) => route.fulfill({ contentType: 'text/javascript', body: bodyOf(widget) }),
    );
  await page.route(/papercups\.io\/\?/, (route) => route.fulfill({ contentType: 'text/html', body: '' }));
  return page;
}

async function open(page: Page, head: string, path?: string, init?: string): Promise<void> {
  asked.set(page, new Set());
  stage.recorder.carry(['chats', ...(init === undefined ? [] : (['consent'] as const))]);
  await stage.open({ page, head: `<script>${TOOLS}</script>${head}`, ...(path ? { path } : {}) });
}

/** Resolves when the page has looked at what it holds. */
async function looked(page: Page): Promise<void> {
  await expect.poll(() => asked.get(page)?.has('/tag/chats.js')).toBe(true);
  await page.evaluate(`import('/tag/chats.js?id=4242')`);
}

/** Resolves when all widgets run, and their adapters have had some seconds. */
async function heard(page: Page, widgets: readonly Widget[], copies = 1): Promise<void> {
  const ids = JSON.stringify(widgets.map(({ id }) => id));
  const missing = `${ids}.filter((id) => !(window.widgets[id]?.length >= ${copies}))`;
  await expect.poll(() => page.evaluate(missing)).toEqual([]);
  await looked(page);
  await page.evaluate(`${ids}.forEach((id) => widgets[id].forEach((one) => one.up?.()))`);
  const fetched = (id: string): boolean => asked.get(page)?.has(`/tag/chats/${id}.js`) ?? false;
  await expect.poll(() => widgets.map(({ id }) => id).filter((id) => !fetched(id))).toEqual([]);
  await page.evaluate(`Promise.all(${ids}.map((id) => import('/tag/chats/' + id + '.js?id=4242')))`);
  await page.clock.runFor(3_000);
}

async function act(page: Page, widgets: readonly Widget[], letters: string, instance = -1): Promise<void> {
  for (const letter of letters) {
    await page.evaluate(
      `for (const id of ${JSON.stringify(widgets.map(({ id }) => id))}) act(id, '${letter}', ${instance})`,
    );
    await page.clock.runFor(3_000);
  }
  await settle(page);
}

async function settle(page: Page): Promise<void> {
  await page.evaluate("dispatchEvent(new Event('pagehide'))");
  await stage.settled(page);
}

const pasted = (widgets: readonly Widget[]): string =>
  `${snippets(widgets)}<script>${bring(widgets)}</script>`;

describe('[W46] [W47] [W75] [C99] [C100] each widget makes its goals, once', () => {
  const widgets = TOGETHER;
  const together = pasted(widgets);

  it.each([
    ...STORIES.map((letters) => [letters, TOGETHER] as const),
    ...ALL.filter(({ alone }) => alone).map((one) => [STORIES[0], [one]] as const),
  ])('as their makers say: %s', async (letters, there) => {
    const page = await newPage(there);
    await open(page, pasted(there));
    await heard(page, there);
    await act(page, there, letters);
    expect(made(there)).toEqual(expected(there, letters));
    // What the site has put into a place of the vendor's is still called.
    if (there === TOGETHER)
      expect(await page.evaluate('[!!window.ulSite, window.zohoSite, window.roistatSite]')).toEqual([
        letters.includes('B'),
        1,
        1,
      ]);
  });

  it('all of it half a minute later', async () => {
    const page = await newPage(widgets);
    await open(page, '');
    await looked(page);
    await page.clock.fastForward(30_000);
    for (const { snippet = '' } of widgets)
      await page.evaluate(
        `{ const one = document.createElement('script'); one.textContent = ${JSON.stringify(snippet.replace(/^document\..*$/, ''))}; document.head.append(one) }`,
      );
    await page.evaluate(bring(widgets));
    await heard(page, widgets);
    await act(page, widgets, 'ADB');
    expect(made(widgets)).toEqual(expected(widgets, 'ADB'));
  });

  it('the snippet at once, and the script by a button ten minutes later', async () => {
    const page = await newPage(widgets);
    await open(page, snippets(widgets));
    await looked(page);
    await page.waitForLoadState('networkidle');
    await page.clock.runFor(600_000);
    await page.evaluate(bring(widgets));
    await heard(page, widgets);
    await act(page, widgets, 'AB');
    expect(made(widgets)).toEqual(expected(widgets, 'AB'));
  });

  it('[C114] pasted twice: both tell of the same', async () => {
    const page = await newPage(widgets);
    await open(page, `${together}${together}`);
    await heard(page, widgets, 2);
    for (const letter of 'ADB') {
      await page.evaluate(
        `for (const id of ${JSON.stringify(widgets.map(({ id }) => id))}) { act(id, '${letter}', 0); act(id, '${letter}', 1); }`,
      );
      await page.clock.runFor(3_000);
    }
    await settle(page);
    expect(made(widgets)).toEqual(expected(widgets, 'ADB'));
  });

  it('[C114] replaced by another instance once it is heard', async () => {
    const page = await newPage(widgets);
    await open(page, together);
    await heard(page, widgets);
    await page.evaluate(bring(widgets));
    await heard(page, widgets, 2);
    await act(page, widgets, 'AFBCH');
    expect(made(widgets)).toEqual(
      expected(
        widgets.filter(({ single }) => !single),
        'AFBCH',
      ),
    );
  });

  it('loaded again in the midst of a conversation', async () => {
    const page = await newPage(widgets);
    await open(page, together);
    await heard(page, widgets);
    await act(page, widgets, 'AFDB');
    await open(page, together);
    await heard(page, widgets);
    await act(page, widgets, 'ADBB');
    expect(made(widgets)).toEqual(expected(widgets, 'AFDB'));
  });

  it('[W76] before the visitor agrees, and after', async () => {
    const page = await newPage(widgets);
    await open(page, together, undefined, '{}');
    await heard(page, widgets);
    for (const letter of 'ADB') {
      await page.evaluate(
        `for (const id of ${JSON.stringify(widgets.map(({ id }) => id))}) act(id, '${letter}')`,
      );
      await page.clock.runFor(3_000);
    }
    const kept = 'Object.keys(localStorage).concat(Object.keys(sessionStorage))';
    expect([await page.evaluate(kept), stage.recorder.hits.length]).toEqual([[], 0]);
    await page.evaluate(`ym(4242, 'consent', true)`);
    await act(page, widgets, 'B');
    await open(page, together, undefined, '{}');
    await page.evaluate(`ym(4242, 'consent', true)`);
    await heard(page, widgets);
    await act(page, widgets, 'B');
    expect(made(widgets)).toEqual(expected(widgets, 'ADB'));
    await page.evaluate(`ym(4242, 'consent', false)`);
    expect(await page.evaluate(kept)).toEqual([]);
  });

  it('told to several tabs at once', async () => {
    const pages = [await newPage(widgets), await newPage(widgets), await newPage(widgets)];
    for (const page of pages) {
      await open(page, together);
      await heard(page, widgets);
    }
    for (const letter of 'DB')
      await Promise.all(
        pages.map((page) =>
          page.evaluate(
            `for (const id of ${JSON.stringify(widgets.map(({ id }) => id))}) act(id, '${letter}')`,
          ),
        ),
      );
    for (const page of pages) await page.clock.runFor(3_000);
    for (const page of pages) await stage.settled(page);
    expect(made(widgets)).toEqual(expected(widgets, 'DB'));
  });
});
