import { expect, it } from 'vitest';
import { createPacer, type PacerTime } from './pacer.ts';

const GIB = 1024 ** 3;

/** A clock that stands still but for what is said to pass, and a loop that is as busy as is said. */
function testTime() {
  const clock = { ms: 0, load: 0, slept: 0 };
  const time: PacerTime = {
    now: () => clock.ms,
    load: () => () => clock.load,
    async sleep(ms) {
      await Promise.resolve();
      clock.ms += ms;
      clock.slept += ms;
    },
    nextTurn: () => Promise.resolve(),
  };
  return { clock, time };
}

function paced(backlogBytes: number) {
  const { clock, time } = testTime();
  const pacer = createPacer(() => backlogBytes, time);
  return {
    /** So long processing waits for the disk, while hits keep the event loop as busy as this. */
    async waits(ms: number, load: number): Promise<void> {
      clock.load = load;
      const waiting = pacer.aside(Promise.resolve());
      clock.ms += ms;
      await waiting;
    },
    /** @returns how long it has to wait after 4 ms of work */
    async pauseAfterWork(load: number): Promise<number> {
      clock.load = load;
      clock.ms += 4;
      const before = clock.slept;
      await pacer.pause();
      return clock.slept - before;
    },
  };
}

it('lets processing go on at once while hits leave room', async () => {
  const { waits, pauseAfterWork } = paced(0);
  await waits(60, 0);
  expect([await pauseAfterWork(0), await pauseAfterWork(0)]).toEqual([0, 0]);
});

it('makes processing wait while hits want everything, the less the more waits', async () => {
  const pauses: number[] = [];
  for (const backlog of [0, GIB, 4 * GIB, 8 * GIB]) {
    const { waits, pauseAfterWork } = paced(backlog);
    await waits(150, 1);
    pauses.push(await pauseAfterWork(1));
  }
  expect(pauses[0]).toBeCloseTo(196);
  expect(pauses.at(-1)).toBeCloseTo(4);
  expect(pauses).toEqual(pauses.toSorted((one, other) => other - one));
});

it('never makes it wait long at once', async () => {
  const { waits, pauseAfterWork } = paced(0);
  await waits(150, 1);
  await waits(1_000, 1);
  for (let n = 0; n < 5; n++) expect(await pauseAfterWork(1)).toBeLessThanOrEqual(500);
});

it('gives all the time back when the flood is over', async () => {
  const { waits, pauseAfterWork } = paced(0);
  await waits(150, 1);
  for (let n = 0; n < 5; n++) await pauseAfterWork(0);
  expect([await pauseAfterWork(0), await pauseAfterWork(0)]).toEqual([0, 0]);
});
