/** What every `GoalStore` must do. */
import type { GoalInput } from '@goalpost/contract/goals';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CounterStore, GoalRefusal, GoalStore, NewAutomaticGoal } from '../../../counters/index.ts';
import type { MadeGoals } from '../../../alerts/index.ts';
import type { GoalDefinition } from '../../../goals/index.ts';
import { SETTINGS } from '../counters/counter-store.contract.ts';

export interface GoalFixture {
  readonly goals: GoalStore;
  readonly counters: CounterStore;
  readonly madeGoals: MadeGoals;
  close(): Promise<void>;
}

const INPUT: GoalInput = {
  name: 'Order — "100%"',
  type: 'action',
  default_price: 12.5,
  is_favorite: 1,
  is_retargeting: 0,
  flag: 'order',
  conditions: [{ type: 'exact', url: "it's; DROP TABLE goals" }],
};

const CHAT: NewAutomaticGoal = {
  entryId: 'chat',
  name: 'Chat opened',
  type: 'action',
  conditions: [{ type: 'exact', url: 'Chat_opened' }],
};
const LIKE_CHAT: GoalInput = { ...INPUT, conditions: [...CHAT.conditions] };
const MAX = 200;

export function registerGoalContract(make: () => Promise<GoalFixture>): void {
  describe('goals', () => {
    let fixture: GoalFixture;
    let goals: GoalStore;
    let counterId: number;
    beforeAll(async () => {
      fixture = await make();
      goals = fixture.goals;
    });
    beforeEach(async () => {
      const counter = await fixture.counters.create('ann', null, SETTINGS, 1);
      if (counter === 'taken') throw new Error('taken');
      counterId = counter.id;
    });
    afterAll(() => fixture.close());

    const made = async (work: Promise<GoalDefinition | GoalRefusal | null>): Promise<GoalDefinition> => {
      const goal = await work;
      if (goal === null || typeof goal === 'string') throw new Error(`refused: ${goal}`);
      return goal;
    };
    const create = (input: GoalInput = INPUT): Promise<GoalDefinition> =>
      made(goals.create(counterId, input));
    const revision = async (): Promise<number> => (await fixture.counters.get(counterId))?.revision ?? 0;
    const fill = async (count: number): Promise<void> => {
      for (let n = 0; n < count; n += 1) await create();
    };

    it('keeps every field as it was given, with a rising id', async () => {
      const first = await create();
      expect(first).toEqual({
        id: expect.any(Number),
        counterId,
        name: INPUT.name,
        type: 'action',
        conditions: INPUT.conditions,
        steps: [],
        defaultPrice: 12.5,
        favorite: true,
        retargeting: false,
        flag: 'order',
        source: 'user',
        status: 'Active',
        autoEntry: null,
      });
      expect(first.id).toBeGreaterThan(1_000_000);
      const steps = [
        { name: 'one', type: 'url' as const, conditions: [{ type: 'contain' as const, url: '/a' }] },
      ];
      const second = await create({ ...INPUT, type: 'step', conditions: [], steps });
      expect(second.id).toBeGreaterThan(first.id);
      expect(await goals.get(counterId, second.id)).toMatchObject({ type: 'step', conditions: [], steps });
    });

    it('[G33] keeps the fields of its type alone, and shows none where there are none', async () => {
      const goal = await create({ ...INPUT, type: 'number', depth: 4, conditions: [] });
      expect(goal.fields).toEqual({ depth: 4 });
      expect(await goals.get(counterId, goal.id)).toEqual(goal);
      const replaced = await made(goals.replace(counterId, goal.id, { ...INPUT, depth: 4 }));
      expect(replaced).not.toHaveProperty('fields');
    });

    it('[G84] keeps where the price stands, beside what else its type has, and forgets it', async () => {
      const place = { type: 'selector' as const, value: '#order .total' };
      const goal = await create({ ...INPUT, type: 'number', depth: 4, conditions: [], price_place: place });
      expect([goal.pricePlace, goal.fields]).toEqual([place, { depth: 4 }]);
      expect(await goals.get(counterId, goal.id)).toEqual(goal);
      const replaced = await made(goals.replace(counterId, goal.id, INPUT));
      expect(replaced).not.toHaveProperty('pricePlace');
    });

    it("finds a goal under its own counter only, and refuses another's", async () => {
      const { id } = await create();
      expect(await goals.get(1, id)).toBeNull();
      expect(await goals.create(1, INPUT)).toBe('not_found');
      const other = await fixture.counters.create('ben', null, SETTINGS, 1);
      const otherId = (other as { id: number }).id;
      expect(await goals.replace(otherId, id, INPUT)).toBe('not_found');
      expect(await goals.setStatus(otherId, id, 'Deleted')).toBe('not_found');
      expect(await goals.replace(counterId, 5, INPUT)).toBe('not_found');
      expect((await fixture.counters.get(otherId))?.revision).toBe(1);
    });

    it('[G17] replaces what the owner may change, and keeps id, source and entry [G21]', async () => {
      const goal = await made(goals.makeAutomatic(counterId, CHAT));
      const replaced = await made(goals.replace(counterId, goal.id, { ...INPUT, name: 'Mine now' }));
      expect(replaced).toMatchObject({ id: goal.id, name: 'Mine now', source: 'auto', autoEntry: 'chat' });
      expect(await goals.get(counterId, goal.id)).toEqual(replaced);
    });

    it("raises the counter's revision with every write, and with no refusal", async () => {
      const { id } = await create();
      expect(await revision()).toBe(2);
      await goals.replace(counterId, id, INPUT);
      expect(await revision()).toBe(3);
      await goals.setStatus(counterId, id, 'Deleted');
      expect(await revision()).toBe(4);
      await goals.makeAutomatic(counterId, CHAT);
      expect(await revision()).toBe(5);
      await goals.makeAutomatic(counterId, CHAT);
      await goals.setStatus(counterId, id, 'Deleted');
      await goals.replace(counterId, 5, INPUT);
      expect(await revision()).toBe(5);
    });

    it('[G16] lists what is deleted only when asked, and restores it as it was', async () => {
      const goal = await create();
      expect(await goals.setStatus(counterId, goal.id, 'Deleted')).toEqual({ ...goal, status: 'Deleted' });
      expect(await goals.list(counterId, false)).toEqual([]);
      expect(await goals.list(counterId, true)).toEqual([{ ...goal, status: 'Deleted' }]);
      expect(await goals.setStatus(counterId, goal.id, 'Active')).toEqual(goal);
      expect(await goals.list(counterId, false)).toEqual([goal]);
    });

    it('[G13] refuses the 201st undeleted goal of the owner, and one restored to be it', async () => {
      await fill(MAX - 1);
      const last = await create();
      expect(await goals.create(counterId, INPUT)).toBe('limit_exceeded');
      await goals.setStatus(counterId, last.id, 'Deleted');
      await create();
      expect(await goals.setStatus(counterId, last.id, 'Active')).toBe('limit_exceeded');
      expect(await goals.list(counterId, false)).toHaveLength(MAX);
      expect(await revision()).toBe(1 + MAX + 2);
    });

    it('[G13] lets one of many pass when only one place is left', async () => {
      await fill(MAX - 1);
      const answers = await Promise.all(Array.from({ length: 8 }, () => goals.create(counterId, INPUT)));
      expect(answers.filter((answer) => answer !== 'limit_exceeded')).toHaveLength(1);
      expect(await goals.list(counterId, false)).toHaveLength(MAX);
    });

    it('[G13] does not count automatic goals, edited ones neither', async () => {
      const automatic = await made(goals.makeAutomatic(counterId, CHAT));
      await goals.replace(counterId, automatic.id, {
        ...INPUT,
        conditions: [{ type: 'exact', url: 'other' }],
      });
      await fill(MAX);
      expect(await goals.create(counterId, INPUT)).toBe('limit_exceeded');
      await goals.setStatus(counterId, automatic.id, 'Deleted');
      expect(await goals.setStatus(counterId, automatic.id, 'Active')).toMatchObject({ status: 'Active' });
      expect(await goals.makeAutomatic(counterId, { ...CHAT, entryId: 'other', type: 'url' })).toMatchObject({
        source: 'auto',
      });
    });

    it('[G12] makes the goal of an entry once, also when many ask at once', async () => {
      const answers = await Promise.all(
        Array.from({ length: 8 }, () => made(goals.makeAutomatic(counterId, CHAT))),
      );
      expect(new Set(answers.map((goal) => goal.id)).size).toBe(1);
      expect(answers[0]).toMatchObject({
        name: 'Chat opened',
        source: 'auto',
        autoEntry: 'chat',
        defaultPrice: 0,
      });
      expect(await goals.list(counterId, true)).toHaveLength(1);
      expect(await revision()).toBe(2);
    });

    it('[G12] gives the entry’s goal as it is, deleted or edited, and does not make it again', async () => {
      const goal = await made(goals.makeAutomatic(counterId, CHAT));
      await goals.replace(counterId, goal.id, INPUT);
      const deleted = await made(goals.setStatus(counterId, goal.id, 'Deleted'));
      expect(await goals.makeAutomatic(counterId, CHAT)).toEqual(deleted);
      expect(await goals.list(counterId, true)).toHaveLength(1);
    });

    it('[G11] makes none where an undeleted goal with exactly the same condition stands', async () => {
      const own = await create(LIKE_CHAT);
      expect(await goals.makeAutomatic(counterId, CHAT)).toBeNull();
      expect(await revision()).toBe(2);
      await goals.setStatus(counterId, own.id, 'Deleted');
      expect(await goals.makeAutomatic(counterId, CHAT)).toMatchObject({ source: 'auto' });
    });

    it('[G26] an automatic goal and another of the same condition never stand together', async () => {
      const automatic = await goals.makeAutomatic(counterId, CHAT);
      if (automatic === null) throw new Error('none was made');
      expect(await goals.create(counterId, LIKE_CHAT)).toBe('same_condition');
      const other = await create({ ...LIKE_CHAT, conditions: [{ type: 'exact', url: 'other' }] });
      expect(await goals.replace(counterId, other.id, LIKE_CHAT)).toBe('same_condition');
      expect(await goals.get(counterId, other.id)).toEqual(other);
      expect(await goals.replace(counterId, automatic.id, LIKE_CHAT)).toMatchObject({ id: automatic.id });

      await goals.setStatus(counterId, automatic.id, 'Deleted');
      const own = await create(LIKE_CHAT);
      expect(await goals.setStatus(counterId, automatic.id, 'Active')).toBe('same_condition');
      expect(await goals.get(counterId, automatic.id)).toMatchObject({ status: 'Deleted' });
      await goals.setStatus(counterId, own.id, 'Deleted');
      expect(await goals.setStatus(counterId, automatic.id, 'Active')).toMatchObject({ status: 'Active' });
      expect(await goals.setStatus(counterId, own.id, 'Active')).toBe('same_condition');
    });

    it('[G26] two goals of the owner with one condition may stand', async () => {
      await create(LIKE_CHAT);
      expect(await goals.create(counterId, LIKE_CHAT)).toMatchObject({ source: 'user' });
    });

    it('[G11] takes no other condition for the same', async () => {
      const [condition] = LIKE_CHAT.conditions;
      const url = condition?.url ?? '';
      await create({ ...LIKE_CHAT, conditions: [{ type: 'contain', url }] });
      await create({ ...LIKE_CHAT, conditions: [{ type: 'exact', url: url.toLowerCase() }] });
      await create({ ...LIKE_CHAT, type: 'url' });
      await create({
        ...LIKE_CHAT,
        conditions: [
          { type: 'exact', url },
          { type: 'exact', url: 'x' },
        ],
      });
      expect(await goals.makeAutomatic(counterId, CHAT)).toMatchObject({ source: 'auto' });
    });

    it('[M130] says which made themselves, and when', async () => {
      await create();
      const goal = await made(goals.makeAutomatic(counterId, CHAT));
      const [first, ...more] = await fixture.madeGoals.since(counterId, 0);
      expect(more).toEqual([]);
      expect(first?.id).toBe(goal.id);
      expect(await fixture.madeGoals.since(counterId, first!.at)).toEqual([first]);
      expect(await fixture.madeGoals.since(counterId, first!.at + 1)).toEqual([]);
      await goals.setStatus(counterId, goal.id, 'Deleted');
      expect(await fixture.madeGoals.since(counterId, 0)).toEqual([first]);
    });

    it('keeps the same entry of two counters apart', async () => {
      const other = await fixture.counters.create('ben', null, SETTINGS, 1);
      const first = await made(goals.makeAutomatic(counterId, CHAT));
      const second = await made(goals.makeAutomatic((other as { id: number }).id, CHAT));
      expect(second.id).not.toBe(first.id);
    });
  });
}
