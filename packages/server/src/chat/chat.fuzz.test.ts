/**
 * Random visitors and operators on broken networks, with servers that are killed. Afterwards every side has
 * the same messages in the same order, and the goals are right.
 * Each seed from `PROPERTY_SEED` on is a story, `STORIES` of them; 1 plays one again.
 */
import { ChatSettings } from '@goalpost/contract/chat';
import { describe, expect, it } from 'vitest';
import { CHAT_GOALS } from './records.ts';
import { COUNTER, startTestChat, type TestChat } from './test-chat.ts';
import { arrive, TestOperator, TestVisitor } from './test-people.ts';
import { settle } from './test-wire.ts';

const ACTIONS = 400;
const FIRST = Number(process.env['PROPERTY_SEED'] ?? 1);
const SEEDS = Array.from({ length: Number(process.env['STORIES'] ?? 25) }, (_, index) => FIRST + index);

/** Numbers in [0, 1) that the seed alone decides (mulberry32). */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface World {
  readonly test: TestChat;
  readonly visitors: TestVisitor[];
  readonly operators: TestOperator[];
  readonly below: (bound: number) => number;
  keys: number;
}

type Action = (world: World) => Promise<void> | void;

const pick = <T>({ below }: World, from: readonly T[]): T | undefined => from[below(from.length)];
const everyone = ({ visitors, operators }: World) => [...visitors, ...operators];
const newKey = (world: World) => `key-${String(++world.keys).padStart(8, '0')}`;

/** By weight. */
const ACTION_TABLE: readonly (readonly [weight: number, action: Action])[] = [
  [
    20,
    (world) => {
      const department = pick(world, [null, null, 'sales', 'repairs', 'gone']) ?? null;
      pick(world, world.visitors)?.write(newKey(world), `v${world.keys}`, department);
    },
  ],
  [
    14,
    (world) => {
      const operator = pick(world, world.operators);
      const conversation = pick(world, [...(operator?.conversations.keys() ?? [])]);
      if (conversation !== undefined) operator?.write(newKey(world), conversation, `o${world.keys}`);
    },
  ],
  [
    4,
    (world) => {
      const operator = pick(world, world.operators);
      const conversation = pick(world, [...(operator?.conversations.keys() ?? [])]);
      if (conversation !== undefined) operator?.note(newKey(world), conversation, `n${world.keys}`);
    },
  ],
  [
    4,
    (world) => {
      const visitor = pick(world, world.visitors);
      if (visitor !== undefined)
        pick(world, world.operators)?.invite(newKey(world), visitor.visitor, 'Hello');
    },
  ],
  [
    4,
    (world) =>
      pick(world, world.visitors)?.frame({
        type: 'invitation',
        event: pick(world, ['shown', 'tapped', 'closed', 'seen']),
        ruleId: null,
        text: `i${world.below(3)}`,
      }),
  ],
  [
    3,
    (world) => {
      const operator = pick(world, world.operators);
      const conversationId = pick(world, [...(operator?.conversations.keys() ?? [])]);
      const type = pick(world, ['close', 'assign', 'read']);
      operator?.frame({
        type,
        conversationId,
        to: pick(world, ['ann', 'bob', null]),
        department: null,
        seq: 3,
      });
    },
  ],
  [3, (world) => pick(world, world.operators)?.frame({ type: 'status', online: world.below(3) > 0 })],
  [6, (world) => pick(world, everyone(world))?.connect()],
  [4, (world) => pick(world, everyone(world))?.disconnect()],
  [24, (world) => pick(world, everyone(world))?.wire?.deliverUp(world.below(4))],
  [24, (world) => pick(world, everyone(world))?.wire?.deliverDown(world.below(6))],
  [
    // A frame comes twice: a retry, or a replay.
    6,
    (world) => {
      const wire = pick(world, everyone(world))?.wire;
      const again = wire === undefined || wire === null ? undefined : pick(world, wire.up);
      if (again !== undefined && !again.includes('"hello"')) wire?.up.push(again);
    },
  ],
  [12, settle],
  [2, (world) => void (world.test.journalFails = world.below(2) === 0)],
  [3, ({ test, below }) => test.pass(below(20 * 60_000))],
  [2, ({ test }) => test.tick('people')],
  [2, ({ test }) => test.tick('hours')],
  [2, ({ test }) => test.tick('operators')],
  [1, setHours],
  [1, killServer],
];

/** Whatever was on its way is lost; what was stored is there. */
async function killServer(world: World): Promise<void> {
  await settle();
  await world.test.restart();
  for (const one of everyone(world)) one.disconnect();
}

const DEPARTMENTS = ['sales', 'repairs'];

/** The owner changes who works when. */
async function setHours(world: World): Promise<void> {
  const some = () => {
    const from = `${String(world.below(24)).padStart(2, '0')}:00`;
    return pick(world, [
      null,
      { timeZone: 'UTC', spans: [{ days: [1, 2, 3, 4, 5, 6, 7], from, to: '12:00' }] },
    ]);
  };
  const departments = DEPARTMENTS.map((id) => ({
    id,
    name: id,
    hours: some(),
    members: pick(world, [[], ['ann'], ['bob']]),
  }));
  const { settings } = world.test.chat;
  await settings.save(COUNTER, ChatSettings.parse({ enabled: true, hours: some(), departments }));
}

const TOTAL = ACTION_TABLE.reduce((sum, [weight]) => sum + weight, 0);
function anAction(world: World): Action {
  let at = world.below(TOTAL);
  for (const [weight, action] of ACTION_TABLE) {
    at -= weight;
    if (at < 0) return action;
  }
  return settle;
}

/** The network works again, everyone comes back, and all that waits is sent. */
async function calmDown(world: World): Promise<void> {
  const { test } = world;
  test.journalFails = false;
  if (world.below(2) === 0) await killServer(world);
  for (const one of everyone(world)) if (!one.isConnected) one.connect();
  for (let round = 0; round < 30; round++) {
    for (const one of everyone(world)) one.wire?.deliverUp();
    await settle();
    for (const one of everyone(world)) one.wire?.deliverDown();
    await settle();
    if (everyone(world).every(({ waiting, wire }) => waiting === 0 && wire?.up.length === 0)) break;
  }
  for (const operator of world.operators) {
    for (const id of test.store.all.conversations.keys()) operator.open(id);
    operator.wire?.deliverUp();
  }
  await settle();
  await test.tick('operators');
  await test.tick('hours');
  for (const one of everyone(world)) one.wire?.deliverDown();
}

/** [C41, C46] Visitors who were there know who answers as well as those who have just come. */
async function compareAnswering({ test, visitors }: World): Promise<void> {
  const { online, departments } = await arrive(test);
  for (const visitor of visitors)
    expect([visitor.online, visitor.departments ?? []]).toEqual([online, departments ?? []]);
}

function compare(world: World): void {
  const { store, journaled, logged } = world.test;
  const { conversations, messages, goals } = store.all;
  for (const [id, truth] of messages) {
    // [C1, C2]
    expect(truth.map(({ seq }) => seq)).toEqual(truth.map((_, index) => index + 1));
    expect(new Set(truth.map(({ key }) => key)).size).toBe(truth.length);
    // [C7] for operators, notes included.
    for (const operator of world.operators) expect(operator.memory.messages(id)).toEqual(truth);
  }
  for (const visitor of world.visitors) {
    // [C7, C8] Of earlier conversations it has what came while they were its own.
    for (const id of visitor.memory.conversations.keys()) {
      const visible = (messages.get(id) ?? []).filter(({ kind }) => kind !== 'note');
      const has = visitor.memory.messages(id);
      if (id === visitor.conversationId) expect(has).toEqual(visible);
      else expect(visible).toEqual(expect.arrayContaining(has));
      const order = visitor.memory.order.get(id) ?? [];
      expect(order).toEqual(order.toSorted((one, other) => one - other));
    }
  }
  // [C3] Everything acknowledged is there, once, as it was acknowledged.
  const all = [...messages.values()].flat();
  const sent = everyone(world).flatMap((one) => [...one.acked]);
  for (const [key, message] of sent) expect(all.filter((one) => one.key === key)).toEqual([message]);

  // [C20, C26, C27] Each decision is in the journal, and nothing else is.
  const decided = [...conversations.values()].filter(({ goal }) => goal !== null);
  const wanted = decided.map(({ id, goal }) => `${id}:${goal}`);
  const counted = new Set(journaled.map(({ id }) => id));
  expect(wanted.filter((id) => !counted.has(id))).toEqual([]);
  expect([...counted].filter((id) => !goals.has(id))).toEqual([]);
  expect([...goals.values()].filter(({ journaled: done }) => !done)).toEqual([]);
  const four = new Set<string>(Object.values(CHAT_GOALS));
  const ofConversations = [...goals.values()].filter(
    ({ id, event }) => four.has(event) && conversations.has(idOf(id)),
  );
  expect(ofConversations.map(({ id }) => id).toSorted()).toEqual(wanted.toSorted());
  // [C25] A tap that was reported is not reported again by its answer.
  for (const one of conversations.values()) {
    const first = messages.get(one.id)?.find(({ kind }) => kind === 'visitor');
    expect(one.decided).toBe(first !== undefined);
    // [C24, C46] However it was decided, everything says the same.
    if (one.goal !== null) expect(one.offline).toBe(one.goal === CHAT_GOALS.offline);
    expect([null, ...DEPARTMENTS]).toContain(one.department);
    if (one.openedBy === 'operator' && one.goal !== null)
      expect([CHAT_GOALS.operator, CHAT_GOALS.offline]).toContain(one.goal);
  }
  expect(logged.filter((line) => line.includes('failed'))).toEqual([]);
}

const idOf = (goalId: string) => goalId.split(':')[0] ?? '';

describe('a random story', () => {
  it.each(SEEDS)('[C1–C9, C20–C29] with the seed %i ends with everyone in step', async (seed) => {
    const next = random(seed);
    const test = await startTestChat();
    const jar = { secret: null };
    const world: World = {
      test,
      visitors: [
        new TestVisitor(test, '17000000001', { secret: null }),
        new TestVisitor(test, '17000000002', { secret: null }, true),
        // Two tabs of one browser, which has its secret already.
        new TestVisitor(test, '17000000003', jar),
        new TestVisitor(test, '17000000003', jar),
      ],
      operators: [
        new TestOperator(test, 'ann'),
        new TestOperator(test, 'bob'),
        new TestOperator(test, 'ann'),
      ],
      below: (bound) => Math.floor(next() * bound),
      keys: 0,
    };
    const [, , first] = world.visitors;
    first?.connect();
    first?.wire?.deliverUp();
    await settle();
    first?.wire?.deliverDown();

    for (let action = 0; action < ACTIONS; action++) await anAction(world)(world);
    await calmDown(world);
    await compareAnswering(world);
    await test.chat.close();
    // What the journal has refused is taken up at the next start [C27].
    await test.restart();
    await test.chat.close();
    compare(world);
    // A story in which nothing happens would prove nothing.
    expect(test.store.all.conversations.size).toBeGreaterThan(0);
  });
});
