import { describe, expect, it } from 'vitest';
import type { InvitationRule } from '@goalpost/contract/chat';
import type { RuleSubject } from '../chat/outward.ts';
import type { Story } from '../visitors/port.ts';
import type { InvitationEvent, InvitationStore } from './port.ts';
import { createInvitationDesk } from './rule-engine.ts';
import { testRule } from './test-rule.ts';

const NOW = Date.UTC(2026, 10, 23, 12);
const HOUR = 3_600_000;

const WHO: RuleSubject = {
  counterId: 7,
  visitor: '17953781028258770',
  context: {
    url: 'https://shop.example/cart',
    title: 'Cart',
    referrer: 'https://shop.example/',
    agent: '',
    country: 'DE',
    language: 'de',
    phone: false,
    landing: { url: 'https://shop.example/', referrer: 'https://www.google.com/' },
  },
  online: true,
  now: NOW,
};

function desk(rules: readonly InvitationRule[], known: { shownAt?: number; story?: Story | Error } = {}) {
  const recorded: InvitationEvent[] = [];
  let asked = 0;
  const invitations: Pick<InvitationStore, 'rules' | 'rule' | 'lastShown' | 'record'> = {
    rules: async () => [...rules],
    rule: async (_counterId, id) => rules.find((rule) => rule.id === id) ?? null,
    lastShown: async () =>
      new Map(known.shownAt === undefined ? [] : rules.map(({ id }) => [id, known.shownAt ?? 0] as const)),
    record: async (event) => void recorded.push(event),
  };
  const made = createInvitationDesk({
    invitations: invitations as InvitationStore,
    story: {
      story: async () => {
        asked++;
        if (known.story instanceof Error) throw known.story;
        return known.story ?? { visits: [], pages: [] };
      },
      visitCounts: async () => new Map(),
    },
    counters: { get: async () => null },
    directory: { get: () => undefined, all: () => [] },
  });
  const sent = async () => (await made.rulesFor(WHO)).map(({ id }) => id);
  return { ...made, sent, recorded, asked: () => asked };
}

const visit = (startedAt: number, goalIds: number[] = []): Story['visits'][number] => ({
  startedAt,
  trafficSource: 'direct',
  sourceEngine: '',
  utm: { source: '', medium: '', campaign: '', content: '', term: '' },
  referrer: '',
  startUrl: '',
  pageViews: 1,
  duration: 0,
  goalIds,
  country: '',
});

describe('which rules go to a page', () => {
  it('those that are on', async () => {
    expect(await desk([testRule(), testRule({ id: 'off', enabled: false })]).sent()).toEqual(['rule-1']);
  });

  it.each([
    ['ever', HOUR, []],
    ['day', HOUR, []],
    ['day', 24 * HOUR, ['rule-1']],
    ['visit', HOUR, ['rule-1']],
  ] as const)('once a %s, shown %d ms ago', async (frequency, ago, expected) => {
    expect(await desk([testRule({ frequency })], { shownAt: NOW - ago }).sent()).toEqual(expected);
  });

  it('the source is told from the page by which the visitor came', async () => {
    const from = (source: string) => testRule({ id: source, conditions: [{ on: 'source', any: [source] }] });
    expect(await desk([from('organic'), from('direct'), from('internal')]).sent()).toEqual(['organic']);
  });

  it('the past is asked for only where a rule needs it, and an unknown one holds nobody up', async () => {
    const plain = desk([testRule()]);
    await plain.sent();
    expect(plain.asked()).toBe(0);
    const second = testRule({ conditions: [{ on: 'visit_number', atLeast: 2, atMost: null }] });
    expect(await desk([second], { story: { visits: [visit(NOW - HOUR)], pages: [] } }).sent()).toEqual([
      'rule-1',
    ]);
    expect(await desk([second], { story: new Error('the store is away') }).sent()).toEqual([]);
    const buyer = testRule({ conditions: [{ on: 'goal', goalId: 5, reached: true }] });
    expect(await desk([buyer], { story: { visits: [visit(NOW, [5])], pages: [] } }).sent()).toEqual([
      'rule-1',
    ]);
    expect(await desk([buyer], { story: { visits: [visit(NOW)], pages: [] } }).sent()).toEqual([]);
  });
});

describe('[C43] what happened on a page', () => {
  it('is recorded in the group that the server knows the visitor to be in', async () => {
    const open = desk([testRule({ controlPercent: 0 })]);
    await open.happened(WHO, 'rule-1', 'shown', NOW);
    await open.happened(WHO, 'rule-1', 'accepted', NOW + 1);
    expect(open.recorded.map(({ kind, control }) => [kind, control])).toEqual([
      ['shown', false],
      ['accepted', false],
    ]);
    expect(await open.happened(WHO, 'another', 'shown', NOW)).toBeNull();
  });

  it('a control group has been held, whatever a page says, and accepts nothing', async () => {
    // At 90 % almost every number is in it; this one is.
    const held = desk([testRule({ controlPercent: 90 })]);
    await held.happened(WHO, 'rule-1', 'held', NOW);
    await held.happened(WHO, 'rule-1', 'shown', NOW);
    await held.happened(WHO, 'rule-1', 'accepted', NOW);
    expect(held.recorded.map(({ kind, control }) => [kind, control])).toEqual([
      ['shown', true],
      ['shown', true],
    ]);
  });
});
