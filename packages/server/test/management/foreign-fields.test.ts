/** [G80] A field of one type on another is refused by name, for every pair of them, and nothing changes. */
import { GOAL_DESCRIPTORS, OWN_FIELDS } from '@goalpost/contract/goals';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { GOAL_TYPES } from '../../src/goals/index.ts';
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

const CONDITION = { type: 'exact', url: 'a' };
/** Values of every field that some type has. */
const FIELDS: Readonly<Record<string, unknown>> = {
  conditions: [CONDITION],
  steps: [{ name: '', type: 'action', conditions: [CONDITION] }],
  any: [{ type: 'action', conditions: [CONDITION] }],
  all: [{ type: 'action', conditions: [CONDITION] }],
  ...Object.fromEntries(OWN_FIELDS.map(({ name }) => [name, 1])),
};

const hasField = (id: string, field: string): boolean =>
  GOAL_DESCRIPTORS.some(
    ({ id: other, fields }) =>
      other === id && fields.some((one) => one.name === field || (one.kind === 'parts' && one.all === field)),
  );

/** A goal of the type that is right. */
function rightOne(id: (typeof GOAL_DESCRIPTORS)[number]['id']) {
  const [example] = GOAL_TYPES[id].examples;
  const { fields = {}, ...rest } = example?.goal ?? {};
  return { name: 'x', type: id, ...rest, ...fields };
}

describe.each(GOAL_DESCRIPTORS.map(({ id }) => id))('a goal of the type %s', (id) => {
  it('[G80] has no field of another type, and names each that it is given', async () => {
    const before = await goals.make(action('before'));
    for (const [field, value] of Object.entries(FIELDS)) {
      if (hasField(id, field)) continue;
      const [status, ...faults] = await goals.refusal('POST', goals.all, {
        goal: { ...rightOne(id), [field]: value },
      });
      expect([field, status, ...faults]).toEqual([field, 400, `invalid_parameter goal.${field}`]);
      expect(
        await goals.refusal('PUT', goals.one(before), { goal: { ...rightOne(id), [field]: value } }),
      ).toEqual([400, `invalid_parameter goal.${field}`]);
    }
    expect(await goals.listed()).toEqual([before]);
  });
});

it.each([
  [
    'a path of params on an event',
    action('a', { conditions: [{ ...CONDITION, path: 'a.b' }] }),
    'conditions.0.path',
  ],
  [
    'conditions of a depth within others',
    { goal: { name: 'x', type: 'multi', any: [{ type: 'number', depth: 2, conditions: [CONDITION] }] } },
    'any.0.conditions',
  ],
  [
    'a duration of an event within others',
    { goal: { name: 'x', type: 'multi', all: [{ type: 'action', conditions: [CONDITION], duration: 5 }] } },
    'all.0.duration',
  ],
  [
    'a path on a step',
    {
      goal: {
        name: 'x',
        type: 'step',
        steps: [0, 1].map(() => ({ type: 'action', conditions: [{ ...CONDITION, path: 'a' }] })),
      },
    },
    'steps.0.conditions.0.path',
  ],
])('[G80] %s', async (_, body, location) => {
  const [status, first] = await goals.refusal('POST', goals.all, body);
  expect([status, first]).toEqual([400, `invalid_parameter goal.${location}`]);
});
