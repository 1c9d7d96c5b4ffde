/** How other scripts find our counters, alone and beside the genuine tag. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { GENUINE, GENUINE_DIRECT } from './genuine.ts';
import { COUNTER, goals, isGoal, isView, setStage } from './stage.ts';

const stage = setStage();

const EVENT = 'Jivo_Client_initiate_chat';
const goalsOf = (counter: number): string[] =>
  goals(stage.recorder.hits)
    .filter((hit) => hit.counter === String(counter))
    .map((hit) => (hit.keys['page-url'] ?? '').replace('goal://127.0.0.1/', ''));

describe('a script that knows no number finds the counter', () => {
  it.each([
    [
      'yaCounter<id>',
      `for (const name of Object.keys(window)) if (/^yaCounter/.test(name)) window[name].reachGoal('${EVENT}')`,
    ],
    ['Ya.Metrika.counters()', `Ya.Metrika.counters().forEach(({ id }) => ym(id, 'reachGoal', '${EVENT}'))`],
    [
      'Ya.Metrika2.counters()',
      `Ya.Metrika2.counters().forEach(({ id }) => window['yaCounter' + id].reachGoal('${EVENT}'))`,
    ],
    [
      'Ya._metrika.getCounters()',
      `Ya._metrika.getCounters().forEach(({ id }) => ym(id, 'reachGoal', '${EVENT}'))`,
    ],
    ["ym('counters')", `ym('counters').forEach(({ id }) => ym(id, 'reachGoal', '${EVENT}'))`],
    ['a constructor', `new Ya.Metrika2({ id: Ya.Metrika2.counters()[0].id }).reachGoal('${EVENT}')`],
  ])('through %s', async (_way, script) => {
    const page = await stage.open();
    await page.evaluate(script);
    await stage.recorder.wait(1, isGoal);
    await stage.recorder.wait(1, isView);
    expect(goalsOf(COUNTER)).toEqual([EVENT]);
    expect(stage.recorder.hits).toHaveLength(2);
  });

  const REACH = `() => Ya.Metrika2.counters().forEach(({ id }) => ym(id, 'reachGoal', '${EVENT}'))`;

  it.each(['yandex_metrika_callbacks', 'yandex_metrika_callbacks2'])(
    'through %s, before and after',
    async (name) => {
      const push = `(window.${name} = window.${name} || []).push(${REACH})`;
      const page = await stage.open({ head: `<script>${push}</script>` });
      await stage.recorder.wait(1, isGoal);
      await page.evaluate(push);
      await stage.recorder.wait(2, isGoal);
      expect(goalsOf(COUNTER)).toEqual([EVENT, EVENT]);
    },
  );

  it.each(['yandex_metrika_callback', 'yandex_metrika_callback2'])(
    'through the one function %s',
    async (name) => {
      await stage.open({ head: `<script>window.${name} = ${REACH}</script>` });
      await stage.recorder.wait(1, isGoal);
      expect(goalsOf(COUNTER)).toEqual([EVENT]);
    },
  );

  it('through the event, under triggerEvent only', async () => {
    const head = `<script>document.addEventListener('yacounter${COUNTER}inited', () => yaCounter${COUNTER}.reachGoal('${EVENT}'))</script>`;
    const quiet = await stage.open({ head });
    await stage.settled(quiet);
    expect(goalsOf(COUNTER)).toEqual(['settled']);
    await stage.open({ head, init: '{triggerEvent:true}' });
    await stage.recorder.wait(2, isGoal);
    expect(goalsOf(COUNTER)).toEqual(['settled', EVENT]);
  });

  it('made by the old constructors, by object and by position', async () => {
    const page = await stage.open({ init: false });
    expect(await page.evaluate("ym('counters')")).toEqual([]);
    await page.evaluate(`new Ya.Metrika({ id: 5, params: { a: 1 } }); new Ya.Metrika2('6', { b: 2 }, 1, true);
      yaCounter6.reachGoal('x')`);
    await stage.recorder.wait(3);
    expect(stage.recorder.hits.map(({ counter, keys }) => [counter, keys['site-info']])).toEqual(
      expect.arrayContaining([
        ['5', '{"a":1}'],
        ['6', '{"b":2}'],
        ['6', undefined],
      ]),
    );
    expect(await page.evaluate('Ya.Metrika.counters().map(({ id, type }) => [id, type])')).toEqual([
      [5, 0],
      [6, 1],
    ]);
  });
});

/** What the genuine tag was told, as [counter, method, first argument]. */
const told = (page: Page): Promise<string[]> => page.evaluate('genuine.map((call) => call.join(" "))');

const THEIRS = 111;
const ON_THE_PAGE = `ym(${THEIRS}, 'init', {}); ym(${THEIRS}, 'reachGoal', 'theirs-early');`;

describe.each([
  ['that reads the queue, as it does', GENUINE],
  ['that has a ym of its own', GENUINE_DIRECT],
])('beside a genuine tag %s', (_kind, genuine) => {
  const later = `ym(${COUNTER}, 'reachGoal', 'ours'); ym(${THEIRS}, 'reachGoal', 'theirs');
    yaCounter${COUNTER}.reachGoal('ours-2'); yaCounter${THEIRS}.reachGoal('theirs-2');`;

  async function check(page: Page): Promise<void> {
    await page.evaluate(later);
    await stage.recorder.wait(2, isGoal);
    expect(goalsOf(COUNTER).toSorted()).toEqual(['ours', 'ours-2']);
    expect(stage.recorder.hits.filter(({ counter }) => counter !== String(COUNTER))).toEqual([]);
    const calls = await told(page);
    expect(calls.filter((call) => call.startsWith(String(THEIRS)))).toEqual([
      `${THEIRS} init`,
      `${THEIRS} reachGoal theirs-early`,
      `${THEIRS} reachGoal theirs`,
      `${THEIRS} reachGoal theirs-2`,
    ]);
    expect(calls.filter((call) => call.startsWith(`${COUNTER} reachGoal`))).toEqual([]);
    for (const list of ['Ya.Metrika2.counters()', 'Ya._metrika.getCounters()']) {
      expect(await page.evaluate(`${list}.map(({ id }) => id)`)).toEqual([THEIRS, COUNTER]);
    }
  }

  it('that came first, both work, and the name stays its', async () => {
    const head = `<script>${genuine};
      window.taken = window.ym; ${ON_THE_PAGE}</script>`;
    const page = await stage.open({ head });
    await stage.recorder.wait(1, isView);
    if (genuine === GENUINE) expect(await page.evaluate('ym === taken')).toBe(true);
    await check(page);
  });

  it('that comes later, both work', async () => {
    // Its script is on the page, as its own snippet puts it there, but slow to come.
    const page = await stage.open({
      body: `<script>
        document.head.append(Object.assign(document.createElement('script'), { type: 'text/plain', src: 'http://mc.example/metrika/tag.js' }));
        window.early = () => { ${ON_THE_PAGE} };
        ${genuine === GENUINE ? 'early()' : ''}
      </script>`,
    });
    await stage.recorder.wait(1, isView);
    await page.evaluate(
      `${genuine}; ${genuine === GENUINE ? '' : 'early(); dispatchEvent(new Event("load"))'}`,
    );
    await check(page);
  });
});

describe('beside the genuine tag', () => {
  it('what waits for it in its queue of callbacks waits on while it is on its way', async () => {
    const slow =
      "document.head.append(Object.assign(document.createElement('script'), { type: 'text/plain', src: 'http://mc.example/metrika/watch.js' }))";
    const page = await stage.open({
      head: `<script>${slow}; (window.yandex_metrika_callbacks2 = []).push(() => { window.yaCounter${THEIRS} = new Ya.Metrika2({ id: ${THEIRS} }) });
        addEventListener('load', () => { ${GENUINE} }, true)</script>`,
    });
    await stage.recorder.wait(1, isView);
    expect(await told(page)).toContain(`${THEIRS} init`);
    expect(stage.recorder.hits.map(({ counter }) => counter)).toEqual([String(COUNTER)]);
  });

  it('a counter that no script address names is not lost', async () => {
    const head = `<script>${GENUINE}</script><script>ym(9, 'init', {}); ym(9, 'reachGoal', 'kept')</script>
      <script async src="{{tag}}"></script>`;
    const path = stage.recorder.page('/unnamed', `<!doctype html>${head}`);
    const page = await stage.newPage();
    await page.goto(path, { waitUntil: 'load' });
    await stage.recorder.wait(1, isGoal);
    await page.evaluate("ym(9, 'reachGoal', 'later')");
    await stage.recorder.wait(2, isGoal);
    expect(goalsOf(9)).toEqual(['kept', 'later']);
    expect((await told(page)).filter((call) => call.includes('reachGoal'))).toEqual([
      '9 reachGoal kept',
      '9 reachGoal later',
    ]);
  });
});

describe('our script', () => {
  it('twice on a page, for two counters, counts each once', async () => {
    const page = await stage.open({
      body: `<script async src="{{tag}}?id=77"></script><script>ym(77, 'init', {})</script>`,
    });
    await stage.recorder.wait(2, isView);
    await page.evaluate(`ym(${COUNTER}, 'reachGoal', 'a'); ym(77, 'reachGoal', 'b')`);
    await stage.recorder.wait(2, isGoal);
    await stage.settled(page);
    expect([goalsOf(COUNTER), goalsOf(77)]).toEqual([['a', 'settled'], ['b']]);
    expect(stage.recorder.hits.filter(isView)).toHaveLength(2);
    expect(await page.evaluate('Ya.Metrika.counters().length')).toBe(2);
  });

  it('put into the page as text finds where it came from', async () => {
    const page = await stage.newPage();
    await page.goto(stage.recorder.page('/text', `<script type="text/plain" src="{{tag}}"></script>`));
    await page.evaluate(`fetch('/metrika/tag.js').then((answer) => answer.text()).then((code) => {
      ym = function () { (ym.a = ym.a || []).push(arguments) };
      ym(3, 'init', {});
      new Function(code)();
    })`);
    const [hit] = await stage.recorder.wait(1);
    expect(hit?.counter).toBe('3');
  });
});
