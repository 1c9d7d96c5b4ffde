import {
  fires,
  firingRule,
  type PageFacts,
  type RuleCondition,
  type RuleForPage,
} from '@goalpost/contract/chat';
import { describe, expect, it } from 'vitest';
import { assign } from './assignment.ts';
import { ruleForPage, type ServerFacts } from './page-rule.ts';
import { createWorkingHours } from '../chat/operators/hours.ts';
import { hoursOf } from './rule-engine.ts';
import { testRule } from './test-rule.ts';

const PAGE: PageFacts = {
  secondsOnPage: 10,
  secondsOnSite: 60,
  url: 'https://shop.example/Cart?step=2',
  referrer: 'https://www.google.com/',
  pagesSeen: 3,
  language: 'en-GB',
  phone: false,
  scrollPercent: 40,
  exitIntent: false,
  cartFilled: false,
  online: true,
  secondsSinceClosed: 100,
  secondsSinceInvitation: null,
};

const SERVER: ServerFacts = {
  visitor: '17953781028258770',
  source: {
    trafficSource: 'ad',
    sourceEngine: 'google_ads',
    searchPhrase: '',
    utmSource: 'google',
    utmMedium: 'cpc',
    utmCampaign: 'Autumn',
    utmContent: '',
    utmTerm: '',
    from: '',
    openstat: '',
    profile: '',
    gclid: false,
  },
  visitNumber: 2,
  country: 'DE',
  reachedGoals: new Set([5]),
};

describe('conditions of the page', () => {
  it.each<[RuleCondition, boolean]>([
    [{ on: 'time_on_page', seconds: 10 }, true],
    [{ on: 'time_on_page', seconds: 11 }, false],
    [{ on: 'time_on_site', seconds: 60 }, true],
    [{ on: 'time_on_site', seconds: 61 }, false],
    [{ on: 'page_url', op: 'contains', value: '/cart' }, true],
    [{ on: 'page_url', op: 'not_contains', value: '/CART' }, false],
    [{ on: 'page_url', op: 'starts', value: 'https://shop.example/' }, true],
    [{ on: 'page_url', op: 'is', value: 'https://shop.example/cart' }, false],
    [{ on: 'page_url', op: 'is', value: 'https://shop.example/cart?STEP=2' }, true],
    [{ on: 'referrer', op: 'contains', value: 'google' }, true],
    [{ on: 'referrer', op: 'not_contains', value: 'google' }, false],
    [{ on: 'pages_seen', atLeast: 3 }, true],
    [{ on: 'pages_seen', atLeast: 4 }, false],
    [{ on: 'language', any: ['en'] }, true],
    [{ on: 'language', any: ['ru', 'en-gb'] }, true],
    [{ on: 'language', any: ['e'] }, false],
    [{ on: 'device', is: 'desktop' }, true],
    [{ on: 'device', is: 'mobile' }, false],
    [{ on: 'scroll', percent: 40 }, true],
    [{ on: 'scroll', percent: 41 }, false],
    [{ on: 'exit_intent' }, false],
    [{ on: 'cart', filled: false }, true],
    [{ on: 'cart', filled: true }, false],
    [{ on: 'online', is: true }, true],
    [{ on: 'online', is: false }, false],
    [{ on: 'since_closed', seconds: 100 }, true],
    [{ on: 'since_closed', seconds: 101 }, false],
    [{ on: 'since_invitation', seconds: 1_000 }, true],
  ])('%j holds: %s', (condition, expected) => {
    expect(fires({ join: 'all', conditions: [condition] }, PAGE)).toBe(expected);
  });

  it('all or any, and none at all', () => {
    const yes: RuleCondition = { on: 'pages_seen', atLeast: 1 };
    const no: RuleCondition = { on: 'exit_intent' };
    expect(fires({ join: 'all', conditions: [yes, no] }, PAGE)).toBe(false);
    expect(fires({ join: 'any', conditions: [yes, no] }, PAGE)).toBe(true);
    expect(fires({ join: 'any', conditions: [] }, PAGE)).toBe(true);
  });

  it('[C42] of those that fire the highest, of equals the first', () => {
    const rule = (id: string, priority: number, atLeast: number): RuleForPage => ({
      id,
      priority,
      join: 'all',
      conditions: [{ on: 'pages_seen', atLeast }],
      frequency: 'visit',
      action: 'message',
      author: '',
      text: '',
      variant: 0,
      control: false,
    });
    const rules = [rule('low', 1, 1), rule('first', 5, 1), rule('second', 5, 1), rule('not yet', 9, 99)];
    expect(firingRule(rules, PAGE)?.id).toBe('first');
    expect(firingRule([], PAGE)).toBeNull();
  });
});

describe('conditions of the server', () => {
  it.each<[RuleCondition, boolean]>([
    [{ on: 'source', any: ['organic', 'ad'] }, true],
    [{ on: 'source', any: ['google_ads'] }, true],
    [{ on: 'source', any: ['direct'] }, false],
    [{ on: 'utm', field: 'campaign', value: 'autumn' }, true],
    [{ on: 'utm', field: 'term', value: 'autumn' }, false],
    [{ on: 'visit_number', atLeast: 2, atMost: null }, true],
    [{ on: 'visit_number', atLeast: 1, atMost: 1 }, false],
    [{ on: 'country', any: ['DE'] }, true],
    [{ on: 'country', any: ['FR'] }, false],
    [{ on: 'goal', goalId: 5, reached: true }, true],
    [{ on: 'goal', goalId: 5, reached: false }, false],
    [{ on: 'goal', goalId: 6, reached: false }, true],
  ])('%j lets the rule go to the page: %s', (condition, expected) => {
    const left: RuleCondition = { on: 'time_on_page', seconds: 10 };
    const sent = ruleForPage(testRule({ conditions: [condition, left] }), SERVER);
    expect(sent?.conditions ?? null).toEqual(expected ? [left] : null);
  });

  it('joined by any: one that holds is enough, one that does not leaves the page to decide', () => {
    const left: RuleCondition = { on: 'exit_intent' };
    const german: RuleCondition = { on: 'country', any: ['DE'] };
    const french: RuleCondition = { on: 'country', any: ['FR'] };
    const send = (conditions: RuleCondition[]) => ruleForPage(testRule({ join: 'any', conditions }), SERVER);
    expect(send([german, left])?.conditions).toEqual([]);
    expect(send([french, left])?.conditions).toEqual([left]);
    expect(send([french])).toBeNull();
  });
});

describe('[C43] groups', () => {
  const visitors = Array.from({ length: 20_000 }, (_, index) => `179537810${index}`);

  it('a visitor is always in the same group', () => {
    const rule = testRule({ controlPercent: 30, texts: ['a', 'b', 'c'] });
    for (const visitor of visitors.slice(0, 100))
      expect(assign(visitor, rule)).toEqual(assign(visitor, rule));
  });

  it('groups are as large as the rule says, and independent of each other', () => {
    const rule = testRule({ controlPercent: 30, texts: ['a', 'b'] });
    const groups = visitors.map((visitor) => assign(visitor, rule));
    const shareOf = (some: typeof groups, is: (one: (typeof groups)[number]) => boolean) =>
      some.filter(is).length / some.length;
    const control = groups.filter((one) => one.control);
    expect(control.length / groups.length).toBeCloseTo(0.3, 1);
    expect(shareOf(groups, ({ variant }) => variant === 0)).toBeCloseTo(0.5, 1);
    expect(shareOf(control, ({ variant }) => variant === 0)).toBeCloseTo(0.5, 1);
  });

  it('no percent, no control group', () => {
    const rule = testRule({ controlPercent: 0 });
    expect(visitors.some((visitor) => assign(visitor, rule).control)).toBe(false);
  });
});

describe('schedules, in the counter’s time zone', () => {
  // Monday 2026-11-23, 08:30 UTC: 11:30 in Moscow, 03:30 in New York.
  const now = Date.UTC(2026, 10, 23, 8, 30);
  const office = { days: [1, 2, 3, 4, 5], from: '09:00', to: '18:00' };
  const night = { days: [7], from: '22:00', to: '06:00' };

  it.each([
    [null, 'UTC', true],
    [office, 'Europe/Moscow', true],
    [office, 'UTC', false],
    [{ ...office, days: [6, 7] }, 'Europe/Moscow', false],
    [{ ...office, to: '11:30' }, 'Europe/Moscow', false],
    [night, 'America/New_York', true],
    [night, 'UTC', false],
    [{ days: [1], from: '00:00', to: '00:00' }, 'UTC', true],
  ])('%j in %s: %s', (schedule, zone, expected) => {
    expect(createWorkingHours()(hoursOf({ schedule }, zone), now)).toBe(expected);
  });
});
