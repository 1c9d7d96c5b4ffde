/** A page says where the reader is, also before its first answer and where none comes. */
import type { Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFaults } from './axe.ts';
import { createStage, type Stage } from './stage.ts';

let stage: Stage;
let counter: number;
beforeAll(async () => {
  stage = await createStage();
  counter = await stage.api.createCounter();
});
afterAll(() => stage[Symbol.asyncDispose]());

/** Address, heading, and what it asks first. */
const PAGES = [
  ['/counters', 'Sites', /\/management\/v1\/counters\?/],
  ['/audit', 'Audit log', /\/api\/v1\/audit/],
  ['/counter/:id/now', 'Now', /\/live/],
  ['/counter/:id/overview', 'Overview', /\/stat\/v1\//],
  ['/counter/:id/report/sources_summary', 'Sources', /\/stat\/v1\//],
  ['/counter/:id/visits', 'Visits', /\/visits\?/],
  ['/counter/:id/retention', 'Retention', /retention/],
  ['/counter/:id/journeys', 'Journeys', /journeys/],
] as const;

const STATES: Readonly<Record<string, (route: Route) => Promise<void>>> = {
  'the answer is on its way': () => new Promise(() => undefined),
  'the network is away': (route) => route.abort('internetdisconnected'),
};

describe.each(Object.entries(STATES))('where %s', (_state, handle) => {
  it.each(PAGES)('%s', async (path, heading, asked) => {
    const page = await stage.openSignedIn('/account');
    await page.getByRole('heading', { level: 1 }).waitFor();
    let was = 0;
    await page.route(asked, (route) => {
      if (!['fetch', 'xhr'].includes(route.request().resourceType())) return route.continue();
      was++;
      return handle(route);
    });
    await page.goto(stage.server.url + path.replace(':id', String(counter)));
    await page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor();
    await expect.poll(() => was).toBeGreaterThan(0);
    expect(await axeFaults(page)).toEqual([]);
    await page.context().close();
  });
});
