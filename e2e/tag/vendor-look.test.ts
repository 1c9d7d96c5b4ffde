/** [W82] What the look for vendors' chats does on a page without one, in counts: times are the machine's. */
import type { CDPSession, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { SIGHTS } from '../../packages/tag/src/vendors/compose.ts';
import { chatsPage } from './chats-page.ts';
import { setStage } from './stage.ts';

const stage = setStage();
const { open } = chatsPage(stage);

/** Of the page's own globals and of elements, one look asks so many. */
const NAMES = SIGHTS.flatMap(([, globals]) => globals.split(' ')).length;
const SELECTORS = SIGHTS.filter(([, , , elements]) => elements).length;

const COUNTING = `<script>
  window.walks = 0;
  const ask = document.querySelector;
  document.querySelector = (...all) => (walks++, ask.apply(document, all));
  window.told = () => {};
  new PerformanceObserver(() => told()).observe({ type: 'resource' });
</script>`;

/** Loads so many scripts, one after the other, until each was told to observers by itself. */
const load = (page: Page, count: number): Promise<unknown> =>
  page.evaluate(`(async () => {
    for (let at = 0; at < ${count}; at++)
      await new Promise((done) => {
        window.told = done;
        document.head.append(Object.assign(document.createElement('script'), { src: '/chunk.js?late' + at }));
      });
  })()`);

const calls = async (session: CDPSession): Promise<number> => {
  const { result } = await session.send('Profiler.takePreciseCoverage');
  const chats = result.filter(({ url }) => url.includes('/tag/chats'));
  return chats.flatMap(({ functions }) => functions).reduce((sum, { ranges }) => sum + ranges[0]!.count, 0);
};

async function callsWith(resources: number): Promise<number> {
  const page = await stage.newPage();
  const session = await page.context().newCDPSession(page);
  await session.send('Profiler.enable');
  await session.send('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  stage.recorder.script('/chunk.js', '');
  const scripts = [...Array(resources).keys()].map((at) => `<script src="/chunk.js?${at}"></script>`);
  await open(COUNTING + scripts.join(''), [], page);
  await page.waitForFunction(`walks >= ${SELECTORS}`);
  return calls(session);
}

it('[W82] a page of many addresses is looked through about as fast as one of few', async () => {
  const few = await callsWith(10);
  const many = await callsWith(210);
  expect(few).toBeLessThan(10 * (NAMES + SIGHTS.length));
  expect((many - few) / 200).toBeLessThan(2);
});

it('[W82] nothing throws on the way: to say where it was, a browser reads the whole script again', async () => {
  const page = await stage.newPage();
  const session = await page.context().newCDPSession(page);
  const thrown: unknown[] = [];
  session.on('Debugger.paused', ({ callFrames, data }) => {
    if (callFrames.some(({ url }) => url.includes('/tag/chats'))) thrown.push(data);
    void session.send('Debugger.resume');
  });
  await session.send('Debugger.enable');
  await session.send('Debugger.setPauseOnExceptions', { state: 'all' });
  await open(COUNTING, [], page);
  await page.waitForFunction(`walks >= ${SELECTORS}`);
  expect(thrown).toEqual([]);
});

it('[W82] what a page loads in a row is looked at once', async () => {
  const page = await open(
    `${COUNTING}<script>
      window.looks = [];
      const real = setTimeout;
      window.setTimeout = (run, ms) => (ms === 50 ? looks.push(run) : real(run, ms));
    </script>`,
  );
  await page.waitForFunction('looks.length === 1');
  await page.evaluate('looks.pop()()');
  expect(await page.evaluate('walks')).toBe(SELECTORS);
  stage.recorder.script('/chunk.js', '');
  await load(page, 20);
  await page.mouse.click(5, 5);
  expect(await page.evaluate('looks.length')).toBe(1);
});
