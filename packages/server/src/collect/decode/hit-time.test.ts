import { describe, expect, it } from 'vitest';
import { readHitTime } from './hit-time.ts';

const ARRIVED = 1_795_378_102_500;
const TWELVE_HOURS = 12 * 3_600;

describe('the time of a hit', () => {
  it.each([
    ['its own', '1795378100', '', { at: 1_795_378_100_000, second: 1_795_378_100 }],
    ['its own, with milliseconds [W16]', '1795378100', '250', { at: 1_795_378_100_250, second: -1 }],
    ['milliseconds that are none', '1795378100', '1000', { at: 1_795_378_100_000, second: 1_795_378_100 }],
    ['from the future', '1795378200', '', { at: ARRIVED, second: -1 }],
    ['rounded up', '1795378103', '', { at: ARRIVED, second: 1_795_378_103 }],
    ['none', '', '', { at: ARRIVED, second: -1 }],
    ['no number', '12x', '', { at: ARRIVED, second: -1 }],
    ['beyond all numbers', '9'.repeat(400), '', { at: ARRIVED, second: -1 }],
  ])('[V10] %s', (_, et, etms, expected) => {
    expect(readHitTime({ et, etms, ms: '' }, ARRIVED)).toEqual(expected);
  });

  it('[V10] at most 12 h late', () => {
    const arrived = 1_795_378_102_000;
    const own = (seconds: number) => String(1_795_378_102 - seconds);
    expect(readHitTime({ et: own(TWELVE_HOURS), etms: '', ms: '' }, arrived).at).toBe(
      arrived - TWELVE_HOURS * 1_000,
    );
    expect(readHitTime({ et: own(TWELVE_HOURS + 1), etms: '', ms: '' }, arrived).at).toBe(arrived);
  });

  it.each([
    ['its own', '1795378100250', 1_795_378_100_250],
    ['of its arrival', String(ARRIVED), ARRIVED],
    ['from the future', String(ARRIVED + 1), ARRIVED],
    ['at most 12 h late', String(ARRIVED - TWELVE_HOURS * 1000), ARRIVED - TWELVE_HOURS * 1000],
    ['later than that', String(ARRIVED - TWELVE_HOURS * 1000 - 1), ARRIVED],
    ['of a browser without a clock', '0', ARRIVED],
  ])('[W66] in milliseconds, %s', (_, ms, at) => {
    expect(readHitTime({ et: '', etms: '', ms }, ARRIVED)).toEqual({ at, second: -1 });
    // It goes before what else is sent.
    expect(readHitTime({ et: '1795378000', etms: '5', ms }, ARRIVED)).toEqual({ at, second: -1 });
  });

  it.each(['', 'x', '-1', '1795378100250.5', '9'.repeat(16)])(
    '[W66] milliseconds that are none: %j',
    (ms) => {
      const sent = { et: '1795378100', etms: '250', ms };
      expect(readHitTime(sent, ARRIVED)).toEqual({ at: 1_795_378_100_250, second: -1 });
    },
  );
});
