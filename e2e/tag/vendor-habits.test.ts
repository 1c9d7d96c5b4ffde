/** How sites bring chats to their pages, over all vendors at once: each makes the goals its facts promise, once. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { OPEN } from './habits/open.ts';
import { RUSSIA } from './habits/russia.ts';
import { SERVICE } from './habits/service.ts';
import { bodyOf, type Widget } from './habits/vendor.ts';
import { WORLD } from './habits/world.ts';
import { quiet, setStage } from './stage.ts';
import { bring, type Made, onlyWithGoals, snippets, vendorPages } from './vendor-pages.ts';

const stage = setStage();
const { newPage, open, looked, adapted, settle, made } = vendorPages(stage);
const ALL = [...WORLD, ...OPEN, ...RUSSIA, ...SERVICE];
/** Widgets that can stand on one page. */
const TOGETHER = ALL.filter(({ alone }) => !alone);
const STORIES = ['AFBBDBGH', 'ADBB', 'BC', 'DC'] as const;

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
    return [id, own] as const;
  });
  return onlyWithGoals(told);
}

/** Resolves when all widgets run, and their adapters have looked again: the later they were up, the later that is. */
async function heard(page: Page, widgets: readonly Widget[], copies = 1): Promise<void> {
  const ids = JSON.stringify(widgets.map(({ id }) => id));
  const missing = `${ids}.filter((id) => !(window.widgets[id]?.length >= ${copies}))`;
  await expect.poll(() => page.evaluate(missing)).toEqual([]);
  await looked(page);
  await page.evaluate(`${ids}.forEach((id) => widgets[id].forEach((one) => one.up?.()))`);
  await adapted(page, widgets);
  await page.clock.runFor(60_000);
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

const pasted = (widgets: readonly Widget[]): string =>
  `${snippets(widgets)}<script>${bring(widgets)}</script>`;

describe('[W46] [W47] [W75] [C99] [C100] each widget makes its goals, once', () => {
  const widgets = TOGETHER;
  const together = pasted(widgets);

  it.each([
    ...STORIES.map((letters) => [letters, TOGETHER] as const),
    ...ALL.filter(({ alone }) => alone).map((one) => [STORIES[0], [one]] as const),
  ])('as their makers say: %s', async (letters, there) => {
    const page = await newPage(there, bodyOf);
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
    const page = await newPage(widgets, bodyOf);
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
    const page = await newPage(widgets, bodyOf);
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
    const page = await newPage(widgets, bodyOf);
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
    const page = await newPage(widgets, bodyOf);
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

  it('[C114] made again by each turn of a site of one page', async () => {
    const page = await newPage(widgets, bodyOf);
    await open(page, together);
    await heard(page, widgets);
    for (let turn = 2; turn < 8; turn++) {
      await page.evaluate(`history.pushState(null, '', '/turn-${turn}'); ${bring(widgets)}`);
      await heard(page, widgets, turn);
    }
    await act(page, widgets, 'ADB');
    expect(made(widgets)).toEqual(
      expected(
        widgets.filter(({ single }) => !single),
        'ADB',
      ),
    );
  });

  it('loaded again in the midst of a conversation', async () => {
    const page = await newPage(widgets, bodyOf);
    await open(page, together);
    await heard(page, widgets);
    await act(page, widgets, 'AFDB');
    await open(page, together);
    await heard(page, widgets);
    await act(page, widgets, 'ADBB');
    expect(made(widgets)).toEqual(expected(widgets, 'AFDB'));
  });

  it('[W76] before the visitor agrees, and after', async () => {
    const page = await newPage(widgets, bodyOf);
    await open(page, together, { asks: true });
    await heard(page, widgets);
    for (const letter of 'ADB') {
      await page.evaluate(
        `for (const id of ${JSON.stringify(widgets.map(({ id }) => id))}) act(id, '${letter}')`,
      );
      await page.clock.runFor(3_000);
    }
    await quiet(page);
    const kept = 'Object.keys(localStorage).concat(Object.keys(sessionStorage))';
    expect([await page.evaluate(kept), stage.recorder.hits.length]).toEqual([[], 0]);
    await page.evaluate(`ym(4242, 'consent', true)`);
    await act(page, widgets, 'B');
    await open(page, together, { asks: true });
    await page.evaluate(`ym(4242, 'consent', true)`);
    await heard(page, widgets);
    await act(page, widgets, 'B');
    expect(made(widgets)).toEqual(expected(widgets, 'ADB'));
    await page.evaluate(`ym(4242, 'consent', false)`);
    expect(await page.evaluate(kept)).toEqual([]);
  });

  it('told to several tabs at once', async () => {
    const pages = [
      await newPage(widgets, bodyOf),
      await newPage(widgets, bodyOf),
      await newPage(widgets, bodyOf),
    ];
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
