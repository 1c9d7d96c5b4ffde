import { describe, expect, it } from 'vitest';
import { answerDueAt, teamIsDue } from './due.ts';
import type { Unmailed } from './port.ts';

const MINUTE = 60_000;

describe('an answer is due', () => {
  const base = { firstAt: 100 * MINUTE, lastSeen: null, startedAt: 0, answerAfterMs: 10 * MINUTE };
  it.each([
    ['so long after it was written', {}, 110],
    ['so long after the visitor left, where they were there then', { lastSeen: 105 * MINUTE }, 115],
    ['no earlier for having left long before', { lastSeen: 20 * MINUTE }, 110],
    ['not before browsers could come back after a start', { startedAt: 109 * MINUTE }, 111],
    ['nor later than it was to be, after a start', { startedAt: 109 * MINUTE, answerAfterMs: MINUTE }, 110],
  ])('%s', (_name, changes, minutes) => expect(answerDueAt({ ...base, ...changes })).toBe(minutes * MINUTE));
});

describe('the team is mailed', () => {
  const waiting: Unmailed = {
    conversationId: 'c',
    counterId: 1,
    personId: 'p',
    mailedSeq: 0,
    mailedAt: null,
    firstAt: 0,
    lastSeq: 3,
    offline: false,
    department: null,
    readByOperator: 0,
  };
  it.each([
    ['what was left while nobody was online, at once', { offline: true }, false, 0, true],
    ['also if somebody has come meanwhile', { offline: true, readByOperator: 3 }, true, 0, true],
    ['what nobody has read, once everybody has gone', {}, false, MINUTE, true],
    ['not while somebody may be about to read it', {}, false, MINUTE - 1, false],
    ['not while somebody is online', {}, true, 9 * MINUTE, false],
    ['not what was read', { readByOperator: 3 }, false, 9 * MINUTE, false],
    [
      'what followed, a while after the last letter',
      { offline: true, mailedSeq: 1, mailedAt: 0 },
      false,
      5 * MINUTE,
      true,
    ],
    ['and not at once', { offline: true, mailedSeq: 1, mailedAt: 0 }, false, 5 * MINUTE - 1, false],
  ])('%s', (_name, changes, online, now, isDue) =>
    expect(teamIsDue({ ...waiting, ...changes }, online, now)).toBe(isDue),
  );
});
