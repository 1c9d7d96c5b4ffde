/** A table below a chart shows a dozen rows at once on a laptop, and notes do not push it away. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newVisitorId, sendHit } from '../path/wire.ts';
import { createStage, type Stage } from './stage.ts';

const SITES = 16;
const ROWS = 12;

let stage: Stage;
let counter: number;
beforeAll(async () => {
  stage = await createStage();
  counter = await stage.api.createCounter();
  for (let site = 0; site < SITES; site += 1)
    await sendHit(stage.server.url, {
      counter,
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

/** Days and sites: with notes between chart and table, and without. */
it.each(['report/traffic?period=30d', 'report/sources_sites?period=today'])(
  'at 1440 × 900: %s',
  async (path) => {
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
  },
);
