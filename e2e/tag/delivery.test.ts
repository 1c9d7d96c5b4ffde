/** That every hit arrives, whatever becomes of the page and the server, and is counted once. */
import type { Page, Request } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Recorded } from './recorder.ts';
import { COUNTER, goals, isGoal, isView, quiet, setStage } from './stage.ts';

// What the browser itself says of a request that fails is what these tests are about.
const stage = setStage(/Failed to load resource|net::ERR_/);

const reach = (goal: string): string => `ym(${COUNTER}, 'reachGoal', '${goal}')`;
const KEPT = "Object.keys(localStorage).filter((key) => key.startsWith('_gp.try.')).length";
const keptAre = (page: Page, count: number): Promise<unknown> => page.waitForFunction(`${KEPT} === ${count}`);
const named = (hits: readonly Recorded[]): string[] =>
  goals(hits)
    .map(({ keys }) => keys['page-url']?.split('/').pop() ?? '')
    .toSorted();

/** A tab in which a slow machine lets no hit be sent again for want of an answer: that takes two seconds. */
async function patientPage(): Promise<Page> {
  const page = await stage.newPage();
  await page.addInitScript(
    '{ const real = setTimeout; setTimeout = (run, ms, ...rest) => (ms === 2000 ? 0 : real(run, ms, ...rest)) }',
  );
  return page;
}

/** @returns resolves when no request of the tab waits for its answer */
function answersOf(page: Page): () => Promise<void> {
  const open = new Set<Request>();
  page.on('request', (request) => open.add(request));
  page.on('requestfinished', (request) => open.delete(request));
  page.on('requestfailed', (request) => open.delete(request));
  return () => expect.poll(() => open.size).toBe(0);
}

async function arrived(count: number): Promise<Recorded[]> {
  await expect.poll(() => stage.recorder.hits).toHaveLength(count);
  return [...stage.recorder.hits];
}

describe.each([
  ['down', 0],
  ['unable to take hits', 503],
])('while the server is %s', (_name, status) => {
  it('hits are kept, callbacks come, and once it is back each arrives once', async () => {
    stage.recorder.answer(status);
    const page = await stage.open();
    const called = await page.evaluate(
      `Promise.all(['a', 'b'].map((goal) => new Promise((done) => ym(${COUNTER}, 'reachGoal', goal, { n: 1 }, () => done(goal)))))`,
    );
    expect(called).toEqual(['a', 'b']);
    await keptAre(page, 3);
    expect(stage.recorder.hits).toEqual([]);
    const made = Date.now();
    stage.recorder.answer(200);
    const sent = await arrived(3);
    await keptAre(page, 0);
    expect(named(sent)).toEqual(['a', 'b']);
    expect(sent.filter(isView)).toHaveLength(1);
    // The time of a hit is when it was made.
    for (const { info } of sent) expect(Number(info['ms'])).toBeLessThanOrEqual(made);
    expect(sent.find(isGoal)?.keys['site-info']).toBe('{"n":1}');
  });

  it('they survive the page, and the next one sends them as they were', async () => {
    stage.recorder.answer(status);
    const page = await stage.open({ path: '/first' });
    await page.evaluate(
      `new Promise((done) => ym(${COUNTER}, 'reachGoal', 'before', { text: 'x'.repeat(3000) }, done))`,
    );
    await keptAre(page, 2);
    stage.recorder.answer(200);
    await stage.open({ path: '/second', page });
    const sent = await arrived(3);
    const at = (hit: Recorded): string => hit.info['hid'] ?? '';
    const old = sent.filter((hit) => at(hit) === at(sent.find(isGoal) as Recorded));
    expect(old.map(({ info }) => info['rqn']).toSorted()).toEqual(['1', '2']);
    expect(named(sent)).toEqual(['before']);
    expect(sent.find(isGoal)?.body['site-info']).toBe(JSON.stringify({ text: 'x'.repeat(3000) }));
    await keptAre(page, 0);
  });

  it('a hit made while leaving is kept too', async () => {
    stage.recorder.answer(status);
    const page = await stage.open({ path: '/first' });
    await keptAre(page, 1);
    await page.evaluate(
      `${reach('leaving')}; location.href = '${stage.recorder.page('/plain', '<title>Plain</title>')}'`,
    );
    await page.waitForURL('**/plain');
    stage.recorder.answer(200);
    await stage.open({ path: '/back', page });
    const sent = await arrived(3);
    expect(named(sent)).toEqual(['leaving']);
  });
});

describe('what is kept', () => {
  it('is sent when the browser is online again, without waiting', async () => {
    stage.recorder.answer(0);
    const page = await stage.open();
    await page.clock.install();
    await page.evaluate(reach('later'));
    await keptAre(page, 2);
    stage.recorder.answer(200);
    await page.evaluate("dispatchEvent(new Event('online'))");
    expect(named(await stage.recorder.wait(2))).toEqual(['later']);
  });

  it('is neither lost nor sent for ever by two tabs that send at the same moment', async () => {
    stage.recorder.answer(503);
    const one = await stage.open({ path: '/one', page: await patientPage() });
    const two = await stage.open({ path: '/two', page: await patientPage() });
    await one.evaluate(reach('from-one'));
    await two.evaluate(reach('from-two'));
    await keptAre(one, 4);
    stage.recorder.answer(200);
    await Promise.all([one, two].map((page) => page.evaluate("dispatchEvent(new Event('online'))")));
    await stage.recorder.wait(1, (hit) => hit.keys['page-url']?.endsWith('/from-one') ?? false);
    await stage.recorder.wait(1, (hit) => hit.keys['page-url']?.endsWith('/from-two') ?? false);
    await Promise.all([keptAre(one, 0), keptAre(two, 0)]);
    await Promise.all([stage.settled(one), stage.settled(two)]);
    await expect.poll(() => stage.recorder.hits.length).toBe(6);
    // Two processes may take the same hit within the same millisecond: the server knows it by its identity.
    for (const hit of stage.recorder.hits) expect([1, 2]).toContain(stage.recorder.copies(hit));
  });

  it('[W31] is at most a hundred hits, for 12 hours', async () => {
    stage.recorder.answer(503);
    const page = await stage.open();
    await keptAre(page, 1);
    const allAnswered = answersOf(page);
    await page.evaluate(
      `Promise.all(Array.from({ length: 120 }, (_, n) => new Promise((done) => ym(${COUNTER}, 'reachGoal', 'g' + n, done))))`,
    );
    // Callbacks do not wait for a slow answer [W32]; what is still under way would be taken below.
    await allAnswered();
    expect(await page.evaluate(KEPT)).toBe(100);
    await page.evaluate(`for (const key of Object.keys(localStorage).filter((key) => key.startsWith('_gp.try.'))) {
      const [, , time, rn] = key.split('.');
      localStorage.setItem('_gp.try.' + (time - 43200001) + '.' + rn, localStorage.getItem(key));
      localStorage.removeItem(key);
    }`);
    stage.recorder.answer(200);
    await page.evaluate("dispatchEvent(new Event('online'))");
    await keptAre(page, 0);
    await page.evaluate(`new Promise((done) => ym(${COUNTER}, 'reachGoal', 'now', done))`);
    expect(named(stage.recorder.hits)).toEqual(['now']);
  });

  it('does not hold what the server has refused', async () => {
    stage.recorder.answer(404);
    const page = await stage.open();
    await page.evaluate(`new Promise((done) => ym(${COUNTER}, 'reachGoal', 'refused', done))`);
    expect(await page.evaluate(KEPT)).toBe(0);
    stage.recorder.answer(200);
    await page.evaluate("dispatchEvent(new Event('online'))");
    await stage.open({ page });
    await stage.recorder.wait(3);
    expect(named(stage.recorder.hits)).toEqual(['refused']);
  });

  it.for([
    [
      'cannot be named',
      "Object.defineProperty(window, 'localStorage', { get() { throw new Error('forbidden') } })",
    ],
    [
      'throws whatever is asked of it',
      `{ const no = () => { throw new Error('forbidden') };
         const storage = new Proxy({}, { get: no, set: no, has: no, ownKeys: no, deleteProperty: no });
         Object.defineProperty(window, 'localStorage', { value: storage }) }`,
    ],
    ['is nothing', "Object.defineProperty(window, 'localStorage', { value: null })"],
  ])('lasts as long as the page where storage %s', async ([, script]) => {
    stage.recorder.answer(503);
    const page = await stage.open({ head: `<script>${script}</script>` });
    await page.evaluate(`new Promise((done) => ym(${COUNTER}, 'reachGoal', 'kept', done))`);
    stage.recorder.answer(200);
    await page.evaluate("dispatchEvent(new Event('online'))");
    expect(named(await stage.recorder.wait(2))).toEqual(['kept']);
  });
});

describe('leaving the page right after reachGoal', () => {
  it('loses nothing, and keeps nothing that has not failed where the server is known to be up', async () => {
    const page = await patientPage();
    await stage.open({ path: '/shop', page });
    await stage.settled(page);
    // Callbacks do not wait for a slow answer [W32]; without one, a hit would be sent again below.
    await quiet(page);
    const answered = [...stage.recorder.hits];
    const next = stage.recorder.page('/plain', '<title>Plain</title>');
    await page.evaluate(
      `${reach('bought')}; ym(${COUNTER}, 'params', { long: 'y'.repeat(3000) }); location.href = '${next}'`,
    );
    await page.waitForURL(next);
    await stage.recorder.wait(4);
    await stage.open({ path: '/shop', page });
    await stage.settled(page);
    const sent = stage.recorder.hits;
    expect(named(sent)).toEqual(['bought', 'settled', 'settled']);
    expect(sent).toHaveLength(6);
    // Chromium tells some pages that it leaves that a request has failed, although it arrives: those are sent again.
    expect(answered.map(stage.recorder.copies)).toEqual([1, 1]);
  });

  it('loses nothing where no answer has come yet', async () => {
    const page = await stage.open({ path: '/shop', body: `<script>${reach('quick')}</script>` });
    await page.goto(stage.recorder.page('/plain', '<title>Plain</title>'));
    await stage.open({ path: '/shop', page });
    await stage.recorder.wait(1, isGoal);
    expect(new Set(named(stage.recorder.hits))).toEqual(new Set(['quick']));
  });
});
