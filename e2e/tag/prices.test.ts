/** Prices that the tag reads on real pages, at the moment of what it tells [G84, G86, W80, W81]. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { isSelector } from '../../packages/contract/src/wire/selector.ts';
import type { Recorded } from './recorder.ts';
import { COUNTER, isView, setStage } from './stage.ts';

const stage = setStage();
const STAY = `<script>
  addEventListener('submit', (event) => event.preventDefault());
  addEventListener('click', (event) => event.target.closest?.('a') && event.preventDefault());
</script>`;
const PLACES = ['@data-price', '.total', 'meta[itemprop=price]', 'input[name=sum]'];
const MODULES = ['links', 'elements', 'forms', 'buttons', 'contacts', 'commerce', 'prices'] as const;

async function open(body: string, more: { head?: string; places?: string[]; init?: string } = {}) {
  stage.recorder.carry(MODULES, more.places ?? PLACES);
  return stage.open({ body: body + STAY, head: more.head ?? '', init: more.init ?? '{}' });
}

const internalOf = ({ keys }: Recorded): { prices?: unknown } =>
  (JSON.parse(keys['site-info'] ?? '{}') as { __ym?: { prices?: unknown } }).__ym ?? {};
const pricesOf = (hit: Recorded): unknown => internalOf(hit).prices ?? null;

/** The tag is there before the page is. */
const atOnce = (): string => `<script src="${stage.recorder.url}/metrika/tag.js?id=${COUNTER}"></script>`;

/** What was read with each hit but views, by the kind of its address. */
async function told(page: Page): Promise<[string, unknown][]> {
  const hits = await stage.settled(page);
  return hits.map((hit) => [(hit.keys['page-url'] ?? '').split(':')[0] ?? '', pricesOf(hit)]);
}

const CARDS = ['1 990 ₽', '49.90 €'].map(
  (price, n) =>
    `<div class=card data-price="${price}"><b class=total> ${price.replace(' ', '&nbsp;\n ')} </b><button id=b${n}><i>Buy</i></button><a href="tel:+7495${n}">Call</a></div>`,
);

describe('[G86] the price nearest to what was clicked', () => {
  it('is that of its card, whatever stands in the others', async () => {
    const page = await open(CARDS.join(''));
    await page.click('#b1 i');
    await page.click('[href="tel:+74950"]');
    expect(await told(page)).toEqual([
      ['btn', { '@data-price': '49.90 €', '.total': '49.90 €' }],
      ['tel', { '@data-price': '1 990 ₽', '.total': '1 990 ₽' }],
    ]);
  });

  it('goes with an event that the page tells while it handles the click, on the whole page after it', async () => {
    const page = await open(CARDS.join(''));
    await page.evaluate(
      `b0.onclick = () => { ym(${COUNTER}, 'reachGoal', 'now', { plan: 'a' }); requestAnimationFrame(() => ym(${COUNTER}, 'reachGoal', 'later')) }`,
    );
    await page.click('#b0');
    await stage.recorder.wait(1, ({ keys }) => keys['page-url']?.endsWith('/later') ?? false);
    const goals = (await stage.settled(page)).filter(({ keys }) => keys['page-url']?.startsWith('goal:'));
    expect(goals.map(pricesOf)).toEqual([
      { '@data-price': '1 990 ₽', '.total': '1 990 ₽' },
      { '@data-price': 0, '.total': 0 },
    ]);
    expect(JSON.parse(goals[0]?.keys['site-info'] ?? '')).toMatchObject({ plan: 'a' });
  });

  it('of a form is the one in it, of a field what is typed, through shadow roots outwards', async () => {
    const page = await open(
      `<form id=f><input name=sum value=1><span class=total>5</span><button>Go</button></form><p class=total>9</p>
       <div data-price=3><span id=host></span></div>
       <script>host.attachShadow({ mode: 'open' }).innerHTML = '<button id=s>Buy</button>'</script>`,
    );
    await page.fill('[name=sum]', '250');
    await page.click('#f button');
    await page.click('#s');
    const form = { '.total': '5', 'input[name=sum]': '250' };
    expect(await told(page)).toEqual([
      ['btn', { ...form, '@data-price': '3' }],
      ['form', { ...form, '@data-price': '3' }],
      ['btn', { '@data-price': '3', '.total': 0, 'input[name=sum]': '250' }],
    ]);
  });
});

it('[W80] nothing is told where nothing stands, and what is no single price is 0', async () => {
  const page = await open(
    `<p class=total> </p><p data-price=></p><meta itemprop=price content="12"><input name=sum value="${'9'.repeat(120)}">`,
  );
  await page.evaluate(`ym(${COUNTER}, 'reachGoal', 'a'); ym(${COUNTER}, 'params', [1, 2])`);
  const hits = await stage.settled(page);
  expect(hits.map(pricesOf)).toEqual([{ 'meta[itemprop=price]': '12', 'input[name=sum]': 0 }, null]);
  expect(hits[1]?.keys['site-info']).toBe('[1,2]');
});

it('[W81] the page view waits for a price that stands behind the tag, and goes first', async () => {
  const page = await open(`<script>ym(${COUNTER}, 'reachGoal', 'early')</script><p class=total>700</p>`, {
    head: atOnce(),
  });
  const [view] = await stage.recorder.wait(1, isView);
  const [early] = await stage.settled(page);
  expect(Number(view?.info['rqn'])).toBeLessThan(Number(early?.info['rqn']));
});

it('[W81] a page view of a page that is still read has the price of the whole page, once', async () => {
  const page = await open('<p class=total>700</p>', { head: atOnce() });
  await stage.settled(page);
  const views = stage.recorder.hits.filter(isView);
  expect(views.map(pricesOf)).toEqual([{ '.total': '700' }]);
});

it('[W29] pages that have replaced what it touches lose a price, and nothing else', async () => {
  const head = `<script>
    Document.prototype.querySelectorAll = Element.prototype.querySelectorAll = Element.prototype.matches = () => { throw new Error('mine') };
    Element.prototype.getAttribute = () => ({});
    var event = 5;
  </script>`;
  const page = await open('<p class=total>700</p><button id=b>Buy</button>', { head });
  await page.evaluate(`ym(${COUNTER}, 'reachGoal', 'a')`);
  expect(await told(page)).toEqual([['goal', null]]);
});

it('[G84] every selector that is taken is one in the browser, and the rest do no harm', async () => {
  const page = await open('<p class=total>5</p>');
  const texts = [
    '#a',
    '.a.b',
    'a > b',
    'a + b ~ c',
    '[x="y" i]',
    'p:nth-of-type(2n + 1)',
    ':not(.a, #b)',
    '*',
    'a,b',
  ];
  for (const text of texts) {
    expect(isSelector(text), text).toBe(true);
    await page.evaluate((selector) => document.querySelector(selector), text);
  }
  const broken = await open('<p class=total>5</p>', { places: [']]', '.total', '@', '@data-x]'] });
  await broken.evaluate(`ym(${COUNTER}, 'reachGoal', 'a')`);
  expect(await told(broken)).toEqual([['goal', { '.total': '5' }]]);
});
