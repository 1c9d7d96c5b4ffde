/** A visitor's timeline at the edge: rows and conversations in, the answer out. */
import type { VisitorTimeline } from '@goalpost/contract/chat';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isProblem, problemBody } from '../../kit/problem.ts';
import { goal, startTestStat, testContext, type TestStat } from '../../query/test-stat.ts';
import { seconds, visit } from '../../query/test-visits.ts';
import { hitRow } from '../../stores/olap/test-rows.ts';
import { createVisitorVisits } from '../../visitors/index.ts';
import type { ChatPerson, ConversationRecord } from '../records.ts';
import { timelineEndpoints, type TimelineEndpointDeps } from './index.ts';

const at = (time: string): number => seconds(`2026-03-10T${time}Z`);
let stat: TestStat;

beforeAll(async () => {
  stat = await startTestStat();
  stat.goals = [goal(1), goal(2, { status: 'Deleted' })];
  const mine = { visitor_id: '42' };
  const purchase = JSON.stringify({
    currencyCode: 'EUR',
    purchase: { actionField: { id: 'A-1', revenue: 30 }, products: [{ id: 's', name: '<b>Shoes</b>' }] },
  });
  await stat.add(
    visit({ ...mine, visit_id: '1', started_at: at('08:00:00'), hits: 1 }),
    visit({
      ...mine,
      visit_id: '2',
      started_at: at('12:00:00'),
      goal_ids: [1, 2],
      goal_times: [at('12:00:30'), at('12:00:30')],
      goal_prices: [30, 5],
      goal_currencies: ['EUR', 'EUR'],
    }),
    visit({ visitor_id: '43', visit_id: '3', started_at: at('12:00:00') }),
    visit({ ...mine, visit_id: '4', started_at: at('13:00:00'), is_robot: true }),
  );
  const hit = (id: string, time: string, changes: object) =>
    hitRow({ ...mine, hit_id: id, at: at(time), arrived_at: at(time), visit_id: '2', ...changes });
  await stat.addHits(
    hit('1', '08:00:00', { visit_id: '1', url: 'https://shop.example/old' }),
    hit('2', '12:00:00', { url: 'https://shop.example/', title: 'Shop' }),
    hit('3', '12:00:20', { kind: 'event', identifier: 'cart', referrer: 'https://shop.example/' }),
    hit('4', '12:00:30', { kind: 'params', ecommerce: purchase }),
    hit('5', '12:00:31', { kind: 'notbounce' }),
    hit('6', '12:00:30', { visit_id: '3', visitor_id: '43' }),
  );
});
afterAll(() => stat.close());

const talk = (id: string, createdAt: number): ConversationRecord => ({
  id,
  counterId: 1,
  personId: 'p',
  visitor: '42',
  state: 'closed',
  offline: false,
  openedBy: 'visitor',
  invitation: null,
  context: { url: '', title: '', referrer: '', agent: '', country: '', language: '', phone: false },
  createdAt,
  closedAt: null,
  lastSeq: 3,
  lastMessageAt: createdAt,
  lastText: '',
  waitingSince: null,
  readByOperator: 0,
  readByVisitor: 0,
  assignedTo: null,
  department: null,
  tags: [],
  rating: null,
  ratingComment: '',
  goal: null,
  decided: true,
});

const person = { id: 'p', contact: { name: 'Ann' } } as ChatPerson;
const talks = [talk('late', at('12:00:10') * 1_000), talk('first', at('07:00:00') * 1_000)];
/** Of one day, as visitors without cookies have them. */
const [ALONE, SHARED] = ['9223372036854775850', '9223372036854775851'] as const;
const TALKS: Readonly<Record<string, readonly ConversationRecord[]>> = {
  42: talks,
  43: [talks[0]!, { ...talks[1]!, personId: 'other' }],
  [ALONE]: talks,
  [SHARED]: [talks[0]!, { ...talks[1]!, personId: 'other' }],
};

async function ask(
  query: Record<string, unknown> = {},
  { readsChat = true, visitor = '42' } = {},
): Promise<unknown> {
  const deps: TimelineEndpointDeps = {
    visits: createVisitorVisits(stat.olap),
    store: {
      conversations: async ({ counterIds, visitor: who, limit }) =>
        counterIds.includes(1) ? (TALKS[who ?? ''] ?? []).slice(0, limit) : [],
      messages: async (conversationId) => [
        {
          conversationId,
          seq: 1,
          kind: 'visitor',
          author: '',
          authorId: null,
          text: '<img onerror=x>',
          file: null,
          key: 'secret-key',
          at: at('12:00:10') * 1_000,
        },
      ],
      person: async () => person,
    },
    invitations: {
      ofVisitor: async (_counter, who) =>
        who === '999' ? [] : [{ at: at('11:59:50') * 1_000, what: 'shown', rule: 'Help' }],
    },
    goals: { list: async () => stat.goals.filter(({ status }) => status === 'Active') },
    readsChat: async () => readsChat,
  };
  const [endpoint] = timelineEndpoints(deps);
  if (endpoint === undefined) throw new Error('no endpoint');
  const params = endpoint.params?.parse({ counterId: 1, visitor });
  return endpoint.handle({ params, query: endpoint.query?.parse(query) } as never, testContext());
}

async function timeline(...question: Parameters<typeof ask>): Promise<VisitorTimeline> {
  const answer = await ask(...question);
  if (isProblem(answer)) throw new Error(JSON.stringify(problemBody(answer)));
  return answer as VisitorTimeline;
}

const kinds = ({ visits }: VisitorTimeline): [string, string[]][] =>
  visits.map(({ id, items }) => [id, items.map(({ kind }) => kind)]);

it('[M113] tells visits newest first, and in each, in order, all that happened', async () => {
  const told = await timeline();
  expect(kinds(told)).toEqual([
    ['2', ['invitation', 'page', 'conversation', 'event', 'order', 'goal']],
    ['1', ['page']],
  ]);
  expect(told).toMatchObject({
    visits_total: 2,
    first_visit_at: at('08:00:00') * 1_000,
    revenue: [{ currency: 'EUR', revenue: 30 }],
    next: null,
  });
  expect(told.visits[0]?.items).toContainEqual({
    kind: 'order',
    at: at('12:00:30') * 1_000,
    action: 'purchase',
    order: 'A-1',
    price: 30,
    currency: 'EUR',
    products: ['<b>Shoes</b>'],
  });
});

it('[M113] is cut into pages of visits, which together are the whole', async () => {
  const first = await timeline({ limit: 1 });
  expect([kinds(first).length, first.before_visits]).toEqual([1, []]);
  const second = await timeline({ limit: 1, after: first.next ?? '' });
  expect([...first.visits, ...second.visits]).toEqual((await timeline()).visits);
  expect(second.before_visits).toEqual((await timeline()).before_visits);
});

it('[M113] says how many hits of a visit it has no room for', async () => {
  const rows = Array.from({ length: 205 }, (_, n) =>
    hitRow({ visitor_id: '50', visit_id: '50', hit_id: String(1_000 + n), at: at('09:00:00') + n }),
  );
  await stat.add(visit({ visitor_id: '50', visit_id: '50', started_at: at('09:00:00'), hits: 205 }));
  await stat.addHits(...rows);
  const [one] = (await timeline({}, { visitor: '50' })).visits;
  expect([one?.items.filter(({ kind }) => kind === 'page').length, one?.left_out]).toEqual([200, 5]);
});

it('[M114] what came before every visit stands apart, and a conversation in the visit where it began', async () => {
  const told = await timeline();
  expect(told.before_visits.map((item) => item.kind === 'conversation' && item.id)).toEqual(['first']);
  const inside = told.visits[0]?.items.find(({ kind }) => kind === 'conversation');
  expect(inside).toMatchObject({ id: 'late', messages: [{ text: '<img onerror=x>' }], left_out: 2 });
});

it('[M115] who may not read the chat gets no conversation, message or contact', async () => {
  const told = await timeline({}, { readsChat: false });
  expect(told).toMatchObject({ reads_chat: false, contact: null, before_visits: [] });
  expect(JSON.stringify(told)).not.toMatch(/onerror|Ann|conversation/);
  expect((await timeline()).contact).toEqual({ name: 'Ann' });
});

it('[P40] shows no contact where colleagues who wrote share the number of one day', async () => {
  const contacts = await Promise.all(
    ['43', ALONE, SHARED].map(async (visitor) => (await timeline({}, { visitor })).contact),
  );
  expect(contacts).toEqual([{ name: 'Ann' }, { name: 'Ann' }, null]);
});

it('[M116] a visitor of whom nothing is known is not found', async () => {
  const answer = await ask({}, { visitor: '999' });
  if (!isProblem(answer)) throw new Error('not refused');
  expect(problemBody(answer)).toMatchObject({ code: 404, errors: [{ location: 'visitor' }] });
});
