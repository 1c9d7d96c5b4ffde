import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
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

const collecting = () => api.directory.get(goals.counter)?.goals ?? [];

describe('a goal over its life', () => {
  it('is made in the field’s shape', async () => {
    const { status, body } = await api.call(
      'POST',
      goals.all,
      action('order_sent', { default_price: 10.5, is_favorite: 1 }),
    );
    expect(status).toBe(200);
    expect(body).toEqual({
      goal: {
        id: expect.any(Number) as number,
        name: 'On order_sent',
        type: 'action',
        default_price: 10.5,
        is_favorite: 1,
        is_retargeting: 0,
        goal_source: 'user',
        status: 'Active',
        flag: '',
        prev_goal_id: 0,
        conditions: [{ type: 'exact', url: 'order_sent' }],
      },
      warnings: [],
    });
    expect((await api.call('GET', goals.one(body.goal.id))).body).toEqual(body);
    expect((await api.call('GET', goals.all)).body).toEqual({ goals: [body.goal] });
  });

  it('[G27] says beside the goal what probably never matches, and makes it', async () => {
    const { body } = await api.call('POST', goals.all, {
      goal: { name: 'Price', type: 'url', conditions: [{ type: 'contain', url: 'price.pdf' }] },
    });
    expect(body.warnings).toEqual([
      { code: 'file_name', location: 'goal.conditions.0.url', message: expect.any(String) as string },
    ]);
    expect((await api.call('GET', goals.one(body.goal.id))).body).toEqual(body);
    const edited = await api.call('PUT', goals.one(body.goal.id), action('price'));
    expect(edited.body.warnings).toEqual([]);
  });

  it.each(['any', 'all'] as const)('[G57] [G58] has its conditions under %s, and no others', async (list) => {
    const conditions = [
      { type: 'action', conditions: [{ type: 'exact', url: 'call' }] },
      { type: 'number', conditions: [], depth: 3 },
    ];
    const given = { ...conditions[1], duration: 0 };
    const { body } = await api.call('POST', goals.all, {
      goal: { name: 'Several', type: 'multi', [list]: [conditions[0], given], steps: [], depth: 0 },
    });
    expect(body.goal).toMatchObject({ type: 'multi', conditions: [], [list]: conditions });
    expect(body.goal).not.toHaveProperty('depth');
    expect(body.goal).not.toHaveProperty(list === 'any' ? 'all' : 'any');
    expect((await api.call('GET', goals.one(body.goal.id))).body).toEqual(body);
    expect(collecting()[0]).toMatchObject({ [list]: conditions });
    const again = await api.call('PUT', goals.one(body.goal.id), body);
    expect(again.body).toEqual(body);
    const plain = await api.call('PUT', goals.one(body.goal.id), action('call'));
    expect(plain.body.goal).not.toHaveProperty(list);
  });

  it('[G33] has the fields of its type, and no others', async () => {
    const deep = { goal: { name: 'Deep', type: 'number', depth: 5, duration: 0, steps: [], conditions: [] } };
    const { body } = await api.call('POST', goals.all, deep);
    expect(body.goal).toMatchObject({ type: 'number', depth: 5, conditions: [] });
    expect((await api.call('GET', goals.one(body.goal.id))).body).toEqual(body);
    expect(collecting()).toMatchObject([{ fields: { depth: 5 } }]);
    const edited = await api.call('PUT', goals.one(body.goal.id), action('a', { depth: 0 }));
    expect(edited.body.goal).not.toHaveProperty('depth');
    expect(collecting()[0]).not.toHaveProperty('fields');
  });

  it.each([
    [true, 1],
    [false, 0],
    [1, 1],
    [0, 0],
  ])('takes is_favorite as %j', async (given, shown) => {
    const id = await goals.make(action('a', { is_favorite: given }));
    expect((await api.call('GET', goals.one(id))).body.goal.is_favorite).toBe(shown);
  });

  it('[G2] may have steps', async () => {
    const id = await goals.make(funnel(['url', '/cart'], ['action', 'order_sent']));
    const { goal } = (await api.call('GET', goals.one(id))).body;
    expect([goal.conditions, goal.steps]).toEqual([
      [],
      [
        { name: '0', type: 'url', conditions: [{ type: 'exact', url: '/cart' }] },
        { name: '1', type: 'action', conditions: [{ type: 'exact', url: 'order_sent' }] },
      ],
    ]);
  });

  it('is replaced as a whole', async () => {
    const id = await goals.make(action('a', { default_price: 5, is_favorite: 1 }));
    const { body } = await api.call('PUT', goals.one(id), {
      goal: {
        id: 1,
        goal_source: 'auto',
        status: 'Deleted',
        name: 'New',
        type: 'url',
        conditions: [{ type: 'contain', url: '/b' }],
      },
    });
    expect(body.goal).toEqual({
      id,
      name: 'New',
      type: 'url',
      default_price: 0,
      is_favorite: 0,
      is_retargeting: 0,
      goal_source: 'user',
      status: 'Active',
      flag: '',
      prev_goal_id: 0,
      conditions: [{ type: 'contain', url: '/b' }],
    });
  });

  it('may be read, changed and written back, as clients do', async () => {
    const id = await goals.make(action('a'));
    const { goal } = (await api.call('GET', goals.one(id))).body;
    const { status, body } = await api.call('PUT', goals.one(id), { goal: { ...goal, name: 'Renamed' } });
    expect([status, body.goal]).toEqual([200, { ...goal, name: 'Renamed' }]);
  });

  it('[G16] is hidden when deleted, listed with useDeleted, and restored', async () => {
    const id = await goals.make(action('a'));
    expect((await api.call('DELETE', goals.one(id))).body).toEqual({ success: true });
    expect(await goals.listed()).toEqual([]);
    expect((await api.call('GET', `${goals.all}?useDeleted=true`)).body.goals).toMatchObject([
      { id, status: 'Deleted' },
    ]);
    expect(collecting()).toMatchObject([{ id, status: 'Deleted' }]);
    for (const method of ['GET', 'PUT', 'DELETE'] as const) {
      const answer = await api.call(method, goals.one(id), method === 'PUT' ? action('b') : undefined);
      expect([method, answer.status]).toEqual([method, 404]);
    }
    const restored = await api.call('POST', `${goals.one(id)}/undelete`);
    expect([restored.status, restored.body.goal]).toMatchObject([200, { id, status: 'Active' }]);
    expect(await goals.listed()).toEqual([id]);
    expect(collecting()).toMatchObject([{ id, status: 'Active' }]);
  });

  it('is not found in another counter', async () => {
    const id = await goals.make(action('a'));
    goals = await newGoalRequests(api);
    for (const method of ['GET', 'PUT', 'DELETE'] as const) {
      const answer = await api.call(method, goals.one(id), method === 'PUT' ? action('b') : undefined);
      expect([method, answer.status, answer.body.errors[0]?.location]).toEqual([method, 404, 'goalId']);
    }
    expect((await api.call('POST', `${goals.one(id)}/undelete`)).status).toBe(404);
  });
});

describe('[G17] collection', () => {
  it('knows of each change before it is answered', async () => {
    const revisions: (number | undefined)[] = [];
    const seen = () =>
      revisions.push(
        api.published.at(-1)?.counterId === goals.counter ? api.published.at(-1)?.revision : undefined,
      );
    const id = await goals.make(action('a'));
    seen();
    expect(collecting()).toMatchObject([{ id, conditions: [{ type: 'exact', url: 'a' }] }]);
    await api.call('PUT', goals.one(id), action('b'));
    seen();
    expect(collecting()).toMatchObject([{ id, conditions: [{ type: 'exact', url: 'b' }] }]);
    await api.call('DELETE', goals.one(id));
    seen();
    await api.call('POST', `${goals.one(id)}/undelete`);
    seen();
    expect(new Set(revisions).size).toBe(4);
    expect(revisions).toEqual(revisions.toSorted((a = 0, b = 0) => a - b));
  });

  it('is told nothing of what was refused', async () => {
    const before = api.published.length;
    await api.call('POST', goals.all, action(''));
    await api.call('DELETE', goals.one(999_999));
    expect(api.published).toHaveLength(before);
  });
});

describe('who may', () => {
  it('a token that only reads gets 403 for changes', async () => {
    const id = await goals.make(action('a'));
    const statuses = await Promise.all([
      api.call('GET', goals.all, undefined, 'ann-reads'),
      api.call('POST', goals.all, action('b'), 'ann-reads'),
      api.call('PUT', goals.one(id), action('b'), 'ann-reads'),
      api.call('DELETE', goals.one(id), undefined, 'ann-reads'),
    ]);
    expect(statuses.map(({ status }) => status)).toEqual([200, 403, 403, 403]);
  });

  it('another account gets 403, a viewer may look only, no token gets 401', async () => {
    expect((await api.call('GET', goals.all, undefined, 'bob')).status).toBe(403);
    await api.grant(goals.counter, 'bob', 'view');
    expect((await api.call('GET', goals.all, undefined, 'bob')).status).toBe(200);
    expect((await api.call('POST', goals.all, action('b'), 'bob')).status).toBe(403);
    expect((await api.call('GET', goals.all, undefined, 'nobody')).status).toBe(401);
  });

  it('nobody, where the counter is deleted', async () => {
    const id = await goals.make(action('a'));
    await api.call('DELETE', `/counter/${goals.counter}`);
    const answers = await Promise.all([
      api.call('GET', goals.all),
      api.call('POST', goals.all, action('b')),
      api.call('GET', goals.one(id)),
      api.call('PUT', goals.one(id), action('b')),
      api.call('DELETE', goals.one(id)),
      api.call('POST', `${goals.one(id)}/undelete`),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404]);
  });
});
