import { describe, expect, it } from 'vitest';
import type { JournalRecord } from '../journal-record.ts';
import { eventRecord } from '../server-event.ts';
import { actionGoal, CHROME, COUNTER, collect, event, NOON, VISITOR } from '../test-journal.ts';

const STARTED = 'Jivo_Client_initiate_chat';
const EVENTS = [STARTED, 'Jivo_Offline_message_sent', 'Jivo_Chat_established', 'Jivo_Anything_later'];

/** Seconds past noon at which it comes, and by the clock of the reporting client. */
interface When {
  readonly at?: number;
  readonly arrived?: number;
}

const byServer = (identifier: string, conversation: string, { arrived = 0 }: When = {}, visitor = VISITOR) =>
  eventRecord(
    {
      id: `${conversation}:${identifier}`,
      counterId: COUNTER,
      visitor,
      identifier,
      url: 'https://shop.example/',
      title: 'Shop',
      landing: { url: 'https://shop.example/', referrer: '' },
      agent: CHROME,
      country: '',
      language: 'en',
      at: (NOON + arrived) * 1_000,
    },
    false,
    (NOON + arrived) * 1_000,
  );
const byPage = (identifier: string, { at = 0, arrived = at }: When = {}) =>
  event(identifier, { at, arrived });

async function counted(records: readonly JournalRecord[]): Promise<number> {
  const goals = EVENTS.map((identifier, index) => actionGoal(index + 1, identifier));
  const { hits } = await collect(records, { goals });
  const reaches = hits.flatMap((row) => row.goal_times);
  expect(reaches).toHaveLength(hits.length);
  return reaches.length;
}

describe('[C80] a chat event that the page reports beside the server', () => {
  it.each(EVENTS)('counts once, whichever comes first: %s', async (identifier) => {
    expect(await counted([byServer(identifier, 'a'), byPage(identifier, { at: 1 })])).toBe(1);
    expect(await counted([byPage(identifier), byServer(identifier, 'a', { arrived: 1 })])).toBe(1);
  });

  it.each([-3_600, -90, 90, 3_600])('counts once with a clock %i s off', async (off) => {
    const late = { at: off, arrived: 5 };
    expect(await counted([byServer(STARTED, 'a'), byPage(STARTED, late)])).toBe(1);
    expect(await counted([byPage(STARTED, late), byServer(STARTED, 'a', { arrived: 9 })])).toBe(1);
  });

  it('counts once, however many tags report it, also hours later', async () => {
    const pages = [1, 2, 3 * 3_600].map((at) => byPage(STARTED, { at }));
    expect(await counted([byServer(STARTED, 'a'), ...pages])).toBe(1);
  });

  it('counts once for each conversation', async () => {
    const records = ['a', 'b', 'c'].flatMap((conversation, index) => [
      byServer(STARTED, conversation, { arrived: index * 100 }),
      byPage(STARTED, { at: index * 100 + 5 }),
    ]);
    expect(await counted(records)).toBe(3);
  });
});

describe('counted each by itself is', () => {
  it('what pages alone report', async () => {
    expect(await counted([byPage(STARTED), byPage(STARTED, { at: 60 })])).toBe(2);
  });

  it('another event, and another visitor', async () => {
    expect(await counted([byServer(STARTED, 'a'), byPage('Jivo_Chat_established', { at: 5 })])).toBe(2);
    expect(
      await counted([byServer(STARTED, 'a', {}, '1700000000987654321'), byPage(STARTED, { at: 5 })]),
    ).toBe(2);
  });
});
