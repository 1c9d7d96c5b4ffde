/** All that pages can hear of each vendor, as its public facts say it: what means something counts, nothing else. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { OUTCOME_SUFFIXES } from '@goalpost/contract/vendors/outcomes';
import { OPEN } from './facts/open.ts';
import { QUEUES } from './facts/queues.ts';
import { RUSSIA } from './facts/russia.ts';
import type { Means, VendorFacts } from './facts/vendor-facts.ts';
import { WORLD } from './facts/world.ts';
import { setStage } from './stage.ts';
import { bring, type Made, onlyWithGoals, snippets, vendorPages } from './vendor-pages.ts';

const pages = vendorPages(setStage());
const ALL: readonly VendorFacts[] = [...WORLD, ...QUEUES, ...OPEN, ...RUSSIA];

/** Ending of the goal of each meaning, where nothing came before. */
const ENDINGS: Partial<Record<Means, string>> = {
  opened: OUTCOME_SUFFIXES.opened,
  contact: OUTCOME_SUFFIXES.contact,
  rated: OUTCOME_SUFFIXES.rated,
  callback: OUTCOME_SUFFIXES.callback,
  form: OUTCOME_SUFFIXES.form,
  booking: OUTCOME_SUFFIXES.booking,
  offline: OUTCOME_SUFFIXES.offline,
  visitor: OUTCOME_SUFFIXES.started,
};
const AFTER: Partial<Record<Means, string>> = {
  site: OUTCOME_SUFFIXES.invited,
  rule: OUTCOME_SUFFIXES.invited,
  operator: OUTCOME_SUFFIXES.operator,
};

const ODD: readonly string[] = [
  'undefined',
  'null',
  '5',
  `'text'`,
  '[]',
  'Symbol()',
  '() => { throw new Error(1) }',
  `new Proxy({}, { get() { throw new Error('closed') } })`,
  'Object.create(null)',
  `JSON.parse('{"__proto__":{"id":{}},"id":{"id":{}},"author":5,"type":[],"conversation":9,"detail":[]}')`,
  `document`,
  '1n',
];

const bodyOf = ({ id, script }: VendorFacts): string => `{
  const emit = (() => {${script}})();
  (window.told ||= { __proto__: null })['${id}'] = emit;
  for (const [name, args] of window.atOnce?.['${id}'] || []) emit(name, ...args());
}`;
const newPage = (): Promise<Page> => pages.newPage(ALL, bodyOf);

/** Of the facts: what a page may hear at any time, or ask afterwards. */
const KNOWN_LATER = ['chatwoot', 'tawk', 'tidio', 'freshchat', 'livechat'];

/** Opens a page with all of them, and resolves when their adapters listen. */
async function open(page: Page, isHandedOut = true): Promise<void> {
  await pages.open(page, `${snippets(ALL)}<script>${bring(ALL)}</script>`);
  await heard(page, isHandedOut);
}

async function heard(page: Page, isHandedOut = true): Promise<void> {
  const ids = JSON.stringify(ALL.map(({ id }) => id));
  await expect.poll(() => page.evaluate(`${ids}.filter((id) => !window.told?.[id])`)).toEqual([]);
  await pages.looked(page);
  await pages.adapted(page, ALL);
  if (isHandedOut) await page.evaluate('handOut()');
  await page.clock.runFor(60_000);
}

type Chosen = (told: VendorFacts) => readonly (readonly [name: string, args: string])[];

/** Has each vendor tell these, all vendors in turn. */
async function tell(page: Page, chosen: Chosen, pause = 3_000): Promise<void> {
  const rows = ALL.map((told) => [told.id, chosen(told)] as const);
  const longest = Math.max(...rows.map(([, events]) => events.length));
  for (let at = 0; at < longest; at++) {
    const calls = rows.flatMap(([id, events]) => {
      const event = events[at];
      return event === undefined
        ? []
        : [`told['${id}'](${[`'${event[0]}'`, event[1]].filter(Boolean).join(', ')});`];
    });
    await page.evaluate(calls.join(''));
    await page.clock.runFor(pause);
  }
}

async function settle(page: Page): Promise<Made> {
  await pages.settle(page);
  return pages.made(ALL);
}

const meaning =
  (...means: readonly (Means | undefined)[]): Chosen =>
  ({ events }) =>
    events.flatMap(([name, args, meant]) => (means.includes(meant) ? [[name, args]] : []));
const first = (told: VendorFacts, means: Means): readonly (readonly [string, string])[] =>
  meaning(means)(told).slice(0, 1);

const expected = (of: (told: VendorFacts) => readonly (string | undefined)[]): Made =>
  onlyWithGoals(ALL.map((told) => [told.id, of(told).filter((ending) => ending !== undefined)]));
const ownEvents: readonly Means[] = ['opened', 'contact', 'rated', 'callback', 'form', 'booking'];
const endingsOf = (told: VendorFacts, means: readonly Means[]): (string | undefined)[] =>
  means.flatMap((one) => (meaning(one)(told).length > 0 ? [ENDINGS[one]] : []));

describe('[W47] [C98] [C99] what the facts tell of each vendor', () => {
  it('what means nothing makes nothing', async () => {
    const page = await newPage();
    await open(page);
    await tell(page, meaning(undefined));
    await tell(page, meaning(undefined));
    expect(await settle(page)).toEqual({});
  });

  it('[C115] each event makes its goal once a visit, however often it comes', async () => {
    const page = await newPage();
    await open(page);
    for (let round = 0; round < 3; round++) await tell(page, meaning(...ownEvents));
    await tell(page, (told) => first(told, 'visitor'));
    await tell(page, (told) => first(told, 'visitor'));
    expect(await settle(page)).toEqual(expected((told) => endingsOf(told, [...ownEvents, 'visitor'])));
  });

  it('[C102] [C115] a message by the offline form makes its goal alone, and again none', async () => {
    const page = await newPage();
    await open(page);
    await tell(page, (told) => [...first(told, 'offline'), ...first(told, 'offline')]);
    expect(await settle(page)).toEqual(expected((told) => endingsOf(told, ['offline'])));
  });

  it.each(['site', 'rule', 'operator'] as const)('the visitor answers a %s', async (who) => {
    const page = await newPage();
    await open(page);
    await tell(page, (told) => first(told, who));
    await tell(page, (told) => first(told, 'visitor'));
    await tell(page, (told) => first(told, 'visitor'));
    expect(await settle(page)).toEqual(
      expected((told) => {
        const after = meaning(who)(told).length > 0 ? AFTER[who] : undefined;
        // An accepted invitation of these is the answer itself.
        return meaning('visitor')(told).length > 0 ? [after ?? ENDINGS.visitor] : [];
      }),
    );
  });

  const SITE: readonly Means[] = ['site', 'rule', 'operator'];
  const ODD_ORDERS: readonly (readonly [
    steps: readonly Means[],
    made: readonly Means[],
    isAfter: boolean,
  ])[] = [
    [['offline', 'offline', 'visitor', 'visitor'], ['offline', 'visitor'], false],
    [['visitor', 'offline', 'visitor', 'offline'], ['visitor', 'offline'], false],
    [['visitor', 'site', 'rule', 'operator', 'visitor'], ['visitor'], false],
    [
      ['contact', 'visitor', 'opened', 'site', 'opened', 'visitor', 'contact'],
      ['contact', 'visitor', 'opened'],
      false,
    ],
    [
      ['rated', 'site', 'rule', 'opened', 'visitor', 'site', 'visitor', 'rated'],
      ['rated', 'visitor', 'opened'],
      true,
    ],
  ];
  /** Each a minute after the one before; `isAfter`: the visitor answers the site's side, where the vendor tells it. */
  it.each(ODD_ORDERS)('in an odd order: %j', async (steps, made, isAfter) => {
    const page = await newPage();
    await open(page);
    for (const step of steps) {
      await tell(page, (told) => first(told, step));
      // Longer than what a vendor tells twice of one message.
      await page.clock.runFor(61_000);
    }
    expect(await settle(page)).toEqual(
      expected((told) => {
        const site = SITE.filter((one) => steps.includes(one) && meaning(one)(told).length > 0);
        const after = isAfter && site.length > 0 ? OUTCOME_SUFFIXES.invited : ENDINGS.visitor;
        return made.flatMap((one: Means) => {
          if (meaning(one)(told).length === 0) return [];
          return [one === 'visitor' ? after : ENDINGS[one]];
        });
      }),
    );
  });

  it('whoever speaks after the visitor changes nothing, also after a turn of the page', async () => {
    const page = await newPage();
    await open(page);
    await tell(page, (told) => first(told, 'visitor'));
    await page.evaluate(`history.pushState(null, '', '/next'); history.pushState(null, '', '/third')`);
    await tell(page, meaning('site', 'rule', 'operator'));
    await page.evaluate(`history.back()`);
    await tell(page, (told) => first(told, 'visitor'));
    const all = await settle(page);
    expect(all).toEqual(expected((told) => endingsOf(told, ['visitor'])));
  });

  it('a widget that was handed out before anybody listened tells what the visitor writes', async () => {
    const page = await newPage();
    await open(page, false);
    await tell(page, (told) => first(told, 'visitor'));
    expect(await settle(page)).toEqual(expected((told) => endingsOf(told, ['visitor'])));
  });

  it('[W84] a picture of a chat that brings it when it is clicked, and opens it at once', async () => {
    const page = await newPage();
    const atOnce = ALL.map((told) => [told.id, first(told, 'opened')] as const);
    const head = `<script>
      window.atOnce = { ${atOnce.map(([id, events]) => `'${id}': [${events.map(([name, args]) => `['${name}', () => [${args}]]`).join()}]`).join()} };
      addEventListener('click', () => {
        for (const text of ${JSON.stringify(ALL.map(({ snippet = '' }) => snippet))}) document.head.append(Object.assign(document.createElement('script'), { textContent: text }));
        ${bring(ALL)}
      }, { once: true });</script>`;
    await pages.open(page, head, { body: '<button>Chat with us</button>' });
    await pages.looked(page);
    await page.click('button');
    await heard(page);
    await tell(page, (told) => first(told, 'visitor'));
    const all = await settle(page);
    const of = (ending: string): string[] =>
      ALL.flatMap(({ id }) => all[id]?.filter((one) => one === ending).map(() => id) ?? []);
    expect(of(OUTCOME_SUFFIXES.started)).toEqual(
      ALL.flatMap((told) => (meaning('visitor')(told).length > 0 ? [told.id] : [])),
    );
    const opened = of(OUTCOME_SUFFIXES.opened);
    expect(opened).toEqual([...new Set(opened)]);
    expect(opened).toEqual(expect.arrayContaining(KNOWN_LATER));
  });

  it('payloads of any type harm nothing, and the next event counts', async () => {
    const page = await newPage();
    await open(page);
    await page.evaluate(
      `window.faults = []; addEventListener('error', ({ message }) => faults.push(message));`,
    );
    const rows = ALL.map(({ id, events }) => [id, [...new Set(events.map(([name]) => name))]]);
    for (const odd of ODD)
      await page.evaluate(
        `for (const [id, names] of ${JSON.stringify(rows)}) for (const name of names) { try { told[id](name, ${odd}) } catch (error) { faults.push(id + ' ' + name + ' ' + error) } }`,
      );
    await page.clock.runFor(3_000);
    expect(await page.evaluate('faults')).toEqual([]);
    await page.clock.runFor(31 * 60_000);
    await tell(page, meaning(...ownEvents));
    const all = await settle(page);
    for (const told of ALL)
      expect([told.id, all[told.id] ?? []]).toEqual([
        told.id,
        expect.arrayContaining(endingsOf(told, ownEvents)),
      ]);
  });
});
