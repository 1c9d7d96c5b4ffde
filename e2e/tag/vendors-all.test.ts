/** All vendors at once on a page, as stand-ins of what their public facts say. Each makes its own goals, once. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { tellings, VENDORS } from '@goalpost/contract/vendors';
import { OUTCOME_SUFFIXES, type Outcome } from '@goalpost/contract/vendors/outcomes';
import { goals, isGoal, setStage } from './stage.ts';
import { STAND_INS } from './stand-ins/list.ts';
import { scriptOf, TOOLS, type StandIn } from './stand-ins/stand-in.ts';

const stage = setStage();
type When = 'early' | 'late';

const addressOf = ({ id, address }: StandIn): string => address ?? `/vendors/${id}.js`;
const TOGETHER = STAND_INS.filter(({ alone }) => !alone);

/** Opens a page with the vendors' snippets and scripts, and waits until all are heard. */
async function open(vendors: readonly StandIn[], when: When, before?: Page): Promise<Page> {
  stage.recorder.carry(['chats']);
  const page = before ?? (await stage.newPage());
  if (before === undefined)
    for (const vendor of vendors)
      if (vendor.address === undefined) stage.recorder.script(addressOf(vendor), scriptOf(vendor));
      else
        await page.route(vendor.address, (route) =>
          route.fulfill({ contentType: 'text/javascript', body: scriptOf(vendor) }),
        );
  const scripts = JSON.stringify(vendors.map(addressOf));
  const load = `for (const src of ${scripts}) document.head.append(Object.assign(document.createElement('script'), { src }));`;
  const stubs = vendors.map(({ stub = '' }) => `<script>${stub}</script>`).join('');
  await stage.open({ page, head: `${TOOLS}${stubs}${when === 'early' ? `<script>${load}</script>` : ''}` });
  // As after a click, once the tag has looked at the page.
  if (when === 'late') {
    await page.waitForFunction(
      `performance.getEntriesByType('resource').some(({ name }) => name.includes('/tag/chats.js'))`,
    );
    await page.evaluate(load);
  }
  const ids = JSON.stringify(vendors.map(({ id }) => id));
  await page.waitForFunction(
    `${ids}.every((id) => window.standIns[id]?.acts && performance.getEntriesByType('resource').some(({ name, responseEnd }) => name.includes('/tag/chats/' + id + '.js') && responseEnd > 0))`,
  );
  // Anyone who asked for an adapter before has it by then.
  await page.evaluate(`Promise.all(${ids}.map((id) => import('/tag/chats/' + id + '.js?id=4242')))`);
  await page.waitForFunction(`${ids}.every((id) => window.standIns[id].isHeard())`);
  return page;
}

/** Tells the story of that number of each, and waits for as many goals as are expected. */
async function tell(page: Page, stories: Stories, expected: Goals): Promise<Goals> {
  await page.evaluate(
    `for (const [id, story] of ${JSON.stringify(stories.map(([{ id }, [story]]) => [id, story]))}) tell(id, story)`,
  );
  await stage.recorder.wait(Object.values(expected).flat().length, isGoal);
  // What is held for a vendor's own report is said when the page is left.
  await page.evaluate("dispatchEvent(new Event('pagehide'))");
  await stage.settled(page);
  const hits = goals(stage.recorder.hits)
    .toSorted((a, b) => Number(a.info['rqn']) - Number(b.info['rqn']))
    .map(({ keys }) => (keys['page-url'] ?? '').replace('goal://127.0.0.1/', ''));
  const told = stories.map(([{ id, prefix }]) => {
    const own = hits.filter((goal) => goal.startsWith(`${prefix}_`));
    return [id, own.map((goal) => goal.slice(prefix.length + 1))] as const;
  });
  return Object.fromEntries(told.filter(([, own]) => own.length > 0));
}

type Goals = Readonly<Record<string, readonly string[]>>;
type Stories = readonly (readonly [vendor: StandIn, story: StandIn['stories'][number]])[];

const storiesOf = (vendors: readonly StandIn[], number: number): Stories =>
  vendors.flatMap((vendor) => {
    const story = vendor.stories[number];
    return story === undefined ? [] : [[vendor, story] as const];
  });
const goalsOf = (stories: Stories): Goals =>
  Object.fromEntries(stories.flatMap(([{ id }, [, own]]) => (own.length > 0 ? [[id, own]] : [])));

it('[C98] each declared vendor has a stand-in, and its stories make each goal that its declaration says it tells', () => {
  expect(STAND_INS.map(({ id }) => id).toSorted()).toEqual(VENDORS.map(({ id }) => id).toSorted());
  const missing = VENDORS.flatMap(({ id, listens, ...vendor }) => {
    const stories = STAND_INS.find((one) => one.id === id)?.stories ?? [];
    const made = new Set(stories.flatMap(([, goals]) => goals));
    const told = listens.length === 0 ? {} : tellings({ listens, ...vendor });
    return (Object.keys(told) as Outcome[])
      .filter((outcome) => told[outcome] !== 'own' && !made.has(OUTCOME_SUFFIXES[outcome]))
      .map((outcome) => `${id} ${outcome}`);
  });
  expect(missing).toEqual([]);
});

describe('[W47] [C98] [C99] all vendors at once make the goals that their facts promise, and no others', () => {
  const rounds = [...Array(Math.max(...TOGETHER.map(({ stories }) => stories.length))).keys()];
  it.each(rounds.map((number) => [number, number < 2 ? 'early' : 'late'] as const))(
    'story %i, the scripts %s',
    async (number, when) => {
      const stories = storiesOf(TOGETHER, number);
      const page = await open(
        stories.map(([vendor]) => vendor),
        when,
      );
      const expected = goalsOf(stories);
      expect(await tell(page, stories, expected)).toEqual(expected);
    },
  );

  const ALONE = STAND_INS.filter(({ alone }) => alone);
  const turns = [...Array(Math.max(...ALONE.map(({ stories }) => stories.length))).keys()];
  it.each(turns)('also those that share a global with another: story %i', async (number) => {
    const stories = storiesOf(ALONE, number);
    const page = await open(
      stories.map(([vendor]) => vendor),
      'early',
    );
    expect(await tell(page, stories, goalsOf(stories))).toEqual(goalsOf(stories));
  });
});
