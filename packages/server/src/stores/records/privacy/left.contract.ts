/** After an erasure each records table either no longer names the person, or stands in the receipt. */
import type { Kysely } from 'kysely';
import { expect, it } from 'vitest';
import type { CounterStore } from '../../../counters/index.ts';
import type { Person } from '../../../privacy/index.ts';
import { SETTINGS } from '../counters/counter-store.contract.ts';
import type { RecordsSchema } from '../schema.ts';
import { createPersonMentions } from './mentions.ts';
import { markOf, plantEverywhere, readRecords } from './test-planted.ts';

interface Made {
  readonly db: Kysely<RecordsSchema>;
  readonly counters: CounterStore;
  close(): Promise<void>;
}

const MARKS = ['zelda@quirk.example', '(916) 555-12-34', 'client-1042', '1764500000123456789'];
const SAID = ' zelda@quirk.example rang from +7 (916) 555-12-34, client-1042, 1764500000123456789';
const PERSON: Person = {
  visitors: ['1764500000123456789'],
  people: [],
  conversations: [],
  files: [],
  names: ['Zelda@quirk.example', '+79165551234', 'client-1042'],
};
/** What the owner and colleagues write is cleaned; every other text is left to people. */
const CLEANED: Readonly<Record<string, readonly string[]>> = {
  alerts: ['settings'],
  annotations: ['text'],
  audit: ['target', 'details'],
  notices: ['message'],
  saved_paths: ['name', 'address'],
  schedules: ['settings'],
  segments: ['name', 'expression'],
  shares: ['name', 'filters'],
};
/** Their marks go when the erasure is done; the others say who may see the site. */
const OTHERWISE = ['access_invitations', 'erasures', 'grants'];
const PLACES: Readonly<Record<string, (mark: string) => { place: string; id: string }>> = {
  channels: (mark) => ({ place: 'channel', id: `channels ${mark}` }),
  chat_conversations: (mark) => ({ place: 'conversation', id: `chat_conversations ${mark}` }),
  chat_documents: () => ({ place: 'chat', id: 'settings' }),
  chat_messages: (mark) => ({ place: 'conversation', id: `chat_conversations ${mark}` }),
  chat_rules: (mark) => ({ place: 'rule', id: `chat_rules ${mark}` }),
};

const rowsOf = (read: ReadonlyMap<string, string>, table: string, counterId: number): string[] =>
  (JSON.parse(read.get(table) ?? '[]') as object[])
    .map((row) => JSON.stringify(row))
    .filter((row) => row.includes(markOf(counterId)));

export function registerLeftContract(make: () => Promise<Made>): void {
  it('[P37] whatever names an erased person is cleaned, or is in the receipt', async () => {
    const { db, counters, close } = await make();
    const ids: number[] = [];
    for (const name of ['first', 'second']) {
      const made = await counters.create('ann', null, { ...SETTINGS, name }, 1);
      if (made !== 'taken') ids.push(made.id);
    }
    const [mine = 0, other = 0] = ids;
    const says = (table: string, column: string) => (CLEANED[table]?.includes(column) === false ? '' : SAID);
    const tables = await plantEverywhere(db, mine, says);
    await plantEverywhere(db, other, says);
    const before = await readRecords(db);

    const mentions = createPersonMentions(db);
    for (const _ of [1, 2]) await mentions.remove(mine, PERSON);
    const left = await mentions.left(mine, PERSON);
    expect(MARKS.filter((mark) => JSON.stringify(left).includes(mark))).toEqual([]);

    const after = await readRecords(db);
    let told = 0;
    for (const table of tables) {
      expect([table, rowsOf(after, table, other)]).toEqual([table, rowsOf(before, table, other)]);
      const rows = rowsOf(after, table, mine).join();
      const named = MARKS.filter((mark) => rows.includes(mark));
      if (table in CLEANED) expect([table, named]).toEqual([table, []]);
      // Some hold no text but keys.
      if (named.length === 0 || OTHERWISE.includes(table)) continue;
      const place = PLACES[table]?.(markOf(mine)) ?? { place: 'other', id: table };
      if (table === 'goals' || table === 'backfills') expect(left.map((one) => one.place)).toContain('goal');
      else expect(left).toContainEqual(place);
      told += 1;
    }
    expect(told).toBeGreaterThan(10);

    // A deleted goal can be edited by no one: it is cleaned. The site's own settings are told, too.
    await db.updateTable('goals').set({ status: 'Deleted' }).execute();
    await db
      .updateTable('counters')
      .set({ name: `Shop of${SAID}` })
      .execute();
    await mentions.remove(mine, PERSON);
    const { name, conditions, steps, fields } = await db
      .selectFrom('goals')
      .selectAll()
      .where('counter_id', '=', mine)
      .executeTakeFirstOrThrow();
    const goal = [name, conditions, steps, fields].join();
    expect(MARKS.filter((mark) => goal.includes(mark))).toEqual([]);
    expect(await mentions.left(mine, PERSON)).toContainEqual({ place: 'site', id: String(mine) });
    await close();
  });

  it('[P37] what others said is looked through to the last of many messages', async () => {
    const { db, counters, close } = await make();
    const made = await counters.create('ann', null, SETTINGS, 1);
    const id = made === 'taken' ? 0 : made.id;
    await plantEverywhere(db, id);
    const conversation = `chat_conversations ${markOf(id)}`;
    const messages = Array.from({ length: 2_500 }, (_, index) => ({
      conversation_id: conversation,
      seq: index + 10,
      kind: 'text',
      author: 'visitor',
      author_id: null,
      text: index === 2_499 ? SAID : 'hello',
      file: null,
      key: `key ${index}`,
      at: 1,
    }));
    for (let from = 0; from < messages.length; from += 500)
      await db
        .insertInto('chat_messages')
        .values(messages.slice(from, from + 500))
        .execute();
    expect(await createPersonMentions(db).left(id, PERSON)).toEqual([
      { place: 'conversation', id: conversation },
    ]);
    await close();
  });
}
