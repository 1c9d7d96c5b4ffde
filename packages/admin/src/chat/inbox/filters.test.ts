import type { ChatWaiting } from '@goalpost/contract/chat';
import { describe, expect, it } from 'vitest';
import { conversation, message, person } from '../client/test-client.ts';
import { cannedFor } from './canned.ts';
import { daysOf, sameBreath } from './days.ts';
import { lateness, listFor, longestWaiting, waitingByShow } from './filters.ts';
import { cameFrom, pagesNow } from './story-words.ts';

const me = { id: 'me', name: 'Olga' };
const mine = { id: 'me', name: 'Olga' };
const theirs = { id: 'you', name: 'Ivan' };
const views = [
  conversation({ id: 'free', waitingSince: 10, lastMessageAt: 10, unread: 1 }),
  conversation({ id: 'waits', waitingSince: 20, lastMessageAt: 20, assignedTo: mine }),
  conversation({ id: 'answered', lastMessageAt: 90, assignedTo: mine, counterId: 2 }),
  conversation({ id: 'other', lastMessageAt: 30, assignedTo: theirs, unread: 2 }),
  conversation({ id: 'closed', lastMessageAt: 99, state: 'closed', unread: 5 }),
];
const everything = { counterId: null, department: null };
const ids = (...args: Parameters<typeof listFor>): string[] => listFor(...args).map(({ id }) => id);

describe('the list', () => {
  it('has the newest unanswered on top, then the latest', () => {
    expect(ids(views, 'all', me, everything)).toEqual(['waits', 'free', 'answered', 'other']);
  });

  it('[C91] has what was just handed over where a message would stand', () => {
    const handed = conversation({ id: 'handed', assignedTo: mine, lastMessageAt: 1, calledAt: 50 });
    expect(ids([...views, handed], 'all', me, everything)[0]).toBe('handed');
    expect(waitingByShow([handed], me, everything)).toEqual({ unassigned: 0, mine: 1, all: 1, closed: 0 });
  });

  it('filters', () => {
    expect(ids(views, 'unassigned', me, everything)).toEqual(['free']);
    expect(ids(views, 'mine', me, everything)).toEqual(['waits', 'answered']);
    expect(ids(views, 'closed', me, everything)).toEqual(['closed']);
    expect(ids(views, 'all', me, { counterId: 2, department: null })).toEqual(['answered']);
    expect(ids(views, 'mine', null, everything)).toEqual([]);
  });

  it('[C90] counts people who wait for this operator, and for nobody else', () => {
    expect(waitingByShow(views, me, everything)).toEqual({ unassigned: 1, mine: 1, all: 2, closed: 0 });
    const foreign = [conversation({ waitingSince: 5, concerns: false })];
    expect(waitingByShow(foreign, me, everything).all).toBe(0);
    expect(waitingByShow(views, me, { counterId: 2, department: null }).all).toBe(0);
  });

  it('finds who has waited longest', () => {
    expect(longestWaiting(views, everything)?.id).toBe('free');
    expect(longestWaiting(views, { counterId: 2, department: null })).toBeUndefined();
  });

  it('narrows to a department', () => {
    const sales = [conversation({ id: 'asked', department: 'sales', waitingSince: 5 }), ...views];
    const scope = { counterId: null, department: 'sales' };
    expect(ids(sales, 'all', me, scope)).toEqual(['asked']);
    expect(waitingByShow(sales, me, scope)).toEqual({ unassigned: 1, mine: 0, all: 1, closed: 0 });
  });

  it('says when an answer is late', () => {
    const by = (limits: ChatWaiting) => (seconds: number) => lateness(seconds, limits);
    const usual = by({ soon: 60, late: 180 });
    expect([0, 59, 60, 179, 180].map(usual)).toEqual(['fine', 'fine', 'late', 'late', 'tooLate']);
    expect([9, 10].map(by({ soon: 10, late: 10 }))).toEqual(['fine', 'tooLate']);
  });
});

describe('canned replies', () => {
  const canned = [
    { shortcut: 'hi', text: 'Good morning!' },
    { shortcut: 'delivery', text: 'Two days, hidden costs none' },
    { shortcut: 'Hours', text: '9 to 18' },
  ];
  const found = (text: string) => cannedFor(text, canned)?.map(({ shortcut }) => shortcut);

  it('are asked for by a slash at the beginning', () => {
    expect(found('/')).toEqual(['hi', 'delivery', 'Hours']);
    expect(found('/h')).toEqual(['hi', 'Hours', 'delivery']);
    expect(found('/HOU')).toEqual(['Hours']);
    expect(found('/nothing')).toEqual([]);
  });

  it('are not asked for by other texts', () => {
    for (const text of ['', 'hi', 'a / b', '/hi there', ' /hi', '/hi\n']) expect(found(text)).toBeUndefined();
  });
});

describe('the log’s days', () => {
  it('cuts between days of the operator’s clock', () => {
    const late = new Date(2026, 2, 1, 23, 59).getTime();
    const early = new Date(2026, 2, 2, 0, 1).getTime();
    const days = daysOf([message(1, { at: late }), message(2, { at: early }), message(3, { at: early })]);
    expect(days.map(({ day, messages }) => [day, messages.length])).toEqual([
      ['2026-03-01', 1],
      ['2026-03-02', 2],
    ]);
  });

  it('names the author once in a breath', () => {
    const first = message(1, { at: 0 });
    expect(sameBreath(undefined, first)).toBe(false);
    expect(sameBreath(first, message(2, { at: 1_000 }))).toBe(true);
    expect(sameBreath(first, message(2, { at: 200_000 }))).toBe(false);
    expect(sameBreath(first, message(2, { at: 1_000, kind: 'operator' }))).toBe(false);
  });
});

describe('the story', () => {
  const visit = {
    startedAt: 0,
    trafficSource: 'organic',
    sourceEngine: 'Google',
    utm: { source: '', medium: '', campaign: '', content: '', term: '' },
    referrer: 'https://www.google.com/',
    startUrl: '/',
    pageViews: 1,
    duration: 0,
    goals: [],
    country: 'DE',
  };
  const story = { visits: [visit], pages: [], conversations: [] };
  const said = (source: string) => source;

  it('begins with where they came from', () => {
    const google = { source: 'Google', campaign: '', referrer: 'www.google.com' };
    expect(cameFrom(undefined, story, said)).toEqual(google);
    const ad = person('1', { source: 'ad', referrer: 'https://a.example/list?page=2' });
    expect(cameFrom(ad, undefined, said)).toEqual({
      source: 'Ad',
      campaign: '',
      referrer: 'a.example/list',
    });
    const utm = { ...visit.utm, source: 'news', campaign: 'spring' };
    const labelled = cameFrom(undefined, { ...story, visits: [{ ...visit, utm }] }, said);
    expect(labelled).toEqual({ ...google, campaign: 'news · spring' });
  });

  it('ends with the page they are on, which analytics may not know yet', () => {
    const here = person('100000', { url: '/cart', title: 'Cart' });
    const pages = [
      { at: 1, url: '/old', title: 'Of an earlier visit' },
      { at: 100_000, url: '/', title: 'Home' },
    ];
    const seen = pagesNow({ person: here, story: { ...story, pages }, opened: undefined, trail: [] });
    expect(seen.map(({ url }) => url)).toEqual(['/', '/cart']);
  });

  it('is told from what the console saw, where the tag is blocked', () => {
    const here = person('1', { url: '/c' });
    const trail = ['/a', '/b'].map((url) => ({ url, title: url }));
    const seen = pagesNow({ person: here, story, opened: { url: '/a', title: 'A' }, trail });
    expect(seen.map(({ url }) => url)).toEqual(['/a', '/b', '/c']);
    expect(pagesNow({ person: undefined, story, opened: { url: '/a', title: 'A' }, trail: [] })).toHaveLength(
      1,
    );
  });
});
