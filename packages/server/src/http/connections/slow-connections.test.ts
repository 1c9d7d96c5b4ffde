import { describe, expect, it } from 'vitest';
import { laggards } from './slow-connections.ts';

const readers = (...waiting: number[]) => waiting.map((bufferedAmount) => ({ bufferedAmount }));

describe('laggards', () => {
  it('are none while what waits is within the bound', () => {
    expect(laggards(readers(0, 40, 60), 100)).toEqual([]);
    expect(laggards([], 100)).toEqual([]);
  });

  it('are the slowest, until half the bound is free again', () => {
    expect(laggards(readers(10, 60, 0, 30, 20), 100)).toEqual(readers(60, 30));
  });

  it('are never those who keep up', () => {
    const all = readers(0, 101, 0);
    expect(laggards(all, 100)).toEqual(readers(101));
  });
});
