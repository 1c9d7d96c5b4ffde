/** Every report of the catalogue as a screen: what it shows is what the API answers. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { REPORTS, SECTIONS, type Report } from '@goalpost/contract/reports/catalogue';
import { fullName, METRICS, type MetricId } from '@goalpost/contract/reports/names';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newVisitorId, reach, sendHit, type WireHit } from '../path/wire.ts';
import { axeFaults } from './axe.ts';
import { createStage, type Stage } from './stage.ts';

const PHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1';
const SHOP = 'https://shop.example';

const VISITS: readonly Partial<WireHit>[] = [
  { pageUrl: `${SHOP}/`, pageRef: 'https://www.google.com/' },
  { pageUrl: `${SHOP}/shoes/red/42`, pageRef: 'https://www.bing.com/search?q=red+shoes' },
  { pageUrl: `${SHOP}/shoes/blue`, pageRef: 'https://vk.com/feed', agent: PHONE },
  { pageUrl: `${SHOP}/`, pageRef: 'https://t.me/shop', agent: PHONE },
  { pageUrl: `${SHOP}/?utm_source=news&utm_medium=email&utm_campaign=june&utm_content=a&utm_term=b` },
  {
    pageUrl: `${SHOP}/?gclid=abc&utm_source=google&utm_medium=cpc&utm_campaign=sale`,
    pageRef: 'https://www.google.com/',
  },
  { pageUrl: `${SHOP}/hats`, pageRef: 'https://blog.example/best-hats' },
  { pageUrl: `${SHOP}/`, params: { __ym: { user_id: 'ann' } } },
];

let stage: Stage;
let counter: number;
let page: Page;
beforeAll(async () => {
  stage = await createStage();
  counter = await stage.api.createCounter();
  await stage.api.call('POST', `/management/v1/counter/${counter}/goals`, {
    goal: { name: 'Order', type: 'action', conditions: [{ type: 'exact', url: 'order' }] },
  });
  for (const [index, visit] of VISITS.entries()) {
    const hit = { counter, visitor: newVisitorId(), pageUrl: `${SHOP}/`, ...visit };
    await sendHit(stage.server.url, hit);
    if (index % 3 === 0) await reach(stage.server.url, hit, 'order');
  }
  await stage.server.flushed();
  page = await stage.openSignedIn(`/counter/${counter}/overview?period=today`);
});
afterAll(() => stage[Symbol.asyncDispose]());

const number = (value: number, digits: number): string =>
  value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** As the screen writes it, said once more. */
function written(id: MetricId, value: number | null): string {
  if (value === null) return '—';
  switch (METRICS[id].unit) {
    case 'count':
      return number(value, 0);
    case 'percent':
      return `${number(value, 2)}%`;
    case 'duration':
      return `${Math.floor(Math.round(value) / 60)}:${String(Math.round(value) % 60).padStart(2, '0')}`;
    case 'money':
      // Nothing was sold here.
      return value === 0 ? '—' : number(value, 2);
    case 'decimal':
      return number(value, 2);
  }
}

const ownMetrics = ({ metrics }: Report): MetricId[] =>
  metrics.filter((id) => !id.startsWith('favoriteGoals'));

/** The totals first; in each row the first so many numbers. */
const rowsOnScreen = (columns: number): Promise<string[][]> =>
  page
    .getByRole('table')
    .last()
    .locator('tbody tr, .gp-table-totals')
    .evaluateAll(
      (rows, count) =>
        rows.map((row) =>
          [...row.querySelectorAll<HTMLElement>('td, [role="cell"]')]
            .slice(0, count)
            .map((cell) => cell.innerText.trim()),
        ),
      columns,
    );

/** Within the web app, as a link of its menu does: loading it again for each report would take most of the time. */
async function show(report: Report): Promise<void> {
  const path = `/counter/${counter}/report/${report.id}?period=today&compare=off`;
  await page.evaluate((to) => history.pushState({}, '', to), path);
  await page.getByRole('heading', { level: 1, name: report.title.en, exact: true }).waitFor();
}

/** Texts of the columns that cannot be scrolled to. */
function outOfReach(heads: (HTMLElement | SVGElement)[]): string[] {
  return heads
    .filter((head) => {
      head.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
      const { left, right, height } = head.getBoundingClientRect();
      return !(left < right && height > 0 && right > 0 && left < innerWidth && head.checkVisibility());
    })
    .map((head) => head.textContent ?? '');
}

/** Reports of one look are one component with other numbers; axe sees the first of each. */
const seen = new Set<string>();
function isNewLook(report: Report, isEmpty: boolean): boolean {
  const look = [report.chart, report.dimensions.length > 1, 'drill' in report, isEmpty].join();
  return seen.size < seen.add(look).size;
}

describe.each(REPORTS)('$id', (report) => {
  it('shows the numbers of the API, accessibly, on a desk and on a phone', async () => {
    const metrics = ownMetrics(report);
    const answer = await stage.api.stat(counter, {
      metrics: metrics.map((id) => fullName(id, report.scope)).join(','),
      dimensions: fullName(String(report.dimensions[0]), report.scope),
      date1: 'today',
      date2: 'today',
      group: 'hour',
    });
    await page.setViewportSize({ width: 1440, height: 900 });
    await show(report);
    if (answer.data.length === 0) {
      await page.getByText('but none has a value here').waitFor();
    } else {
      const asked = [answer.totals, ...answer.data.map((row) => row.metrics)].map((values) =>
        metrics.map((id, index) => written(id, values[index] ?? null)),
      );
      await expect.poll(() => rowsOnScreen(metrics.length)).toEqual(expect.arrayContaining(asked));
      expect((await rowsOnScreen(metrics.length))[0]).toEqual(asked[0]);
    }
    if (isNewLook(report, answer.data.length === 0)) expect(await axeFaults(page)).toEqual([]);

    await page.setViewportSize({ width: 390, height: 800 });
    // The chart follows the window a frame later.
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth))
      .toBeLessThanOrEqual(0);
    expect(await page.getByRole('columnheader').evaluateAll(outOfReach)).toEqual([]);
  });
});

it('finds each report in the menu, also on a phone', async () => {
  await page.goto(`${stage.server.url}/counter/${counter}/overview`);
  for (const [section, title] of Object.entries(SECTIONS)) {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page
      .getByRole('navigation', { name: 'Main' })
      .getByRole('link', { name: title.en, exact: true })
      .click();
    const links = page.getByRole('navigation', { name: title.en, exact: true }).getByRole('link');
    const names = REPORTS.filter((report) => report.section === section).map((report) => report.title.en);
    await expect.poll(() => links.allInnerTexts()).toEqual(expect.arrayContaining(names));
  }
  await page.setViewportSize({ width: 390, height: 800 });
  await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Reports' }).click();
  await expect
    .poll(() => page.getByRole('menuitem').allInnerTexts())
    .toEqual(expect.arrayContaining(REPORTS.map((report) => report.title.en)));
  await page.getByRole('menuitem', { name: 'Browsers' }).click();
  await page.getByRole('heading', { level: 1, name: 'Browsers' }).waitFor();
});

it('sorts, opens rows and keeps both in the address', async () => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(`${stage.server.url}/counter/${counter}/report/tags_u_t_m?period=today&compare=off`);
  await page.getByRole('button', { name: 'Open news' }).click();
  await page.getByRole('rowheader', { name: 'email' }).waitFor();
  await page.getByRole('button', { name: 'UTM source' }).click();
  await expect.poll(() => new URL(page.url()).search).toContain('sort=name');
  expect(new URL(page.url()).searchParams.get('open')).toBe('news');
  await expect
    .poll(
      async () =>
        (await page.getByRole('button', { name: /^(Open|Close) (news|google)$/ }).allInnerTexts()).length,
    )
    .toBe(2);
  await page.getByRole('button', { name: 'Export' }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'All levels, CSV' }).click(),
  ]);
  expect(await readFile(await file.path(), 'utf8')).toContain('news,email,june,a,b,1');
  await page.getByText('6 visits without a value for “UTM source” are not in this table.').waitFor();
});

it('[M133] shows rows by the levels that the reader chooses, in the address, in files and the next time', async () => {
  await page.setViewportSize({ width: 1280, height: 900 });
  const address = `${stage.server.url}/counter/${counter}/report/tech_devices?period=today`;
  await page.goto(address);
  await page.getByRole('button', { name: 'Levels' }).click();
  const list = page.getByRole('dialog', { name: 'Levels' });
  await list.getByRole('combobox', { name: 'One more level' }).fill('source');
  await page.getByRole('option', { name: 'Traffic source', exact: true }).click();
  await list.getByRole('button', { name: 'Move Traffic source up' }).click();
  expect(await axeFaults(page)).toEqual([]);
  await expect.poll(() => new URL(page.url()).searchParams.get('levels')).toMatch(/^TrafficSource,/);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Open Search engines' }).click();
  await page.locator('tr[data-depth="1"]').first().waitFor();
  await page.getByRole('button', { name: 'Export' }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'All levels, CSV' }).click(),
  ]);
  expect(await readFile(await file.path(), 'utf8')).toMatch(/Search engine[^,]*,[^,]+,\d/);
  await page.goto(address);
  await page.getByRole('button', { name: 'Open Search engines' }).waitFor();
  await page.getByRole('button', { name: 'Levels' }).click();
  await list.getByRole('button', { name: 'As the report has them' }).click();
  await page.getByRole('columnheader', { name: 'Device' }).waitFor();
});

it('says so where there is no such report, and leads home', async () => {
  await page.goto(`${stage.server.url}/counter/${counter}/report/planets`);
  await page.getByRole('heading', { name: 'There is no report “planets”' }).waitFor();
  await page.getByRole('link', { name: 'To the overview' }).click();
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
});

it.each([
  ['sources', 'sources_summary'],
  ['traffic', 'traffic'],
])('leads from the old address %s to %s', async (old, report) => {
  await page.goto(`${stage.server.url}/counter/${counter}/${old}?period=7d`);
  await page.waitForURL((url) => url.pathname.endsWith(`/report/${report}`) && url.search === '?period=7d');
});

it('says when reports fail, and asks again', async () => {
  await page.route('**/stat/v1/data?*', (route) => route.fulfill({ status: 503, json: { errors: [] } }));
  await page.goto(`${stage.server.url}/counter/${counter}/report/tech_browsers?period=today`);
  const again = page.getByRole('alert').getByRole('button', { name: 'Try again' });
  await again.waitFor();
  await page.unroute('**/stat/v1/data?*');
  await again.click();
  await page.getByRole('rowheader', { name: 'Total and average' }).waitFor();
});
