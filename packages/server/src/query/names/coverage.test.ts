/** How many of the field's names can be asked: each alone gives an answer, and their number may only grow. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { counter, goal, startTestStat, type TestStat } from '../test-stat.ts';
import { hit, reaches, seconds, visit } from '../test-visits.ts';
import { FIELD_NAMES } from './test-field-names.ts';

/** What is counted beside a dimension, in each namespace. */
const ROWS = {
  'ym:s:': 'visits',
  'ym:pv:': 'pageviews',
  'ym:ep:': 'eventsNumber',
  'ym:dl:': 'downloads',
  'ym:up:': 'users',
} as const;
/** Names known, of all that there are. A number that grows is written here; none may fall. */
const KNOWN = {
  'ym:s:': [239, 114],
  'ym:pv:': [107, 9],
  'ym:ep:': [91, 5],
  'ym:dl:': [97, 9],
  'ym:up:': [5, 2],
} as const;

let stat: TestStat;
beforeAll(async () => {
  stat = await startTestStat();
  stat.counters = [counter({})];
  stat.goals = [goal(1)];
  const started_at = seconds('2026-03-10T12:00:00Z');
  const one = visit({ started_at, ...reaches([1, 5, 'EUR']), params: '[{"a":{"b":1}}]' });
  await stat.add(one);
  await stat.addHits(
    ...(['view', 'event', 'download'] as const).map((kind) =>
      hit(one, { kind, user_params: '{"a":{"b":1}}' }),
    ),
  );
});
afterAll(() => stat.close());

const PARAMETERS = { goal_id: '1', currency: 'EUR', attribution: 'lastsign', group: 'week' };

/** Null: answered. */
async function askAlone(prefix: keyof typeof ROWS, part: 'dimensions' | 'metrics', name: string) {
  const asked =
    part === 'metrics'
      ? { metrics: prefix + name }
      : { metrics: prefix + ROWS[prefix], dimensions: prefix + name };
  const params = { ...asked, ...PARAMETERS, date1: '2026-03-01', date2: '2026-03-31' };
  try {
    await stat.data(params);
    return null;
  } catch {
    return stat.refusal(params);
  }
}

it.each(Object.keys(FIELD_NAMES) as (keyof typeof ROWS)[])(
  '[M45]–[M50] names of %s are answered alone, or refused by a sentence that names the place',
  async (prefix) => {
    const counts: number[] = [];
    for (const part of ['dimensions', 'metrics'] as const) {
      let known = 0;
      for (const name of FIELD_NAMES[prefix][part]) {
        const refusal = await askAlone(prefix, part, name);
        if (refusal === null) known++;
        else {
          expect(refusal.code).toBe(400);
          for (const { location, message } of refusal.errors) {
            expect(location).toMatch(/^(?:metrics|dimensions)/);
            expect(message).toContain('cannot be known here: ');
          }
          const filled = await askAlone(prefix, part, name.replace('<attribution>', 'cross_device_first'));
          expect(filled?.message).toContain('cannot be known here: ');
        }
      }
      counts.push(known);
    }
    const [dimensions, metrics] = KNOWN[prefix];
    const said = `${prefix} ${counts.join(' + ')} of ${FIELD_NAMES[prefix].dimensions.length} + ${FIELD_NAMES[prefix].metrics.length}`;
    expect([said, counts]).toEqual([said, [dimensions, metrics]]);
  },
);

it.each([
  ['ym:s:ageInterval', 'age, gender and interests of visitors are not collected'],
  ['ym:pv:ipAddress', 'network addresses are not kept [W15]'],
  ['ym:s:lastsignDirectClickOrder', 'it is told by an account at an advertising system alone'],
])('[M50] %s cannot be known here, and the refusal says why', async (name, reason) => {
  const metrics = name.replace(/:\w+$/, name.startsWith('ym:s:') ? ':visits' : ':pageviews');
  expect((await stat.refusal({ metrics, dimensions: name })).message).toContain(
    `cannot be known here: ${reason}`,
  );
});
