import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFaults, colorFaults } from './axe.ts';
import { inColors } from './colors.ts';
import { fits } from './fits.ts';
import { createStage, type Stage } from './stage.ts';
import { sendVisits } from './traffic.ts';

let stage: Stage;
let counter: number;
beforeAll(async () => {
  stage = await createStage();
  counter = await stage.api.createCounter({ name: 'A shop with a name that is rather long for a phone' });
  await stage.api.call('PUT', `/api/v1/counters/${counter}/chat/settings`, { settings: { enabled: true } });
  await sendVisits(stage, counter, { visits: 3, chats: 2, from: 'https://www.google.com/' });
});
afterAll(() => stage[Symbol.asyncDispose]());

const SCREENS = [
  { path: '/counters', ready: 'Sites' },
  { path: '/counters/new', ready: 'Add a site' },
  { path: '/account', ready: 'Account' },
  { path: '/audit', ready: 'Audit log' },
  { path: '/counter/:id/overview', ready: 'Overview' },
  { path: '/counter/:id/conversions', ready: 'Conversions' },
  { path: '/counter/:id/report/traffic', ready: 'Traffic' },
  { path: '/counter/:id/report/sources_summary?open=organic', ready: 'Sources' },
  { path: '/counter/:id/report/hourly', ready: 'Hours of the day' },
  { path: '/counter/:id/report/sources_social', ready: 'Social networks' },
  { path: '/counter/:id/report/nothing', ready: 'No such report' },
  { path: '/counter/:id/report/traffic?segment_b=own', ready: 'Traffic' },
  // Words without an end, in a notice.
  {
    path: '/counter/:id/report/traffic?levels=ym:s:lastsignTrafficSource,ym:s:deviceCategory',
    ready: 'Traffic',
  },
  { path: '/counter/:id/visits', ready: 'Visits' },
  { path: '/counter/:id/funnels', ready: 'Funnels' },
  { path: '/counter/:id/retention', ready: 'Retention' },
  { path: '/counter/:id/journeys', ready: 'Journeys' },
  { path: '/counter/:id/alerts', ready: 'Alerts and schedules' },
  { path: '/boards', ready: 'Boards' },
  { path: '/counter/:id/goals', ready: 'Goals' },
  { path: '/counter/:id/goals/new', ready: 'New goal' },
  { path: '/counter/:id/settings', ready: 'Settings' },
  { path: '/counter/:id/costs', ready: 'Costs of advertising' },
  { path: '/counter/:id/uploads', ready: 'Conversions from outside' },
  { path: '/counter/:id/privacy', ready: 'Privacy' },
  { path: '/counter/:id/privacy/record', ready: 'Record of processing' },
  { path: '/counter/:id/people', ready: 'People' },
  { path: '/counter/:id/install', ready: 'Install the tag' },
  { path: '/counter/:id/health', ready: 'Collection health' },
] as const;

async function settled(page: Page, heading: string): Promise<void> {
  await page.getByRole('heading', { name: heading, level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
}

describe('one page after the other', () => {
  // One context: what the browser has fetched and compiled serves all screens.
  let page: Page;
  beforeAll(async () => {
    page = await stage.openSignedIn('/counters');
  });

  it.each(SCREENS)(
    '$path has no fault that axe finds, light and dark, and fits a small phone',
    async ({ path, ready }) => {
      await page.goto(stage.server.url + path.replace(':id', String(counter)));
      await settled(page, ready);
      expect(await axeFaults(page)).toEqual([]);
      await inColors(page, 'dark');
      expect(await colorFaults(page)).toEqual([]);
      await page.setViewportSize({ width: 360, height: 740 });
      await page.waitForFunction(() => window.innerWidth === 360);
      await fits(page);
      await page.setViewportSize({ width: 1280, height: 860 });
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    },
  );
});

it('signs in accessibly', async () => {
  const page = await stage.open('/sign-in');
  await settled(page, 'Sign in');
  expect(await axeFaults(page)).toEqual([]);
});

it('can be used with the keyboard alone', async () => {
  const page = await stage.openSignedIn(`/counter/${counter}/overview`);
  await settled(page, 'Overview');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Find a page or a goal' }).fill('conv');
  await page.keyboard.press('Enter');
  await settled(page, 'Conversions');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  const outline = await page.evaluate(
    () => getComputedStyle(document.activeElement ?? document.body).outlineStyle,
  );
  expect(outline).not.toBe('none');
});
