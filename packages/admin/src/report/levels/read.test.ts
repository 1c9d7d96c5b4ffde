import { levelsOf, REPORTS } from '@goalpost/contract/reports/catalogue';
import { levelGroups } from '@goalpost/contract/reports/levels';
import { expect, it } from 'vitest';
import { areLevels, readLevels, writeLevels } from './read.ts';

it('[M133] levels are read as they are written, all that reports have or offer', () => {
  for (const report of REPORTS) {
    const own = levelsOf(report).map(({ dimension }) => dimension);
    for (const id of [...own, ...levelGroups(report).flatMap(({ dimensions }) => dimensions)])
      expect(readLevels(writeLevels([id]))).toEqual([id]);
  }
  const levels = ['<attribution>TrafficSource', 'startURLPath', 'deviceCategory'] as const;
  expect(writeLevels(levels)).toBe('TrafficSource,startURLPath,deviceCategory');
  expect(readLevels(writeLevels(levels))).toEqual(levels);
});

it.each(['', 'planet', 'browser,', 'browser,browser', 'browser,planet', 'date,hour,browser,title,URL,year'])(
  '[M140] %j are no levels',
  (text) => {
    expect(areLevels(text)).toBe(false);
  },
);
