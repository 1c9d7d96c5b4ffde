import { describe, expect, it } from 'vitest';
import { changeOf, measuredChange } from './change.ts';

describe('changeOf', () => {
  it('claims nothing on tiny numbers', () => {
    expect(changeOf(3, 1)).toEqual({ kind: 'few' });
    expect(changeOf(19, 0)).toEqual({ kind: 'few' });
    expect(changeOf(0, 0)).toEqual({ kind: 'few' });
    expect(changeOf(20_000, 3)).toEqual({ kind: 'few' });
  });

  it('claims nothing of what does not exist', () => {
    expect(changeOf(null, 10)).toEqual({ kind: 'none' });
    expect(changeOf(10, undefined)).toEqual({ kind: 'none' });
  });

  it('says how far a number moved', () => {
    expect(changeOf(150, 100)).toEqual({ kind: 'moved', ratio: 0.5 });
    expect(changeOf(50, 100)).toEqual({ kind: 'moved', ratio: -0.5 });
    expect(changeOf(100, 100)).toEqual({ kind: 'same' });
  });

  it('does not divide by nothing', () => {
    expect(changeOf(40, 0)).toEqual({ kind: 'new' });
    expect(changeOf(0, 0, [100, 100])).toEqual({ kind: 'same' });
  });

  it('weighs a rate by what stands behind it', () => {
    expect(changeOf(50, 25, [4, 2])).toEqual({ kind: 'few' });
    expect(changeOf(50, 25, [400, 200])).toEqual({ kind: 'moved', ratio: 1 });
  });
});

it('[M123] tells percentages in points, and nothing of few visits', () => {
  expect(measuredChange('percent', 12.5, 10, [200, 300])).toEqual({ kind: 'points', points: 2.5 });
  expect(measuredChange('percent', 12.5, 10, [200, 19])).toEqual({ kind: 'few' });
  expect(measuredChange('percent', 10.01, 10, [200, 300])).toEqual({ kind: 'same' });
  expect(measuredChange('percent', null, 10, [200, 300])).toEqual({ kind: 'none' });
  expect(measuredChange('count', 15, 10, [200, 300])).toEqual({ kind: 'few' });
  expect(measuredChange('duration', 60, 30, [200, 300])).toEqual({ kind: 'moved', ratio: 1 });
});
