/** Jivo's own widget on a page with ours and the genuine tag. Each of the four goals once in both systems [C103]. */
import { expect, it } from 'vitest';
import { holdClock } from '../browser.ts';
import { GENUINE, GENUINE_DIRECT } from './genuine.ts';
import { COUNTER, goals, setStage } from './stage.ts';

const stage = setStage();
const THEIRS = 111;
const ADDRESS = 'https://code.jivo.ru/widget/abc';
const PREFIX = 'Jivo_';
const GOALS = [
  'Client_initiate_chat',
  'Proactive_invitation_accepted',
  'Client_answer_on_agent_request',
  'Offline_message_sent',
] as const;

/** How a script that knows no number may find counters, and report to them. */
const FINDS: Record<string, string> = {
  'the list of counters': `Ya.Metrika2.counters().forEach(({ id }) => ym(id, 'reachGoal', goal))`,
  'the list of the older name': `(Ya.Metrika || Ya.Metrika2).counters().forEach(({ id }) => window['yaCounter' + id].reachGoal(goal))`,
  'names on the window': `Object.keys(window).filter((name) => /^yaCounter\\d+$/.test(name)).forEach((name) => window[name].reachGoal(goal))`,
};
/** When it calls the page's function, beside its report: in these steps, a second between two of them. */
const WHEN: Record<string, readonly string[]> = {
  'the call first': ['jivoCalls(goal); jivoReports(goal)'],
  'the report first': ['jivoReports(goal); jivoCalls(goal)'],
  'the call a second before the report': ['jivoCalls(goal)', 'jivoReports(goal)'],
  'no call': ['jivoReports(goal)'],
};

/** @param find reports `goal`; the visitor's start is told to the page's one function, too */
const widget = (find: string): string => `
  window.jivo_api = { setUserToken() {} };
  window.jivoReports = (goal) => { ${find} };
  window.jivoCalls = (goal) => { if (goal === '${PREFIX}${GOALS[0]}') window.jivo_onClientStartChat?.(); };
  window.jivo_onLoadCallback?.();`;

const CASES = Object.keys(FINDS).flatMap((find, at) =>
  Object.keys(WHEN).map((when, place) => [find, when, (at + place) % 2 === 0] as const),
);

const ours = (): string[] =>
  goals(stage.recorder.hits)
    .filter(({ counter }) => counter === String(COUNTER))
    .map(({ keys }) => (keys['page-url'] ?? '').replace('goal://127.0.0.1/', ''))
    .filter((goal) => goal !== 'settled')
    .toSorted();
const ALL = GOALS.map((ending) => PREFIX + ending).toSorted();

async function play(
  find: string,
  steps: readonly string[],
  isDirect: boolean,
  isTheirsFirst: boolean,
): Promise<string[]> {
  stage.recorder.carry(['chats']);
  const page = await stage.newPage();
  await page.clock.install();
  const asked = new Set<string>();
  page.on('requestfinished', (request) => asked.add(new URL(request.url()).pathname));
  await page.route(ADDRESS, (route) => route.fulfill({ contentType: 'text/javascript', body: widget(find) }));
  const theirs = `<script>${isDirect ? GENUINE_DIRECT : GENUINE}; ym(${THEIRS}, 'init', {})</script>`;
  const site =
    '<script>window.jivo_onClientStartChat = () => { window.sites = (window.sites || 0) + 1 }</script>';
  const jivo = `<script async src="${ADDRESS}"></script>`;
  await stage.open({
    page,
    head: `${site}${jivo}${isTheirsFirst ? theirs : ''}`,
    body: isTheirsFirst ? '' : theirs,
  });
  await expect.poll(() => asked.has('/tag/chats/jivo.js')).toBe(true);
  await page.evaluate(`import('/tag/chats/jivo.js?id=${COUNTER}')`);
  await page.waitForFunction('window.jivoCalls');
  // A second is a second of the page's clock, however slow the machine is.
  await holdClock(page);
  for (const ending of GOALS) {
    for (const step of steps) {
      await page.evaluate(`{ const goal = '${PREFIX}${ending}'; ${step} }`);
      await page.clock.runFor(1_000);
    }
    await page.clock.runFor(3_000);
  }
  await page.clock.resume();
  await page.evaluate("dispatchEvent(new Event('pagehide'))");
  await stage.settled(page);
  const told = await page.evaluate<unknown[][]>('genuine');
  expect(told.filter(([id, method]) => id !== THEIRS && method === 'reachGoal')).toEqual([]);
  return told
    .filter(([id, method]) => id === THEIRS && method === 'reachGoal')
    .map(([, , goal]) => String(goal))
    .toSorted();
}

it.each(CASES)('[C103] found by %s, %s, the genuine tag first: %s', async (find, when, isTheirsFirst) => {
  expect(await play(FINDS[find] ?? '', WHEN[when] ?? [], when === 'no call', isTheirsFirst)).toEqual(ALL);
  expect(ours()).toEqual(ALL);
});

it('[C103] reported to the first counter of the page alone: ours has what the page is told', async () => {
  const first = `ym(Ya.Metrika2.counters()[0].id, 'reachGoal', goal)`;
  expect(await play(first, WHEN['the call first'] ?? [], false, true)).toEqual(ALL);
  expect(ours()).toEqual([PREFIX + GOALS[0]]);
});
