import type { AlertKindId } from '@goalpost/contract/notices';
import { describe, expect, it } from 'vitest';
import type { Happening } from './detect/happening.ts';
import { replay, type Looking } from './replay.ts';
import { DAYS, HOUR, hourOf, pastOf, randomOf, type Fault } from './test-past.ts';

const looking = (kind: AlertKindId): Looking => ({ kind, goalId: null, minutes: 15 });
const ALL = (['tag_silent', 'goal_stopped', 'conversion_rate', 'traffic_spike', 'traffic_drop'] as const).map(
  looking,
);
const told = (faults: readonly Fault[], seed: number, visits: number, rate = 0.1) =>
  replay(pastOf({ seed, visits, rate, faults }), ALL).flatMap((found, index) =>
    found
      .filter((one) => one.found > hourOf(0))
      .map((one) => ({ kind: ALL[index]?.kind ?? 'tag_silent', ...one })),
  );

const KIND_OF: Readonly<Record<Fault['what'], AlertKindId>> = {
  tag: 'tag_silent',
  goal: 'goal_stopped',
  rate: 'conversion_rate',
  spike: 'traffic_spike',
  drop: 'traffic_drop',
};
const FAULTS = Object.keys(KIND_OF) as Fault['what'][];
const SEEDS = Array.from({ length: 12 }, (_, seed) => seed + 1);

/** At midday of some workday of the 90, so that there is enough to miss. */
function faultsOf(seed: number): Fault[] {
  const random = randomOf(seed * 977);
  return FAULTS.map((what, index) => ({
    what,
    from: (7 + index * 14 + Math.floor(random() * 4)) * 24 + 11 + Math.floor(random() * 4),
    hours: 4 + Math.floor(random() * 20),
  }));
}

it.each(SEEDS)('[M102] finds each fault of 90 days within an hour, seed %i', (seed) => {
  const faults = faultsOf(seed);
  const all = told(faults, seed, 600);
  for (const { what, from } of faults) {
    const found = all.find((one) => one.kind === KIND_OF[what] && one.begin === hourOf(from));
    expect([what, found && (found.found - hourOf(from)) / HOUR]).toEqual([what, 1]);
    expect(found?.over).toBeGreaterThan(0);
  }
  const isFault = (one: Happening) =>
    faults.some(({ from, hours }) => one.begin < hourOf(from + hours) && one.found >= hourOf(from));
  expect(all.filter((one) => !isFault(one)).length).toBeLessThanOrEqual(DAYS / 30);
});

it.each([3, 20, 150, 2_000])('[M102] tells of nothing where nothing happens, %i visits an hour', (visits) => {
  const alarms = SEEDS.map((seed) => told([], seed, visits).length);
  expect(Math.max(...alarms)).toBeLessThanOrEqual(DAYS / 30);
  expect(alarms.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(SEEDS.length);
});

it('[M102] a small site waits until enough is missing, and tells then', () => {
  const fault: Fault = { what: 'tag', from: 30 * 24 + 10, hours: 72 };
  const found = told([fault], 3, 3).filter(({ kind }) => kind === 'tag_silent');
  expect(found).toHaveLength(1);
  expect(found[0]?.found).toBeLessThanOrEqual(hourOf(fault.from + 24));
});

describe('[M151] what stopped altogether is found on quiet sites, too, when enough is missing', () => {
  const DAY = 24;
  it.each(SEEDS.slice(0, 4))('ten visits a day, seed %i', (seed) => {
    const fault: Fault = { what: 'tag', from: 30 * DAY + 10, hours: 5 * DAY };
    const all = told([fault], seed, 0.8);
    const found = all.find(({ kind }) => kind === 'tag_silent');
    // That there are fewer visits may be sure before it is that there are none at all.
    expect(all.filter(({ kind }) => kind !== 'traffic_drop')).toEqual([found]);
    expect(found?.found).toBeLessThanOrEqual(hourOf(fault.from + 4 * DAY));
  });

  it.each(SEEDS.slice(0, 4))('five orders a day, seed %i', (seed) => {
    const fault: Fault = { what: 'goal', from: 30 * DAY + 10, hours: 7 * DAY };
    const all = told([fault], seed, 8, 0.05);
    expect(all.map(({ kind }) => kind)).toEqual(['goal_stopped']);
    expect(all[0]?.found).toBeLessThanOrEqual(hourOf(fault.from + 6 * DAY));
  });
});

describe('[M150] what was far off to the other side', () => {
  it.each(SEEDS)('hides no fault: fewer visits after a sale and a spike, seed %i', (seed) => {
    const drop: Fault = { what: 'drop', from: 63 * 24 + 13, hours: 8 };
    const sales: Fault[] = [45, 51, 58].map((day) => ({ what: 'spike', from: day * 24, hours: 24 }));
    const found = told([...sales, drop], seed, 300).filter(({ kind }) => kind === 'traffic_drop');
    expect(found.map(({ found: at }) => (at - hourOf(drop.from)) / HOUR)).toEqual([1]);
  });

  it('makes next to nothing of what comes back after six silent days', () => {
    const silence: Fault = { what: 'tag', from: 10 * 24 + 10, hours: 6 * 24 };
    const all = SEEDS.flatMap((seed) => told([silence], seed, 8, 0.05).map(({ kind }) => kind));
    expect(all.filter((kind) => kind === 'tag_silent')).toHaveLength(SEEDS.length);
    expect(all.length - SEEDS.length).toBeLessThanOrEqual(2);
  });
});

describe('[M104] one cause is told once', () => {
  it.each(SEEDS.slice(0, 4))('the tag is silent, seed %i', (seed) => {
    const fault: Fault = { what: 'tag', from: 40 * 24 + 12, hours: 10 };
    const during = told([fault], seed, 600).filter(
      ({ begin }) => begin >= hourOf(fault.from) && begin < hourOf(fault.from + 10),
    );
    expect(during.map(({ kind }) => kind)).toEqual(['tag_silent']);
  });
});

describe('[M103] the end', () => {
  it('is told when the usual is back, and once', () => {
    const fault: Fault = { what: 'drop', from: 20 * 24 + 12, hours: 6 };
    const [found, ...more] = told([fault], 5, 600).filter(({ kind }) => kind === 'traffic_drop');
    expect(more).toEqual([]);
    expect(found).toMatchObject({ settled: false, over: hourOf(fault.from + 6 + 2) });
  });

  it('what stays for a week is the usual then, and not told of again', () => {
    const fault: Fault = { what: 'drop', from: 30 * 24 + 12, hours: 60 * 24 };
    const found = told([fault], 5, 600).filter(({ kind }) => kind === 'traffic_drop');
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ settled: true });
  });

  it.each<[Fault['what'], number, number]>([
    ['tag', 0.8, 0.1],
    ['tag', 20, 0.1],
    ['goal', 8, 0.05],
    ['goal', 100, 0.05],
  ])('[M151] a %s that stays away is told of once, at %d visits an hour', (what, visits, rate) => {
    for (const seed of SEEDS.slice(0, 4)) {
      const fault: Fault = { what, from: 20 * 24 + 10, hours: 70 * 24 };
      const found = told([fault], seed, visits, rate).filter(({ kind }) => kind === KIND_OF[what]);
      expect(found).toMatchObject([{ settled: true }]);
    }
  });
});

describe('[M101] without enough weeks', () => {
  it('nothing is told', () => {
    const history = pastOf({
      seed: 1,
      visits: 600,
      rate: 0.1,
      faults: [{ what: 'tag', from: 0, hours: 48 }],
    });
    const cut = <T>(some: readonly T[]) => some.slice(6 * 7 * 24 - 14 * 24, 6 * 7 * 24 + 48);
    const young = {
      ...history,
      starts: cut(history.starts),
      keys: cut(history.keys),
      visits: cut(history.visits),
      pageViews: cut(history.pageViews),
      goals: history.goals.map(({ id, reached }) => ({ id, reached: cut(reached) })),
    };
    expect(replay(young, ALL).flat()).toEqual([]);
  });
});

describe('[M105] a chat without an answer', () => {
  const at = (minutes: number) => hourOf(0) + minutes * 60_000;
  const found = (waits: readonly { from: number; until: number | null }[], now = at(600)) =>
    replay({ ...pastOf({ seed: 1, visits: 1, rate: 0 }), waits, now }, [looking('chat_unanswered')])[0];

  it('is told once, for as long as one waits for too long', () => {
    const waits = [
      { from: at(0), until: at(10) },
      { from: at(20), until: at(60) },
      { from: at(30), until: at(90) },
      { from: at(200), until: null },
    ];
    expect(found(waits)).toMatchObject([
      { begin: at(20), found: at(35), over: at(90), observed: 2 },
      { begin: at(200), found: at(215), over: null },
    ]);
  });

  it('is not told before its time', () => {
    expect(found([{ from: at(0), until: null }], at(14))).toEqual([]);
    expect(found([{ from: at(0), until: null }], at(15))).toHaveLength(1);
  });
});
