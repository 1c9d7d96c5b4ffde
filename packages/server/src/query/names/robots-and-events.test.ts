/** Robots in a question that names them, and events by their pages, told by small stories. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestStat, type TestStat } from '../test-stat.ts';
import { hit, visit } from '../test-visits.ts';

let stat: TestStat;
const ann = visit({ cookies: 'yes' });
beforeAll(async () => {
  stat = await startTestStat();
  await stat.add(ann, visit({ cookies: 'no' }), visit({ cookies: '' }), visit({ is_robot: true }));
  const click = { kind: 'event', identifier: 'click', referrer: 'https://shop.example/cart' } as const;
  await stat.addHits(
    hit(ann, { ...click, page_view: 7 }),
    hit(ann, { ...click, page_view: 7 }),
    hit(ann, { ...click, page_view: 0 }),
    hit(ann, { kind: 'view' }),
  );
});
afterAll(() => stat.close());

const totals = async (metrics: string) => (await stat.data({ metrics })).totals;

it('[M48] robots count where a metric names them, and nowhere else', async () => {
  expect(await totals('ym:s:visits')).toEqual([3]);
  expect(await totals('ym:s:visits,ym:s:robotVisits,ym:s:robotPercentage')).toEqual([4, 1, 25]);
});

it('[M48] what is not known of cookies counts as not so', async () => {
  const [share] = await totals('ym:s:cookieEnabledPercentage');
  expect(share).toBeCloseTo(100 / 3);
});

it('[M49] events that share a page view are one of them, those without a number each one', async () => {
  expect(await totals('ym:ep:eventsNumber,ym:ep:eventPageViews')).toEqual([3, 2]);
  const { data } = await stat.data({ metrics: 'ym:ep:eventsNumber', dimensions: 'ym:ep:eventURLPath' });
  expect(data.map(({ dimensions, metrics }) => [dimensions[0]?.name, metrics[0]])).toEqual([['/cart', 3]]);
});
