/** Whose hits the door leaves out since they are the site's own. */
import { CONSENT_DEFAULTS } from '@goalpost/contract/consent';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CHROME, counterConfig, startTestCollection, type TestCollection } from '../test-collection.ts';
import { markOf, type OwnVisitLink } from './own-visits.ts';

const COLLEAGUE = '1795378102825877058';
const VISITOR = '1795378102999999999';
const OPEN = 'a-token-of-a-link-that-marks';
const marked = { addresses: [], browsers: [{ mark: markOf(2, COLLEAGUE), at: 1 }] };

let running: TestCollection;
const told: [number, string, OwnVisitLink][] = [];
beforeAll(async () => {
  running = await startTestCollection({
    trustProxy: ['127.0.0.1'],
    readOwnVisitLink: (token) => (token === OPEN ? 'mark' : null),
    configs: [
      counterConfig({
        counterId: 1,
        ownVisits: { addresses: ['203.0.113.0/24', '2001:db8::/32'], browsers: [] },
      }),
      counterConfig({ counterId: 2, ownVisits: marked }),
      counterConfig({
        counterId: 3,
        ownVisits: marked,
        consent: { ...CONSENT_DEFAULTS, mode: 'cookieless' },
      }),
      counterConfig({ counterId: 4 }),
    ],
  });
  running.collection.listenToOwnVisits((...one) => void told.push(one));
});
afterAll(() => running.stop());

let rn = 0;
async function send(
  counter: number,
  { visitor = VISITOR, from = '198.51.100.7', page = '', cookie = '' } = {},
): Promise<[number, string | null]> {
  rn += 1;
  const query = new URLSearchParams({
    'page-url': `https://shop.example/${page}`,
    'browser-info': `pv:1:rn:${rn}${visitor === '' ? '' : `:u:${visitor}`}:t:a title`,
  });
  const { status, headers } = await fetch(`${running.url}/watch/${counter}?${query}`, {
    headers: { 'user-agent': CHROME, 'x-forwarded-for': from, ...(cookie === '' ? {} : { cookie }) },
  });
  return [status, headers.get('x-goalpost')];
}
const LEFT_OUT = [403, expect.stringContaining('own_visit')];

it.each([
  [1, '203.0.113.9', true],
  [1, '203.0.114.9', false],
  [1, '2001:db8::5', true],
  [1, '2001:db9::5', false],
  [4, '203.0.113.9', false],
] as const)('[P27] counter %d by the address %s: left out %s', async (counter, from, isOut) => {
  expect(await send(counter, { from })).toEqual(isOut ? LEFT_OUT : [200, expect.any(String)]);
});

it('[P27] by a browser that is marked on this counter, and on no other', async () => {
  expect(await send(2, { visitor: COLLEAGUE })).toEqual(LEFT_OUT);
  expect(await send(2, { visitor: `00${COLLEAGUE}` })).toEqual(LEFT_OUT);
  for (const counter of [1, 3, 4]) expect((await send(counter, { visitor: COLLEAGUE }))[0]).toBe(200);
  expect((await send(2))[0]).toBe(200);
});

it('[P28] a link is told with the mark of the browser, is not counted, and one that is none is a page', async () => {
  told.length = 0;
  expect(await send(4, { visitor: COLLEAGUE, page: `?a=1&_gp_own=${OPEN}` })).toEqual(LEFT_OUT);
  expect(told).toEqual([[4, markOf(4, COLLEAGUE), 'mark']]);
  // Without a number there is nothing to mark.
  expect(await send(3, { visitor: COLLEAGUE, page: `?_gp_own=${OPEN}` })).toEqual(LEFT_OUT);
  for (const page of ['?_gp_own=', '?_gp_own=somebody-has-made-this-up', '?_gp_own', `#_gp_own=${OPEN}`])
    expect((await send(4, { page }))[0]).toBe(200);
  expect(told).toHaveLength(1);
});

it('[P27] is counted in Collection health as left out', async () => {
  const [endpoint] = running.collection.endpoints;
  const health = await (endpoint as { handle(asked: object, context: object): Promise<unknown> }).handle(
    { params: { counterId: 2 }, query: {}, body: undefined },
    { caller: null },
  );
  expect(health).toMatchObject({ refusals: [{ reason: 'own_visit', count: 2 }] });
});
