import { describe, expect, it } from 'vitest';
import { timeZoneName, timeZoneOffset } from './time-zone.ts';

describe('the name of a time zone', () => {
  it.each([
    ['Europe/Moscow', 'Europe/Moscow'],
    ['europe/moscow', 'Europe/Moscow'],
    ['UTC', 'UTC'],
    ['Asia/Kolkata', 'Asia/Kolkata'],
    ['America/Argentina/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
    ['America/Port-au-Prince', 'America/Port-au-Prince'],
    ['asia/kolkata', 'Asia/Calcutta'],
  ])('%s is kept as %s', (given, kept) => {
    expect(timeZoneName(given)).toBe(kept);
  });

  it.each([
    [''],
    ['Mars/Olympus'],
    ['+03:00'],
    ['-1'],
    ["UTC'; DROP TABLE visits"],
    ['../etc/passwd'],
    ['SystemV/AST4'],
  ])('%j is none', (given) => {
    expect(timeZoneName(given)).toBeNull();
  });
});

describe('minutes east of UTC', () => {
  const winter = Date.UTC(2026, 0, 1);
  const summer = Date.UTC(2026, 6, 1);
  it.each([
    ['UTC', winter, 0],
    ['Europe/Moscow', winter, 180],
    ['Europe/Berlin', winter, 60],
    ['Europe/Berlin', summer, 120],
    ['America/New_York', winter, -300],
    ['America/New_York', summer, -240],
    ['Asia/Kolkata', winter, 330],
    ['America/St_Johns', winter, -210],
  ])('%s at %i: %i', (timeZone, at, offset) => {
    expect(timeZoneOffset(timeZone, at)).toBe(offset);
  });
});
