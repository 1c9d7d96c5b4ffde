/** What goals are shown of a hit and its visit [G31, G32, G34], through the whole pipeline. */
import { MAX_DEPTH } from '@goalpost/contract/goals';
import { describe, expect, it } from 'vitest';
import { compileGoals } from '../../goals/index.ts';
import type { JournalRecord } from '../journal-record.ts';
import { actionGoal, collect, config, event, hit, testPipeline } from '../test-journal.ts';
import { MAX_HITS } from '../visits/visit.ts';

const LEAD = actionGoal(1, 'lead');

describe('[G31] page depth', () => {
  const depth = (count: number) =>
    actionGoal(3, '', { type: 'number', conditions: [], fields: { depth: count } });
  const reachesOf = async (records: readonly JournalRecord[], count: number) =>
    (await collect(records, { goals: [depth(count)] })).hits.map((row) => row.goal_ids.length);

  it('is reached by the page view that makes so many, once a visit', async () => {
    const views = [0, 10, 20, 30].map((at) => hit({ at }));
    expect(await reachesOf(views, 3)).toEqual([0, 0, 1, 0]);
  });

  it('counts page views alone', async () => {
    const link = hit({ at: 2, kind: 'ln:1', url: 'https://else.example/', ref: 'https://shop.example/' });
    expect(await reachesOf([hit({ at: 0 }), event('lead', { at: 1 }), link, hit({ at: 3 })], 2)).toEqual([
      0, 0, 0, 1,
    ]);
  });

  it('counts a late page view when it comes', async () => {
    expect(await reachesOf([hit({ at: 20 }), hit({ at: 10, arrived: 21 })], 2)).toEqual([0, 1]);
  });

  it('is counted anew in the next visit', async () => {
    const views = [0, 10, 4_000, 4_010].map((at) => hit({ at }));
    expect(await reachesOf(views, 2)).toEqual([0, 1, 0, 1]);
  });

  it('[G32] can be as many as a visit can have', () => {
    expect(MAX_DEPTH).toBe(MAX_HITS);
  });
});

describe('[G34] what goals are shown', () => {
  const PAGE = 'https://shop.example/cart';
  const shown = async (records: readonly JournalRecord[]) => {
    const calls: unknown[] = [];
    const pipeline = testPipeline({
      compileGoals: (goals) => {
        const compiled = compileGoals(goals);
        return {
          ...compiled,
          match(fact, place, memory, visit) {
            const { hits = 0, views = 0, startedAt = 0, endedAt = 0 } = visit ?? {};
            calls.push([fact, hits, views, endedAt - startedAt]);
            return compiled.match(fact, place, memory, visit);
          },
        };
      },
    });
    await pipeline.process({ number: 1, records: [config({ goals: [LEAD] }), ...records] });
    return calls;
  };
  const none = { params: '', commerce: '' };

  it('is what the hit was, and the visit with it', async () => {
    const calls = await shown([
      hit({ at: 0, url: PAGE, ref: 'https://from.example/' }),
      event('lead', { at: 5, params: { a: 1 } }),
      hit({ at: 10, kind: 'ln:1', url: 'https://else.example/', ref: PAGE }),
      hit({ at: 20, kind: 'dl:1', url: 'https://shop.example/a.pdf', ref: PAGE }),
      hit({ at: 30, kind: 'ar:1', url: 'form://shop.example/?i=order', ref: PAGE }),
      hit({ at: 40, kind: 'ar:1', url: 'btn://shop.example/?i=buy', ref: PAGE }),
      hit({ at: 50, kind: 'pa:1', url: PAGE, params: { b: 2 } }),
      hit({ at: 60, kind: 'nb:1', url: PAGE }),
    ]);
    expect(calls).toEqual([
      [{ kind: 'view', url: PAGE, referrer: 'https://from.example/', ...none }, 1, 1, 0],
      [{ kind: 'event', identifier: 'lead', params: '{"a":1}', commerce: '' }, 2, 1, 5],
      [{ kind: 'link', url: 'https://else.example/', page: PAGE, ...none }, 3, 1, 10],
      [{ kind: 'download', url: 'https://shop.example/a.pdf', page: PAGE, ...none }, 4, 1, 20],
      [{ kind: 'form', url: 'form://shop.example/?i=order', page: PAGE, ...none }, 5, 1, 30],
      [{ kind: 'button', url: 'btn://shop.example/?i=buy', page: PAGE, ...none }, 6, 1, 40],
      [{ kind: 'params', params: '{"b":2}', commerce: '' }, 7, 1, 50],
      [{ kind: 'other' }, 8, 1, 60],
    ]);
  });
});
