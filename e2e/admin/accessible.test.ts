import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStage, type Stage } from './stage.ts';
import { sendVisits } from './traffic.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

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
  { path: '/counter/:id/overview', ready: 'Overview' },
  { path: '/counter/:id/conversions', ready: 'Conversions' },
  { path: '/counter/:id/traffic', ready: 'Traffic' },
  { path: '/counter/:id/sources?open=organic', ready: 'Sources' },
  { path: '/counter/:id/goals', ready: 'Goals' },
  { path: '/counter/:id/goals/new', ready: 'New goal' },
  { path: '/counter/:id/settings', ready: 'Settings' },
  { path: '/counter/:id/people', ready: 'People' },
  { path: '/counter/:id/install', ready: 'Install the tag' },
  { path: '/counter/:id/health', ready: 'Collection health' },
] as const;

async function settled(page: Page, heading: string): Promise<void> {
  await page.getByRole('heading', { name: heading, level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
}

async function faults(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const axe = (globalThis as unknown as { axe: typeof import('axe-core') }).axe;
    const { violations } = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
  });
}

describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
  it.each(SCREENS)('$path has no fault that axe finds', async ({ path, ready }) => {
    const page = await stage.openSignedIn(path.replace(':id', String(counter)), { colorScheme });
    await settled(page, ready);
    expect(await faults(page)).toEqual([]);
    await page.context().close();
  });
});

it('signs in accessibly', async () => {
  const page = await stage.open('/sign-in');
  await settled(page, 'Sign in');
  expect(await faults(page)).toEqual([]);
});

it.each(SCREENS)('$path does not scroll sideways on a small phone', async ({ path, ready }) => {
  const page = await stage.openSignedIn(path.replace(':id', String(counter)), { width: 360 });
  await settled(page, ready);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(over).toBeLessThanOrEqual(0);
  await page.context().close();
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
