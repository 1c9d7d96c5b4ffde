/** Goals, in the records store. */
import { MAX_GOALS } from '@goalpost/contract/goals';
import type { Insertable, Kysely, Transaction } from 'kysely';
import type { GoalRefusal, GoalStore } from '../../../counters/index.ts';
import { sameCondition, type GoalDefinition } from '../../../goals/index.ts';
import type { Clock } from '../../../kit/clock.ts';
import { goalFromRow, goalInputToRow } from './goal-rows.ts';
import type { GoalsTable, RecordsSchema } from '../schema.ts';
import { writeToCounter } from '../transaction.ts';

type Db = Kysely<RecordsSchema>;

async function select(db: Db, counterId: number, goalId: number): Promise<GoalDefinition | null> {
  const row = await db
    .selectFrom('goals')
    .selectAll()
    .where('counter_id', '=', counterId)
    .where('id', '=', goalId)
    .executeTakeFirst();
  return row ? goalFromRow(row) : null;
}

async function selectAutomatic(db: Db, counterId: number, entryId: string): Promise<GoalDefinition | null> {
  const row = await db
    .selectFrom('goals')
    .selectAll()
    .where('counter_id', '=', counterId)
    .where('auto_entry', '=', entryId)
    .executeTakeFirst();
  return row ? goalFromRow(row) : null;
}

/** Whether the counter holds as many undeleted goals of the owner's own as it may [G13]. */
async function isFull(db: Db, counterId: number): Promise<boolean> {
  const { count } = await db
    .selectFrom('goals')
    .select((column) => column.fn.countAll<number>().as('count'))
    .where('counter_id', '=', counterId)
    .where('source', '=', 'user')
    .where('status', '=', 'Active')
    .executeTakeFirstOrThrow();
  return count >= MAX_GOALS;
}

/** The undeleted goals of exactly the same condition [G11]. */
async function twinsOf(
  db: Db,
  counterId: number,
  goal: Pick<GoalDefinition, 'type' | 'conditions'>,
): Promise<GoalDefinition[]> {
  const rows = await db
    .selectFrom('goals')
    .selectAll()
    .where('counter_id', '=', counterId)
    .where('status', '=', 'Active')
    .where('type', '=', goal.type)
    .execute();
  return rows.map(goalFromRow).filter((standing) => sameCondition(standing, goal));
}

/** Whether an automatic goal and another one of the same condition would stand together [G26]. */
async function countsTwice(db: Db, goal: GoalDefinition): Promise<boolean> {
  const twins = (await twinsOf(db, goal.counterId, goal)).filter(({ id }) => id !== goal.id);
  return twins.some(({ source }) => source === 'auto' || goal.source === 'auto');
}

async function insert(trx: Transaction<RecordsSchema>, row: Insertable<GoalsTable>): Promise<GoalDefinition> {
  const made = await trx.insertInto('goals').values(row).returningAll().executeTakeFirstOrThrow();
  return goalFromRow(made);
}

export function createGoalStore(db: Db, clock: Clock): GoalStore {
  return {
    async list(counterId, deleted) {
      const rows = await db
        .selectFrom('goals')
        .selectAll()
        .where('counter_id', '=', counterId)
        .$if(!deleted, (query) => query.where('status', '=', 'Active'))
        .orderBy('id')
        .execute();
      return rows.map(goalFromRow);
    },

    get: (counterId, goalId) => select(db, counterId, goalId),

    create: (counterId, input) =>
      writeToCounter<GoalDefinition, GoalRefusal>(db, counterId, 'not_found', async ({ trx, refuse }) => {
        if (await isFull(trx, counterId)) return refuse('limit_exceeded');
        const made = await insert(trx, {
          ...goalInputToRow(input),
          counter_id: counterId,
          source: 'user',
          status: 'Active',
          auto_entry: null,
          created_at: clock.now(),
        });
        return (await countsTwice(trx, made)) ? refuse('same_condition') : made;
      }),

    replace: (counterId, goalId, input) =>
      writeToCounter<GoalDefinition, GoalRefusal>(db, counterId, 'not_found', async ({ trx, refuse }) => {
        const row = await trx
          .updateTable('goals')
          .set(goalInputToRow(input))
          .where('counter_id', '=', counterId)
          .where('id', '=', goalId)
          .returningAll()
          .executeTakeFirst();
        if (row === undefined) return refuse('not_found');
        const goal = goalFromRow(row);
        return goal.status === 'Active' && (await countsTwice(trx, goal)) ? refuse('same_condition') : goal;
      }),

    setStatus: (counterId, goalId, status) =>
      writeToCounter<GoalDefinition, GoalRefusal | GoalDefinition>(
        db,
        counterId,
        'not_found',
        async ({ trx, refuse }) => {
          const goal = await select(trx, counterId, goalId);
          if (!goal) return refuse('not_found');
          if (goal.status === status) return refuse(goal);
          const isMakingOne = status === 'Active' && goal.source === 'user';
          if (isMakingOne && (await isFull(trx, counterId))) return refuse('limit_exceeded');
          if (status === 'Active' && (await countsTwice(trx, goal))) return refuse('same_condition');
          await trx.updateTable('goals').set({ status }).where('id', '=', goalId).execute();
          return { ...goal, status };
        },
      ),

    async makeAutomatic(counterId, goal) {
      const there = await selectAutomatic(db, counterId, goal.entryId);
      if (there) return there;
      return await writeToCounter<GoalDefinition, GoalDefinition | null>(
        db,
        counterId,
        null,
        async ({ trx, refuse }) => {
          const meanwhile = await selectAutomatic(trx, counterId, goal.entryId);
          if (meanwhile) return refuse(meanwhile);
          if ((await twinsOf(trx, counterId, goal)).length > 0) return refuse(null);
          return await insert(trx, {
            counter_id: counterId,
            name: goal.name,
            type: goal.type,
            conditions: JSON.stringify(goal.conditions),
            steps: '[]',
            fields: '{}',
            default_price: 0,
            is_favorite: 0,
            is_retargeting: 0,
            flag: '',
            source: 'auto',
            status: 'Active',
            auto_entry: goal.entryId,
            created_at: clock.now(),
          });
        },
      );
    },
  };
}
