/** Saved segments in questions [M65]: the same rows as their filters written out, refusals at the place. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isProblem, problemBody } from '../../kit/problem.ts';
import { counter, goal, NOW, startTestStat, type TestStat } from '../test-stat.ts';
import { hit, reaches, visit } from '../test-visits.ts';
import { createSegmentManagement } from './management.ts';
import type { SavedSegment } from './port.ts';

const segment = (id: number, expression: string, counterId = 1): SavedSegment => ({
  id,
  counterId,
  name: `Segment ${id}`,
  expression,
  privateOf: null,
  createdAt: 0,
});

const text = (expression: string) => ({ name: 'a', expression, private: false });

let stat: TestStat;
beforeAll(async () => {
  stat = await startTestStat();
  stat.goals = [goal(1)];
  stat.segments = [
    segment(1, "ym:s:browser=='Chrome' OR ym:s:browser=='Safari'"),
    segment(2, "ym:s:deviceCategory=='mobile'"),
    segment(3, 'ym:s:segment==1 AND ym:s:segment!=2'),
    segment(4, "EXISTS(ym:pv:URL=@'cart')"),
    segment(5, 'ym:s:segment==6'),
    segment(6, 'ym:s:segment==5'),
    segment(7, "ym:s:browser=='Chrome'", 2),
    segment(8, 'ym:s:goal999IsReached==1'),
    ...[21, 22, 23, 24, 25].map((id) => segment(id, `ym:s:segment==${id + 1}`)),
    segment(26, 'ym:s:pageViews>0'),
    segment(30, Array.from({ length: 20 }, (_, at) => `ym:s:pageViews>${at}`).join(' AND ')),
    segment(31, 'ym:s:segment=.(30,30,30,30,30,30,30,30,30,30,30)'),
  ];
  const cart = visit({ browser: 'Chrome', ...reaches(1) });
  await stat.add(
    cart,
    visit({ browser: 'Chrome', device_category: 'mobile' }),
    visit({ browser: 'Safari', device_category: 'mobile' }),
    visit({ browser: 'Firefox' }),
  );
  await stat.addHits(hit(cart, { url: 'https://shop.example/cart' }));
});
afterAll(() => stat.close());

const visits = async (params: Record<string, string>): Promise<unknown> =>
  (await stat.data({ metrics: 'ym:s:visits', ...params })).totals[0];

describe('[M65] segments in a question', () => {
  it.each([
    [{ segment: '1' }, 3],
    [{ segment: '1,2' }, 2],
    [{ segment: '3' }, 1],
    [{ segment: '4' }, 1],
    [{ segment: '1', filters: "ym:s:browser!='Safari'" }, 2],
    [{ filters: 'ym:s:segment==1' }, 3],
    [{ filters: 'ym:s:segment!=1' }, 1],
    [{ filters: 'ym:s:segment=.(2,4)' }, 3],
    [{ filters: "NOT (ym:s:segment==2 AND ym:s:browser=='Safari')" }, 3],
    [{ segment: '22' }, 4],
  ])('%o chooses %i visits', async (params, expected) => {
    expect(await visits(params)).toBe(expected);
  });
  it('of page views, of a chart and of both sides of a comparison', async () => {
    const views = await stat.data({ metrics: 'ym:pv:pageviews', segment: '1' });
    expect(views.totals).toEqual([1]);
    const chart = await stat.bytime({ metrics: 'ym:s:visits', segment: '2', group: 'all' });
    expect(chart.totals).toEqual([[2]]);
    const sides = await stat.comparison({ metrics: 'ym:s:visits', segment_a: '1', segment_b: '2' });
    expect(sides.totals).toEqual({ a: [3], b: [2] });
    expect(sides.query).toMatchObject({ segment_a: [1], segment_b: [2] });
  });
  it.each([
    [{ segment: 'x' }, 'segment', '"x" is not the number of a segment'],
    [{ segment: '99' }, 'segment', 'there is no segment 99 of the counter'],
    [{ segment: '7' }, 'segment', 'there is no segment 7 of the counter'],
    [{ segment: '1,2,3,4,5,6,7,8,9,10,11' }, 'segment', 'at most 10'],
    [{ segment: '5' }, 'segment', 'segment 5 names itself'],
    [{ segment: '8' }, 'segment', 'there is no goal 999'],
    [{ segment: '21' }, 'segment', 'segments stand at most 5 deep in one another'],
    [{ segment: '31' }, 'segment', 'a filter has at most 200 conditions with those of its segments'],
    [{ filters: 'ym:s:pageViews>1 AND ym:s:segment==7' }, 'filters', 'character 36: there is no segment 7'],
    [{ filters: "ym:s:segment=@'1'" }, 'filters', 'knows only the operators'],
    [{ filters: "ym:s:segment=='a'" }, 'filters', 'the number of a segment is needed'],
    [{ filters: 'ym:s:segment==null' }, 'filters', 'the number of a segment is needed'],
  ])('%o is refused', async (params, location, message) => {
    const refusal = await stat.refusal({ metrics: 'ym:s:visits', ...params });
    expect(refusal.message).toContain(message);
    expect(refusal).toMatchObject({ code: 400, errors: [{ location }] });
  });
});

describe('[M65] saving a segment', () => {
  const written: string[] = [];
  const management = () =>
    createSegmentManagement({
      segments: {
        list: async () => stat.segments,
        find: async (ids) => stat.segments.filter(({ id }) => ids.includes(id)),
        create: async (counterId, { expression, privateOf }) => {
          written.push(expression);
          return { ...segment(99, expression, counterId), privateOf };
        },
        replace: async (counterId, id, { expression }) => segment(id, expression, counterId),
        remove: async () => false,
      },
      counters: { get: async (id) => (id === 1 ? counter() : null) },
      goals: { list: async () => stat.goals },
      clock: { now: () => NOW },
    });
  it.each(["ym:s:browser=='Chrome'", 'ym:s:segment==3', "EXISTS(ym:pv:title=='')", 'ym:s:goal==1'])(
    'takes %s',
    async (expression) => {
      expect(await management().create(1, text(expression), 'ann')).toMatchObject({ expression });
      expect(written.at(-1)).toBe(expression);
    },
  );
  it.each([
    'ym:s:visits>1',
    'ym:s:nothing==1',
    'ym:s:goal==2',
    'ym:s:browser==',
    'ym:s:segment==7',
    'ym:s:segment==5',
    '('.repeat(60) + 'ym:s:pageViews>1' + ')'.repeat(60),
  ])('refuses %s', async (expression) => {
    const refused = await management().create(1, text(expression), 'ann');
    expect(isProblem(refused) && problemBody(refused).errors[0]?.location).toBe('segment.expression');
  });
  it('refuses one that would name itself, in however many steps', async () => {
    for (const [id, expression] of [
      [1, 'ym:s:segment==1'],
      [1, 'ym:s:segment==3'],
    ] as const) {
      const refused = await management().replace(1, id, text(expression), 'ann');
      expect(isProblem(refused) && problemBody(refused).message).toContain('names itself');
    }
  });
  it('[M144] lists a private one to its owner alone, who alone changes and deletes it', async () => {
    const own = { ...segment(50, "ym:s:browser=='Own'"), privateOf: 'ann' };
    stat.segments = [...stat.segments, own];
    const listed = async (who: string) => (await management().list(1, who)).some(({ id }) => id === 50);
    expect([await listed('ann'), await listed('bob')]).toEqual([true, false]);
    for (const refused of [
      await management().replace(1, 50, text('ym:s:pageViews>1'), 'bob'),
      await management().remove(1, 50, 'bob'),
    ])
      expect(isProblem(refused) && problemBody(refused).code).toBe(403);
    expect(isProblem(await management().replace(1, 50, text('ym:s:pageViews>1'), 'ann'))).toBe(false);
    // A link that names it shows a colleague the same.
    expect(await management().get(1, 50)).toEqual(own);
    const made = await management().create(1, { ...text('ym:s:pageViews>1'), private: true }, 'bob');
    expect(made).toMatchObject({ privateOf: 'bob' });
  });
  it('finds those of the counter alone', async () => {
    const refused = await management().get(1, 7);
    expect(isProblem(refused) && problemBody(refused).code).toBe(404);
  });
});

it('[M90] segments as large as they may be are asked within together', async () => {
  const before = stat.segments;
  const long = (at: number): string =>
    Array.from({ length: 20 }, (_, n) => {
      const all = Array.from({ length: 5 }, (_one, k) => `'https://shop.example/${at}/${n}/${k}/x'`);
      return `ym:s:startURL=.(${all.join(',')})`;
    }).join(' OR ');
  stat.segments = [61, 62, 63, 64, 65, 66, 67].map((id) => segment(id, long(id)));
  const answer = await stat.data({ metrics: 'ym:s:visits', segment: '61,62,63,64,65,66,67' });
  expect(answer.totals).toEqual([0]);
  stat.segments = before;
});
