/** A table below a chart shows a dozen rows at once on a laptop. Notes do not push it away. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newVisitorId, sendHit } from '../path/wire.ts';
import { createStage, type Stage } from './stage.ts';

const ROWS = 12;
/** Each in a country of its own. */
const ADDRESSES = [
  '77.88.8.8',
  '8.8.8.8',
  '84.4.4.4',
  '91.10.1.1',
  '151.30.1.1',
  '81.40.1.1',
  '25.1.1.1',
  '126.1.1.1',
  '1.120.1.1',
  '117.200.1.1',
  '187.1.1.1',
  '24.200.1.1',
  '83.5.1.1',
  '85.100.1.1',
];

let stage: Stage;
let counter: number;
beforeAll(async () => {
  stage = await createStage({ environment: { GOALPOST_TRUST_PROXY: '127.0.0.1' } });
  counter = await stage.api.createCounter();
  for (const [site, address] of ADDRESSES.entries())
    await sendHit(stage.server.url, {
      counter,
      address,
      visitor: newVisitorId(),
      pageUrl: `https://shop.example/?from=tag${site}`,
      pageRef: `https://blog${site}.example/best`,
    });
  // Each setting makes a note on the chart by itself.
  for (const name of ['One', 'Two', 'Three', 'Four'])
    await stage.api.call('POST', `/management/v1/counter/${counter}/goals`, {
      goal: { name, type: 'action', conditions: [{ type: 'exact', url: name }] },
    });
  await stage.server.flushed();
});
afterAll(() => stage[Symbol.asyncDispose]());

/** Days, sites and countries: with notes between chart and table, without, and with a map. */
it.each([
  'report/traffic?period=30d',
  'report/sources_sites?period=today',
  'report/geo_country?period=today',
])('at 1440 × 900: %s', async (path) => {
  const page = await stage.openSignedIn(`/counter/${counter}/${path}`);
  await page.setViewportSize({ width: 1440, height: 900 });
  const rows = page.getByRole('table').last().locator('tbody tr');
  await page.locator('.gp-chart svg').first().waitFor();
  const inSight = () =>
    rows.evaluateAll(
      (all) =>
        all.filter((row) => {
          const { top, bottom } = row.getBoundingClientRect();
          return top >= 0 && bottom <= innerHeight;
        }).length,
    );
  await expect.poll(inSight).toBeGreaterThanOrEqual(ROWS);
});
