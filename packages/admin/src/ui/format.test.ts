import { describe, expect, it } from 'vitest';
import { isElsewhere, makeFormat } from './format.ts';

const en = makeFormat('en');
const ru = makeFormat('ru');

describe('format', () => {
  it('writes a dash for what does not exist, never NaN', () => {
    for (const value of [null, undefined, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(en.number(value)).toBe('—');
      expect(en.percent(value)).toBe('—');
      expect(en.money(value, 'EUR')).toBe('—');
      expect(en.duration(value)).toBe('—');
    }
  });

  it('separates thousands as the language does', () => {
    expect(en.number(12_345)).toBe('12,345');
    expect(ru.number(12_345)).toMatch(/^12\s345$/);
  });

  it('is compact over a million', () => {
    expect(en.short(999_999)).toBe('999,999');
    expect(en.short(1_234_567)).toBe('1.23M');
  });

  it('gives rates two digits', () => {
    expect(en.percent(3.456)).toBe('3.46%');
    expect(ru.percent(3.456)).toMatch(/^3,46\s%$/);
  });

  it('writes money in its currency', () => {
    expect(en.money(1_250, 'EUR')).toBe('€1,250');
    expect(en.money(12.5, 'USD')).toBe('$12.50');
    expect(ru.money(1_250, 'RUB')).toMatch(/^1\s250\s₽$/);
  });

  it('writes lengths of time', () => {
    expect(en.duration(0)).toBe('0:00');
    expect(en.duration(65.4)).toBe('1:05');
    expect(en.duration(754)).toBe('12:34');
    expect(en.duration(3_725)).toBe('1:02:05');
  });

  it('writes days without shifting them by a time zone', () => {
    expect(en.day('2026-03-01')).toBe('March 1, 2026');
    expect(en.dayShort('2026-03-01')).toBe('Mar 1');
  });
});

it('writes moments by the clock that is asked for, and knows where two clocks differ', () => {
  const at = Date.UTC(2026, 0, 1, 23, 30);
  expect(makeFormat('en', 'UTC').moment(at)).toBe('Jan 1, 11:30 PM');
  expect(makeFormat('en', 'Asia/Tokyo').moment(at)).toBe('Jan 2, 8:30 AM');
  expect(makeFormat('en', 'Asia/Tokyo').time(at)).toBe('8:30:00 AM');
  expect(makeFormat('ru', 'Asia/Tokyo').time(at)).toBe('08:30:00');
  // Days have no clock.
  expect(makeFormat('en', 'Asia/Tokyo').day('2026-01-01')).toBe(makeFormat('en').day('2026-01-01'));
  const own = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  expect(isElsewhere(own, at)).toBe(false);
  expect(['Pacific/Kiritimati', 'Pacific/Niue'].some((zone) => isElsewhere(zone, at))).toBe(true);
});
