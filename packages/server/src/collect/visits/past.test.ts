/** What visits know of those before them [V15, V16], and how long they are kept [V10, V26]. */
import { describe, expect, it } from 'vitest';
import { NO_MARKS, type PastVisits } from '../ports.ts';
import { collect, config, finalVisits, hit, NOON, processAll, testPipeline } from '../test-journal.ts';

const HOUR = 3_600;
const GOOGLE = 'https://www.google.com/';

describe('the visitor’s past', () => {
  it('[V15] [V16] first and last significant source, and the number of the visit', async () => {
    const { visits } = await collect([
      hit({ at: 0, url: 'https://shop.example/?utm_source=newsletter&utm_medium=email' }),
      hit({ at: HOUR }),
      hit({ at: 2 * HOUR, ref: 'https://vk.com/' }),
      hit({ at: 3 * HOUR, ref: 'https://shop.example/x' }),
    ]);
    const past = visits.map((v) => [
      v.visit_number,
      v.traffic_source,
      v.first_traffic_source,
      v.significant_traffic_source,
      v.first_visit_at - NOON,
      v.previous_visit_at === 0 ? null : v.previous_visit_at - NOON,
      v.significant_at - NOON,
    ]);
    expect(past).toEqual([
      [1, 'email', 'email', 'email', 0, null, 0],
      [2, 'direct', 'email', 'email', 0, 0, 0],
      [3, 'social', 'email', 'social', 0, HOUR, 2 * HOUR],
      [4, 'internal', 'email', 'social', 0, 2 * HOUR, 2 * HOUR],
    ]);
  });

  it('[V16] a visit that comes to light late takes its place among the others', async () => {
    const { visits } = await collect([
      hit({ at: 2 * HOUR }),
      hit({ at: 4 * HOUR }),
      hit({ at: 0, arrived: 4 * HOUR + 60, ref: GOOGLE }),
    ]);
    expect(visits.map((v) => [v.visit_number, v.first_traffic_source])).toEqual([
      [1, 'organic'],
      [2, 'organic'],
      [3, 'organic'],
    ]);
  });

  it('[V15] what memory has forgotten is asked of the store, once a counter, and only of strangers', async () => {
    const asked: unknown[] = [];
    const email = { trafficSource: 'email', sourceEngine: 'newsletter', searchPhrase: '' } as const;
    const utm = {
      utmSource: 'n',
      utmMedium: 'email',
      utmCampaign: '',
      utmContent: '',
      utmTerm: '',
      ...NO_MARKS,
    };
    const pipeline = testPipeline({
      history: {
        lookup(counterId, visitors, beforeSegment) {
          asked.push([counterId, visitors, beforeSegment]);
          const past = {
            visits: 3,
            firstVisitAt: NOON - 86_400 * 200,
            lastVisitAt: NOON - 86_400,
            first: { ...email, ...utm },
            significant: { ...email, ...utm },
            significantAt: NOON - 86_400 * 90,
          };
          return Promise.resolve(new Map([['5', past]]));
        },
      },
    });
    const newborn = `${NOON}123456789`;
    const batches = await processAll(pipeline, [
      [
        config(),
        hit({ at: 0, visitor: '5' }),
        hit({ at: 1, visitor: '6' }),
        hit({ at: 2, visitor: '5' }),
        hit({ at: 2, visitor: newborn }),
      ],
      [hit({ at: 3, visitor: '5' }), hit({ at: 4, visitor: '7' })],
    ]);
    expect(asked).toEqual([
      [config().config.counterId, ['5', '6'], 1],
      [config().config.counterId, ['7'], 2],
    ]);
    const known = finalVisits(batches).find((v) => v.visitor_id === '5');
    expect(known).toMatchObject({
      visit_number: 4,
      traffic_source: 'direct',
      first_traffic_source: 'email',
      significant_traffic_source: 'email',
      previous_visit_at: NOON - 86_400,
    });
    const later = await processAll(pipeline, [[hit({ at: HOUR, visitor: '5' })]], 3);
    expect(finalVisits(later)[0]).toMatchObject({ visit_number: 5, significant_traffic_source: 'direct' });
    const late = hit({ at: -2 * HOUR, arrived: 2 * HOUR, visitor: '5' });
    const shifted = await processAll(pipeline, [[late]], 4);
    expect(finalVisits(shifted).map((v) => v.visit_number)).toEqual([4, 5, 6]);
  });

  it('[V13] [V16] a robot that counts like everyone has a past; one that is kept apart has none', async () => {
    const source = { trafficSource: 'direct', sourceEngine: '', searchPhrase: '' } as const;
    const direct = {
      ...source,
      utmSource: '',
      utmMedium: '',
      utmCampaign: '',
      utmContent: '',
      utmTerm: '',
      ...NO_MARKS,
    };
    const past: PastVisits = {
      visits: 3,
      firstVisitAt: NOON - 86_400 * 9,
      lastVisitAt: NOON - 86_400,
      first: direct,
      significant: direct,
      significantAt: NOON - 86_400,
    };
    const history = { lookup: () => Promise.resolve(new Map([['5', past]])) };
    const numberOf = async (filterRobots: boolean) => {
      const robot = hit({ at: 0, visitor: '5', robot: true });
      const batches = await processAll(testPipeline({ history }), [[config({ filterRobots }), robot]]);
      return finalVisits(batches).map((v) => [v.is_robot, v.visit_number]);
    };
    expect(await numberOf(false)).toEqual([[false, 4]]);
    expect(await numberOf(true)).toEqual([[true, 1]]);
  });

  it('[V10] visits are kept as long as a late hit may join them, and no longer', async () => {
    let asked = 0;
    const pipeline = testPipeline({
      history: {
        lookup: () => {
          asked++;
          return Promise.resolve(new Map());
        },
      },
    });
    const other = (at: number) => [hit({ at, visitor: '8' })];
    const late = (at: number) => hit({ at: 1_800, arrived: at });
    const kept = await processAll(pipeline, [
      [config(), hit({ at: 0 })],
      other(12 * HOUR + 1_800),
      [late(12 * HOUR + 1_800)],
    ]);
    expect(finalVisits(kept).filter((v) => v.visitor_id !== '8')).toHaveLength(1);
    expect(asked).toBe(2);
    const gone = await processAll(pipeline, [other(26 * HOUR), [hit({ at: 26 * HOUR })]], 4);
    expect(asked).toBe(3);
    expect(finalVisits(gone).filter((v) => v.visitor_id !== '8')).toHaveLength(1);
  });

  it('[V26] a longer timeout that is set later does not bring a forgotten visit back', async () => {
    const HALF_PAST_TWELVE = 12 * HOUR + 1_801;
    const longer = config({ visitTimeout: 21_600 });
    const other = hit({ at: HALF_PAST_TWELVE, visitor: '8' });
    const late = hit({ at: 2 * HOUR, arrived: HALF_PAST_TWELVE + 1 });
    const first = [config(), hit({ at: 0 })];
    const visitsOf = async (segments: Parameters<typeof processAll>[1]) =>
      finalVisits(await processAll(testPipeline(), segments)).filter((v) => v.visitor_id !== '8').length;
    expect(await visitsOf([first, [other], [longer, late]])).toBe(2);
    expect(await visitsOf([first, [longer, other], [late]])).toBe(1);
  });
});
