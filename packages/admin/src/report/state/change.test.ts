import { describe, expect, it } from 'vitest';
import { changeOf } from './change.ts';

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
