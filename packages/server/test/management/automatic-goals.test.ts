import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../src/goals/index.ts';
import { action, newGoalRequests, type GoalRequests } from './goal-requests.ts';
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

const collecting = () => api.directory.get(goals.counter)?.goals ?? [];

describe('automatic goals', () => {
  it('[G9] [G10] are made under their names and known to collection at once', async () => {
    for (const { id } of CATALOGUE) await api.makeAutomatic(goals.counter, id);
    const { body } = await api.call('GET', goals.all);
    expect(body.goals.map(({ name, goal_source, conditions }) => [name, goal_source, conditions])).toEqual(
      CATALOGUE.map(({ names, conditions }) => [names.en, 'auto', conditions]),
    );
    expect(collecting().map(({ autoEntry }) => autoEntry)).toEqual(CATALOGUE.map(({ id }) => id));
    expect(api.published.at(-1)).toBe(api.directory.get(goals.counter));
  });

  it('are named in Russian where asked, while their names are unedited', async () => {
    const id = await api.makeAutomatic(goals.counter, OFFLINE);
    const names = async () =>
      (await api.call('GET', `${goals.all}?lang=ru`)).body.goals.map(({ name }) => name);
    expect(await names()).toEqual(['Автоцель Jivo: офлайн-сообщение']);
    const { goal } = (await api.call('GET', `${goals.one(id)}?lang=ru`)).body;
    await api.call('PUT', goals.one(id), { goal: { ...goal, default_price: 3 } });
    expect((await api.call('GET', goals.one(id))).body.goal.name).toBe('Jivo auto-goal: offline message');
    await api.call('PUT', goals.one(id), { goal: { ...goal, name: 'Сообщения' } });
    expect(await names()).toEqual(['Сообщения']);
  });

  it('[G12] are made once, however often and late they are asked for', async () => {
    const id = await api.makeAutomatic(goals.counter, OPENED);
    const told = api.published.length;
    expect(await api.makeAutomatic(goals.counter, OPENED)).toBe(id);
    await api.call('DELETE', goals.one(id));
    expect(await api.makeAutomatic(goals.counter, OPENED)).toBe(id);
    expect(await goals.listed()).toEqual([]);
    expect(api.published).toHaveLength(told + 1);
    expect(await api.makeAutomatic(goals.counter, 'no such entry')).toBeNull();
  });

  it('[G11] [S19] are not made beside a goal with the same condition', async () => {
    const own = await goals.make(action(OPENED));
    expect(await api.makeAutomatic(goals.counter, OPENED)).toBeNull();
    expect(await goals.listed()).toEqual([own]);
  });

  it('[G21] [S9] are edited and deleted like others, and stay automatic', async () => {
    const id = await api.makeAutomatic(goals.counter, OPENED);
    const { goal } = (await api.call('PUT', goals.one(id), action('my_chat', { goal_source: 'user' }))).body;
    expect(goal).toMatchObject({
      id,
      name: 'On my_chat',
      goal_source: 'auto',
      conditions: [{ type: 'exact', url: 'my_chat' }],
    });
    expect((await api.call('DELETE', goals.one(id))).body).toEqual({ success: true });
    expect((await api.call('POST', `${goals.one(id)}/undelete`)).body.goal).toEqual(goal);
  });
});
