import { describe, expect, it } from 'vitest';
import { createStallMeter } from './stall.ts';

const meter = () => createStallMeter(10_000);
/** What it says of signs [beats, milliseconds of CPU], one after another. */
const said = (...signs: [number, number][]) => {
  const stalledFor = meter();
  return signs.map(([beats, cpuMs]) => stalledFor({ beats, cpuMs }));
};

describe('[W18] a thread is stuck', () => {
  it('when it uses the time without a beat', () => {
    expect(said([1, 500], [1, 5_000], [1, 10_499], [1, 10_500])).toEqual([null, null, null, 10_000]);
  });

  it('not while it beats, however busy it is', () => {
    expect(said([1, 0], [2, 9_999], [3, 19_998], [4, 40_000], [4, 49_999])).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  it('not while it uses no CPU: it waits, is stopped by a debugger or a signal, or its machine sleeps', () => {
    expect(said([1, 700], ...Array.from({ length: 1_000 }, (): [number, number] => [1, 701]))).not.toContain(
      10_000,
    );
  });

  it('not by a clock that begins again', () => {
    expect(said([1, 90_000], [1, 10], [1, 9_000])).toEqual([null, null, null]);
  });
});
