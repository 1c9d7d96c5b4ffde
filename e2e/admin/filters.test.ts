/** The conditions above a report. Made by a click or in the editor, held by the address, answered as the API answers. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hasFocus } from '../browser.ts';
import { newVisitorId, reach, sendHit } from '../path/wire.ts';
import { axeFaults } from './axe.ts';
import { createStage, type Stage } from './stage.ts';

const SHOP = 'https://shop.example';
const FROM = {
  google: 'https://www.google.com/',
  vk: 'https://vk.com/feed',
  blog: 'https://blog.example/hats',
};

let stage: Stage;
let counter: number;
let goal: number;
let page: Page;
beforeAll(async () => {
  stage = await createStage();
  counter = await stage.api.createCounter();
  const made = await stage.api.call('POST', `/management/v1/counter/${counter}/goals`, {
    goal: { name: 'Order', type: 'action', conditions: [{ type: 'exact', url: 'order' }] },
  });
  goal = (made.body as { goal: { id: number } }).goal.id;
  const visits = [FROM.google, FROM.google, FROM.google, FROM.vk, FROM.vk, FROM.blog];
  for (const [index, pageRef] of visits.entries()) {
    const hit = {
      counter,
      visitor: newVisitorId(),
      pageUrl: `${SHOP}/${index === 0 ? 'cart' : ''}`,
      pageRef,
    };
    await sendHit(stage.server.url, hit);
    if (index % 2 === 0) await reach(stage.server.url, hit, 'order');
  }
  await stage.server.flushed();
  page = await stage.openSignedIn(`/counter/${counter}/report/sources_summary?period=today&compare=off`);
});
afterAll(() => stage[Symbol.asyncDispose]());

const open = (search: string, report = 'sources_summary') =>
  page.goto(`${stage.server.url}/counter/${counter}/report/${report}?period=today&compare=off${search}`);
const bar = () => page.getByRole('region', { name: 'Filters' });
const chips = () => bar().getByRole('listitem').allInnerTexts();
const rows = () => page.getByRole('table').last().locator('tbody').getByRole('rowheader').allInnerTexts();
const filtersNow = () => new URL(page.url()).searchParams.get('filters');
const totalVisits = () =>
  page.getByRole('table').last().locator('.gp-table-totals').getByRole('cell').first().innerText();

/** What the API counts under the conditions that the address holds. */
async function visitsByApi(): Promise<string> {
  const answer = await stage.api.stat(counter, {
    metrics: 'ym:s:visits',
    dimensions: 'ym:s:lastsignTrafficSource',
    date1: 'today',
    date2: 'today',
    ...(filtersNow() === null ? {} : { filters: filtersNow() ?? '' }),
  });
  return String(answer.totals[0]);
}

it('keeps a row by a click, leaves one out by Alt-click or the menu, and goes back', async () => {
  await open('');
  const table = page.getByRole('table').last();
  await table.getByRole('button', { name: 'Search engines', exact: true }).click({ modifiers: ['Alt'] });
  await expect.poll(chips).toEqual(['Traffic source is not Search engines']);
  await expect.poll(rows).toEqual(['Social networks', 'Links on sites']);
  await expect.poll(totalVisits).toBe('3');
  expect(await visitsByApi()).toBe('3');

  await table.getByRole('button', { name: 'Filter by Links on sites' }).press('Enter');
  await page.getByRole('menuitem', { name: 'All but Links on sites' }).press('Enter');
  await expect.poll(chips).toEqual(['Traffic source is not Search engines or Links on sites']);
  await expect.poll(rows).toEqual(['Social networks']);
  await expect.poll(totalVisits).toBe(await visitsByApi());
  expect(await axeFaults(page)).toEqual([]);

  await page.goBack();
  await expect.poll(chips).toEqual(['Traffic source is not Search engines']);
  await bar().getByRole('button', { name: 'Remove: Traffic source is not Search engines' }).click();
  await expect.poll(rows).toHaveLength(3);
  await table.getByRole('button', { name: 'Social networks', exact: true }).click();
  await expect.poll(rows).toEqual(['Social networks']);
});

it('makes a condition in the editor, with values of the site as one types', async () => {
  await open('');
  await bar().getByRole('button', { name: 'Add filter' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add filter' });
  await dialog.getByRole('combobox', { name: 'What' }).fill('page');
  await page.getByRole('option', { name: 'Page', exact: true }).click();
  await dialog.getByRole('combobox', { name: 'Value' }).fill('CAR');
  await page.getByRole('option', { name: '/cart' }).click();
  await dialog.getByText('1 visit of the period meets it').waitFor();
  await dialog.getByRole('combobox', { name: 'When' }).selectOption('in no visit of the person');
  await dialog.getByText('5 visits of the period meet it').waitFor();
  await dialog.getByRole('spinbutton', { name: 'Days back' }).fill('30');
  await dialog.getByRole('button', { name: 'Apply' }).click();
  await expect.poll(chips).toEqual(['Not by the person within 30 days before: Page is /cart']);
  await expect.poll(totalVisits).toBe('5');
  expect(await visitsByApi()).toBe('5');
});

it('[M94] goes from a row to the visits behind it, and to those that reached a goal', async () => {
  const visits = () => page.getByRole('region', { name: 'Visits' }).locator('tbody').getByRole('row').count();
  for (const [choice, all] of [
    ['Show the visits behind it', 3],
    ['Show those that reached “Order”', 2],
  ] as const) {
    await open(`&goals=${goal}`);
    await page.getByRole('button', { name: 'Filter by Search engines' }).press('Enter');
    await page.getByRole('menuitem', { name: choice }).press('Enter');
    await page.getByRole('heading', { name: 'Visits', level: 1 }).waitFor();
    await expect.poll(visits).toBe(all);
    expect(await visitsByApi()).toBe(String(all));
    expect(new URL(page.url()).searchParams.get('period')).toBe('today');
  }
  // What the row stands in holds, too.
  await open('&open=organic');
  await page.getByRole('button', { name: 'Filter by Google' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Show the visits behind it' }).press('Enter');
  await expect.poll(chips).toEqual(['Traffic source is Search engines', 'Source, detailed is Google']);
});

it('[M94] a click on a chart goes to the days of the interval', async () => {
  await open('&period=7d');
  await page.goto(page.url().replace('period=today&', ''));
  const chart = page.locator('.gp-chart-canvas');
  await chart.locator('svg').waitFor();
  await page.getByRole('rowheader', { name: 'Search engines' }).waitFor();
  const { width, height } = (await chart.boundingBox())!;
  await chart.click({ position: { x: width - 20, y: height / 2 } });
  await expect
    .poll(() => new URL(page.url()).searchParams.get('period'))
    .toMatch(/^(\d{4}-\d\d-\d\d)\.\.\1$/);
});

it('[M127] / searches the table, and pages where there is none', async () => {
  await open('');
  await page.getByRole('table').last().waitFor();
  await page.keyboard.press('/');
  await page.getByRole('dialog').getByRole('combobox').waitFor();
  await page.keyboard.press('Escape');
  await open('', 'sources_sites');
  const field = page.getByRole('searchbox', { name: 'Search the table' });
  await field.waitFor();
  await page.keyboard.press('/');
  await hasFocus(field);
  expect(await page.getByRole('dialog').count()).toBe(0);
});

it('asks for a channel where an alert is wanted and there is none, and goes on to the alert', async () => {
  await page.goto(`${stage.server.url}/counter/${counter}/alerts`);
  await page.getByRole('button', { name: 'Add an alert' }).click();
  const channel = page.getByRole('form', { name: 'Add a channel' });
  await channel.getByRole('combobox').selectOption('Webhook');
  await channel.getByRole('textbox', { name: 'Address' }).fill('https://hooks.example.com/told');
  expect(await axeFaults(page)).toEqual([]);
  await channel.getByRole('button', { name: 'Save the channel' }).click();
  await page.getByRole('form', { name: 'Alert' }).waitFor();
  await page.getByText('The webhook’s secret', { exact: false }).waitFor();
});

it('[M140] tells of what the address holds in vain, until it is said right', async () => {
  await open('&group=second&compare=never');
  const note = page.getByRole('alert').filter({ hasText: 'group=second' });
  await note.getByText('compare=never').waitFor();
  await expect.poll(totalVisits).toBe('6');
  await page.getByRole('button', { name: 'vs the period before' }).click();
  await page.getByRole('menuitem', { name: 'nothing', exact: true }).click();
  await note.getByText('compare=never').waitFor({ state: 'detached' });
  await note.getByRole('button', { name: 'Close' }).click();
  await note.waitFor({ state: 'detached' });
});

it('joins conditions by "or", and changes them later', async () => {
  await open(`&filters=${encodeURIComponent(`ym:s:goal=='${goal}'`)}`);
  await expect.poll(chips).toEqual(['Completed Order']);
  await expect.poll(totalVisits).toBe('3');
  await bar().getByRole('button', { name: 'Completed Order', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Change the filter' });
  await dialog.getByRole('button', { name: 'Or' }).click();
  await dialog.getByRole('combobox', { name: 'What' }).last().fill('traffic source');
  await page.getByRole('option', { name: 'Traffic source', exact: true }).click();
  await dialog.getByRole('combobox', { name: 'Value' }).last().click();
  await page.getByRole('option', { name: 'Social networks' }).click();
  await dialog.getByRole('button', { name: 'Apply' }).click();
  await expect.poll(chips).toEqual(['Completed Order or Traffic source is Social networks']);
  await expect.poll(totalVisits).toBe(await visitsByApi());
});

it('takes the conditions along from report to report', async () => {
  await open(`&filters=${encodeURIComponent("ym:s:TrafficSource=='social'")}`);
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Technology' }).click();
  await page.getByRole('heading', { level: 1, name: 'Browsers' }).waitFor();
  await expect.poll(chips).toEqual(['Traffic source is Social networks']);
  await expect.poll(totalVisits).toBe('2');
});

it.each([
  ['a dimension that there is not', "ym:s:planet=='Mars'", 'unknown dimension'],
  ['a goal of nobody', "ym:s:goal=='999999'", 'none of the values known here'],
  ['text that is no condition', 'browser is Chrome', 'cannot be read'],
  [
    'fifty conditions',
    Array.from({ length: 50 }, (_, index) => `ym:s:browser!='${index}'`).join(' AND '),
    'more conditions than a report can have',
  ],
])('says what is wrong with %s, and leads back', async (_what, filters, words) => {
  await open(`&filters=${encodeURIComponent(filters)}`);
  await page.getByRole('alert').filter({ hasText: words }).first().waitFor();
  await page.getByRole('button', { name: 'Remove all filters' }).click();
  await expect.poll(rows).toHaveLength(3);
});

it('says so where no visit meets the conditions, and where the days are long gone', async () => {
  await open(`&filters=${encodeURIComponent("ym:s:browser=='Lynx'")}`);
  await page.getByRole('heading', { name: 'No visit meets these filters' }).waitFor();
  await page.getByRole('button', { name: 'Remove all filters' }).click();
  await expect.poll(rows).toHaveLength(3);
  await page.goto(`${stage.server.url}/counter/${counter}/report/traffic?period=1900-01-01..1900-12-31`);
  await page.getByRole('heading', { name: 'There is no report of these days' }).waitFor();
  await page.getByRole('button', { name: 'Show the last 30 days' }).click();
  await page.getByRole('table').first().waitFor();
});

it('keeps the focus by the keyboard alone, and says what the table holds', async () => {
  await open('');
  await page.getByRole('table').last().getByRole('rowheader', { name: 'Search engines' }).waitFor();
  const said = page.locator('main').getByRole('status');
  await expect.poll(() => said.allInnerTexts()).toContain('Rows: 3. Visits: 6.');
  for (const name of ['Share', 'Add to board', 'Add filter']) {
    const opener = page.getByRole('button', { name, exact: true });
    await opener.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await dialog.getByRole('button', { name: 'Close' }).press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await hasFocus(opener);
  }
  await page.getByRole('button', { name: 'Search engines', exact: true }).press('Enter');
  await expect.poll(() => said.allInnerTexts()).toContain('Rows: 1. Visits: 3.');
  await bar()
    .getByRole('button', { name: /^Remove/ })
    .press('Enter');
  await hasFocus(bar().getByRole('button', { name: 'Add filter' }));
  await expect.poll(chips).toEqual([]);
});
