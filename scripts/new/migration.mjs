/** A change of the records store's tables, which every server makes once at its next start. */
import { addImport, addToList } from '../lib/lists.mjs';

const STORE = 'packages/server/src/stores/records';

export const migration = {
  id: 'migration',
  taken: (name, { list }) =>
    list(`${STORE}/migrations`).find((file) => file.replace(/^\d{4}-/, '') === `${name}.ts`),
  plan: ({ name, identifier, list }) => {
    const numbers = list(`${STORE}/migrations`).map((file) => Number(file.slice(0, 4)) || 0);
    const file = `${String(Math.max(0, ...numbers) + 1).padStart(4, '0')}-${name}`;
    const table = name.replaceAll('-', '_');
    return {
      files: {
        [`${STORE}/migrations/${file}.ts`]: `/** Makes the table \`${table}\`. Safe to run again. */
import type { Kysely } from 'kysely';

export async function ${identifier}(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('${table}')
    .ifNotExists()
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('counter_id', 'integer', (column) => column.notNull())
    .execute();
}
`,
        [`${STORE}/migrations/${file}.test.ts`]: `/** The table \`${table}\` is there after a start, and after the next one. */
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { migrateRecords } from '../migrate.ts';
import { openTestRecords } from '../test-records.ts';

it('makes the table, also where it was interrupted before it was noted', async () => {
  const records = await openTestRecords();
  await sql\`INSERT INTO ${table} (id, counter_id) VALUES ('one', 1)\`.execute(records.db);
  await sql\`DELETE FROM migrations WHERE name = '${file}'\`.execute(records.db);
  expect(await migrateRecords(records)).toEqual(['${file}']);
  expect((await sql\`SELECT id FROM ${table}\`.execute(records.db)).rows).toEqual([{ id: 'one' }]);
  await records.close();
});
`,
      },
      edits: {
        [`${STORE}/migrate.ts`]: [
          addImport(identifier, `./migrations/${file}.ts`),
          addToList('): Record<string, Migration> {\n  return {', `'${file}': { up: ${identifier} }`),
        ],
      },
      appears: `It runs at the server's next start. Once released, it is never changed.`,
    };
  },
};
