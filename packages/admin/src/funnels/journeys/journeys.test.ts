import {
  JOURNEY_ABOUT,
  JOURNEY_NONE,
  JOURNEY_OTHER,
  MAX_JOURNEY_DEPTH,
  type JourneyPlace,
} from '@goalpost/contract/reports/journeys';
import { expect, it } from 'vitest';
import { ABOUT, flowOf, NONE, OTHER } from './flow.ts';
import { aboutOf, DEPTHS, readJourneySearch } from './search.ts';

const place = (step: string, links: JourneyPlace['links'], other = 0): JourneyPlace => ({
  steps: [{ key: `page:${step}`, type: 'page', value: step, name: step, count: 3, share: 60 }],
  other: { count: other, share: other * 20, distinct: other },
  none: { count: 2, share: 40 },
  links,
});

it('[M121] stands from what came first to what came last, with links from left to right', () => {
  const flow = flowOf({
    query: {},
    journeys: 5,
    before: [
      place('/near', [
        { from: 'about', to: 'page:/near', count: 3 },
        { from: 'about', to: 'none', count: 2 },
      ]),
      place('/far', [{ from: 'page:/near', to: 'page:/far', count: 3 }], 1),
    ],
    after: [place('/next', [{ from: 'about', to: 'page:/next', count: 3 }])],
  });
  expect(flow.columns.map((column) => column.place)).toEqual([-2, -1, 0, 1]);
  expect(flow.columns.map(({ boxes }) => boxes.map(({ key }) => key))).toEqual([
    ['page:/far', 'other', 'none'],
    ['page:/near', 'none'],
    ['about'],
    ['page:/next', 'none'],
  ]);
  expect(flow.links).toEqual([
    [{ from: 0, to: 0, count: 3 }],
    [
      { from: 0, to: 0, count: 3 },
      { from: 1, to: 0, count: 2 },
    ],
    [{ from: 0, to: 0, count: 3 }],
  ]);
});

it('keeps what it knows of an address, and begins with conversations', () => {
  const about = '{"type":"page","value":"/cart"}';
  expect(readJourneySearch({ about, whose: 'visitor', depth: '5' })).toEqual({
    about,
    whose: 'visitor',
    depth: '5',
  });
  expect(readJourneySearch({ about: '{', whose: 'x', depth: '99' })).toEqual({});
  expect(aboutOf(undefined)).toEqual({ type: 'chat' });
});

it('calls things as the API does', () => {
  expect([ABOUT, OTHER, NONE]).toEqual([JOURNEY_ABOUT, JOURNEY_OTHER, JOURNEY_NONE]);
  expect(Math.max(...DEPTHS.map(Number))).toBeLessThanOrEqual(MAX_JOURNEY_DEPTH);
});
