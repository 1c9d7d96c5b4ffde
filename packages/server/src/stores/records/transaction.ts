/** A write to a counter or to what belongs to it. */
import { sql, type Kysely, type Selectable, type Transaction } from 'kysely';
import type { CountersTable, RecordsSchema } from './schema.ts';

/** Undoes the transaction and becomes its answer. */
class Refusal<R> {
  readonly answer: R;
  constructor(answer: R) {
    this.answer = answer;
  }
}

export interface CounterWrite<R> {
  readonly trx: Transaction<RecordsSchema>;
  /** The counter, its revision already raised. */
  readonly counter: Selectable<CountersTable>;
  /** Undoes everything, the raised revision too. */
  readonly refuse: (answer: R) => never;
}

/**
 * Raising the revision comes first: it is what every write does anyway, and it locks the counter's row, so
 * that two writes to one counter cannot pass a limit together.
 */
export async function writeToCounter<T, R>(
  db: Kysely<RecordsSchema>,
  counterId: number,
  absent: R,
  work: (write: CounterWrite<R>) => Promise<T>,
): Promise<T | R> {
  const refuse = (answer: R): never => {
    // eslint-disable-next-line typescript/only-throw-error -- never seen outside of this function
    throw new Refusal(answer);
  };
  try {
    return await db.transaction().execute(async (trx) => {
      const counter = await trx
        .updateTable('counters')
        .set({ revision: sql<number>`revision + 1` })
        .where('id', '=', counterId)
        .returningAll()
        .executeTakeFirst();
      if (!counter) return refuse(absent);
      return await work({ trx, counter, refuse });
    });
  } catch (error) {
    if (error instanceof Refusal) return error.answer as R;
    throw error;
  }
}
