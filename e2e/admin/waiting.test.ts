/** A page says where the reader is, also before its first answer and where it is a refusal. */
import type { Page, Route } from 'playwright-core';
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
  // Final: of what may come yet, the app asks three times, for seconds.
  'the server refuses': (route) =>
    route.fulfill({ status: 403, json: { errors: [], code: 403, message: 'no' } }),
};

describe.each(Object.entries(STATES))('where %s', (state, handle) => {
  /** One for all: what it has fetched of the web app, it keeps. */
  let page: Page;
  beforeAll(async () => {
    page = await stage.openSignedIn('/icon.svg');
  });
  afterAll(() => page.context().close());
  it.each(PAGES)('%s', async (path, heading, asked) => {
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    let was = 0;
    await page.route(asked, (route) => {
      if (!['fetch', 'xhr'].includes(route.request().resourceType())) return route.continue();
      was++;
      return handle(route);
    });
    await page.goto(stage.server.url + path.replace(':id', String(counter)));
    await expect.poll(() => was).toBeGreaterThan(0);
    if (state === 'the server refuses') await page.getByRole('alert').first().waitFor();
    await page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
  });
});
