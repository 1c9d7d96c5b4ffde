import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../src/goals/index.ts';
import { action, funnel, newGoalRequests, type GoalRequests } from './goal-requests.ts';
import { openManagementApi, type ManagementApi } from './management-api.ts';

let api: ManagementApi;
let goals: GoalRequests;
beforeAll(async () => {
  api = await openManagementApi();
});
beforeEach(async () => {
  goals = await newGoalRequests(api);
});
afterAll(() => api.close());

const OPENED = 'Jivo_Client_initiate_chat';
const OFFLINE = 'Jivo_Offline_message_sent';

/** The answer to an automatic goal in a step. */
const at = (place: number) => [400, `invalid_parameter goal.steps.${place}.conditions.0.url`];

describe('[G13] [S13] 200 goals', () => {
  it('are the most, automatic ones and deleted ones not counted', async () => {
    await api.makeAutomatic(goals.counter, OPENED);
    const ids: number[] = [];
    for (let number = 1; number <= 200; number += 1) ids.push(await goals.make(action(`id_${number}`)));
    const oneMore = () => goals.refusal('POST', goals.all, action('one_more'));
    expect(await oneMore()).toEqual([400, 'limit_exceeded goal']);

    expect(await api.makeAutomatic(goals.counter, OFFLINE)).not.toBeNull();

    const [first = 0] = ids;
    await api.call('DELETE', goals.one(first));
    const replacement = await goals.make(action('one_more'));
    expect(await goals.refusal('POST', `${goals.one(first)}/undelete`, undefined)).toEqual([
      400,
      'limit_exceeded goal',
    ]);
    await api.call('DELETE', goals.one(replacement));
    expect((await api.call('POST', `${goals.one(first)}/undelete`)).status).toBe(200);
    expect(await goals.listed()).toHaveLength(202);
  });
});

describe('[G14] [S14] an automatic goal as a step', () => {
  it('is refused where the goal stands', async () => {
    await api.makeAutomatic(goals.counter, OPENED);
    expect(await goals.refusal('POST', goals.all, funnel(['url', '/cart'], ['action', OPENED]))).toEqual(
      at(1),
    );
    const id = await goals.make(funnel(['url', '/cart'], ['action', 'a']));
    expect(await goals.refusal('PUT', goals.one(id), funnel(['action', OPENED], ['action', 'a']))).toEqual(
      at(0),
    );
  });

  it.each(CATALOGUE.map((entry) => [entry.id, entry] as const))(
    '[G42] [G44] is refused while the switch is on, before the first event: %s',
    async (_, { type, conditions }) => {
      const { goal } = funnel(['url', '/cart'], ['url', '/thanks']);
      const body = { goal: { ...goal, steps: [{ name: '', type, conditions }, goal.steps[1]] } };
      const place = conditions.length === 0 ? 'conditions' : 'conditions.0.url';
      expect(await goals.refusal('POST', goals.all, body)).toEqual([
        400,
        `invalid_parameter goal.steps.0.${place}`,
      ]);
    },
  );

  it('is an ordinary event while the switch is off and no such goal stands', async () => {
    await api.call('PUT', `/counter/${goals.counter}`, { counter: { autogoals_enabled: false } });
    await goals.make(funnel(['action', OPENED], ['url', '/cart']));
  });

  it('is refused with the switch off, where the goal stands', async () => {
    await api.makeAutomatic(goals.counter, OPENED);
    await api.call('PUT', `/counter/${goals.counter}`, { counter: { autogoals_enabled: false } });
    expect(await goals.refusal('POST', goals.all, funnel(['action', OPENED], ['url', '/cart']))).toEqual(
      at(0),
    );
  });

  it('is taken where a goal of the owner’s own with that condition stands', async () => {
    const own = await goals.make(action(OPENED));
    await goals.make(funnel(['action', OPENED], ['url', '/cart']));
    await api.call('DELETE', goals.one(own));
    expect(await goals.refusal('POST', goals.all, funnel(['action', OPENED], ['url', '/cart']))).toEqual(
      at(0),
    );
  });

  it('is refused under its edited condition, too', async () => {
    const id = await api.makeAutomatic(goals.counter, OPENED);
    await api.call('PUT', goals.one(id), action('my_chat'));
    expect(await goals.refusal('POST', goals.all, funnel(['url', '/cart'], ['action', 'my_chat']))).toEqual(
      at(1),
    );
  });

  it('is refused among several conditions of a step', async () => {
    const body = funnel(['url', '/cart'], ['action', 'a']);
    body.goal.steps[1]?.conditions.push({ type: 'exact', url: OPENED });
    expect(await goals.refusal('POST', goals.all, body)).toEqual([
      400,
      'invalid_parameter goal.steps.1.conditions.1.url',
    ]);
  });

  it('another operator is another condition', async () => {
    const body = funnel(['url', '/cart'], ['action', 'a']);
    body.goal.steps[1]?.conditions.push({ type: 'contain', url: OPENED });
    await goals.make(body);
  });
});

describe('[G20] the expressions of all the goals of a counter', () => {
  const pattern = (source: string) => ({
    goal: { name: 'x', type: 'action', conditions: [{ type: 'regexp', url: source }] },
  });
  /** A little over 9,000 instructions. */
  const large = 'order'.repeat(1_810);
  const tooLarge = [400, 'limit_exceeded goal'];

  it('are at most 20,000 instructions: made, edited or restored', async () => {
    const first = await goals.make(pattern(large));
    const second = await goals.make(pattern(`${large}x`));
    expect(await goals.refusal('POST', goals.all, pattern(large))).toEqual(tooLarge);
    const third = await goals.make(action('plain'));
    expect(await goals.refusal('PUT', goals.one(third), pattern(large))).toEqual(tooLarge);
    await api.call('PUT', goals.one(second), pattern(`${large}y`));

    await api.call('DELETE', goals.one(first));
    const fourth = await goals.make(pattern(large));
    expect(await goals.refusal('POST', `${goals.one(first)}/undelete`, undefined)).toEqual(tooLarge);
    await api.call('DELETE', goals.one(fourth));
    expect((await api.call('POST', `${goals.one(first)}/undelete`)).status).toBe(200);
  });

  it('leave room for 200 ordinary ones', async () => {
    for (let number = 0; number < 200; number += 1) {
      await goals.make(pattern(`^order_(sent|paid|cancelled)_[a-z0-9_-]{1,20}_${number}$`));
    }
  });
});
