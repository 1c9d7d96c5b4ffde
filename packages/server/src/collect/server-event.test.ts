import { describe, expect, it } from 'vitest';
import { decodeHit } from './decode/hit.ts';
import type { HitRecord } from './journal-record.ts';
import { createMasking } from './door/masking.ts';
import { eventDoor, eventRecord, type ServerEvent } from './server-event.ts';
import { CHROME, COUNTER, counterConfig } from './test-collection.ts';

const NOW = Date.parse('2026-03-12T09:00:00Z');
const EVENT: ServerEvent = {
  id: 'conversation:Jivo_Client_initiate_chat',
  counterId: COUNTER,
  visitor: '17000000001',
  identifier: 'Jivo_Client_initiate_chat',
  url: 'https://shop.example/boots',
  title: 'Boots: red & blue',
  landing: { url: 'https://shop.example/?utm_source=x', referrer: 'https://www.google.com/' },
  agent: CHROME,
  country: 'DE',
  language: 'en-GB',
  at: NOW - 3_600_000,
};
const decoded = (event: Partial<ServerEvent> = {}, robot = false) =>
  decodeHit(eventRecord({ ...EVENT, ...event }, robot, NOW));

describe('an event that the server reports', () => {
  it('[C26] is an event hit of the visitor, made on the page, at its own time', () => {
    expect(decoded()).toMatchObject({
      counterId: COUNTER,
      visitor: '17000000001',
      kind: 'event',
      identifier: 'Jivo_Client_initiate_chat',
      url: 'goal://shop.example/Jivo_Client_initiate_chat',
      referrer: 'https://shop.example/boots',
      page: 'https://shop.example/boots',
      title: 'Boots: red & blue',
      at: NOW - 3_600_000,
      agent: CHROME,
      country: 'DE',
      language: 'en-GB',
      robot: false,
    });
  });

  it('[V9] begins a visit where the visitor came to the site', () => {
    expect(decoded()).toMatchObject({
      entry: 'https://shop.example/?utm_source=x',
      cameFrom: 'https://www.google.com/',
    });
  });

  it('[V12] is told from others by its id, and by nothing else', () => {
    const key = decoded().dedupeKey;
    expect(decoded({ at: NOW, url: 'https://shop.example/hats', title: '' }).dedupeKey).toBe(key);
    expect(decoded({ id: 'conversation:Jivo_Offline_message_sent' }).dedupeKey).not.toBe(key);
  });

  it.each([
    ['an address that is none', { url: 'x' }, { url: 'goal://localhost/Jivo_Client_initiate_chat' }],
    ['a title that would say more', { title: 'x:u:666:pv:1' }, { visitor: '17000000001', kind: 'event' }],
    ['a language that would say more', { language: 'en:u:666' }, { visitor: '17000000001' }],
    ['a strange identifier', { identifier: 'a/b&c=d?é' }, { identifier: 'a/b&c=d?é' }],
  ])('bears %s', (_name, changes, wanted) => {
    expect(decoded(changes)).toMatchObject(wanted);
  });

  it('of a robot is one', () => {
    expect(decoded({}, true).robot).toBe(true);
  });

  it('cannot be said by a request', () => {
    const { p: _p, ...record } = eventRecord(EVENT, false, NOW);
    const said = decodeHit({ ...record, q: `${record.q}&p=https%3A%2F%2Fwww.google.com%2F` });
    expect(said).toMatchObject({ entry: EVENT.url, cameFrom: '' });
  });
});

describe('its door', () => {
  const refused: string[] = [];
  const door = (status: 'Active' | 'Deleted', journaled: HitRecord[] = [], counted: number[] = []) =>
    eventDoor({
      directory: { get: (id) => (id === COUNTER ? counterConfig({ status }) : undefined), all: () => [] },
      configs: { journal: async (hit) => void journaled.push(hit) },
      clock: { now: () => NOW },
      masking: createMasking('secret'),
      ownVisits: { isMarked: (_config, visitor) => visitor === '666' },
      tally: { stored: (id) => void counted.push(id), refused: ({ reason }) => void refused.push(reason) },
    });

  it('journals it and counts it as stored', async () => {
    const journaled: HitRecord[] = [];
    const counted: number[] = [];
    expect(await door('Active', journaled, counted)(EVENT)).toBe('stored');
    expect([journaled.length, counted]).toEqual([1, [COUNTER]]);
  });

  it('takes none for a counter that is deleted or unknown', async () => {
    const journaled: HitRecord[] = [];
    expect(await door('Deleted', journaled)(EVENT)).toBe('deleted_counter');
    expect(await door('Active', journaled)({ ...EVENT, counterId: 1 })).toBe('unknown_counter');
    expect(journaled).toEqual([]);
  });

  it('[P27] takes none of the site’s own people, and counts it', async () => {
    const journaled: HitRecord[] = [];
    expect(await door('Active', journaled)({ ...EVENT, visitor: '666' })).toBe('own_visit');
    expect([journaled, refused]).toEqual([[], ['own_visit']]);
  });

  it('[P41] takes none of who was to be asked and has not agreed, and counts it', async () => {
    const journaled: HitRecord[] = [];
    refused.length = 0;
    expect(await door('Active', journaled)({ ...EVENT, consent: false })).toBe('no_consent');
    expect([journaled, refused]).toEqual([[], ['no_consent']]);
  });

  it('knows robots by their agent', async () => {
    const journaled: HitRecord[] = [];
    await door('Active', journaled)({ ...EVENT, agent: 'Googlebot/2.1 (+http://www.google.com/bot.html)' });
    expect(journaled[0]?.x).toBe(1);
  });
});
