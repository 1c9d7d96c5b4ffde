/** The analytics store's rows, by day and in bounded pieces: for backups, and into an empty store. */
import type { AnalyticsSink, AnalyticsSource, AnalyticsTable, Unit } from '../../backup/port.ts';
import { NewerTables } from '../../kit/newer-tables.ts';
import type { Olap } from '../../kit/olap.ts';
import { createInstallationOlap } from './installation.ts';
import { migrateOlap, OLAP_MIGRATIONS } from './migrate.ts';

/** Of a unit: some megabytes. */
const MOST_ROWS = 20_000;
const PATIENT = { timeoutSeconds: 600 };
/** There while a restore fills the tables: a server refuses to start on them. */
const MARK = 'restoring';

interface Shape {
  readonly day: string;
  /** What a unit is split by where one counter's day is large: a whole number. */
  readonly id: string;
  readonly from: string;
  /** Which rows belong to the backup. */
  readonly where: string;
  readonly order: string;
}

/** Visits are replaced as they grow, and later versions come from the journal again. Rows of others only come. */
const SHAPES: Readonly<Record<AnalyticsTable, Shape>> = {
  hits: {
    day: 'toDate(at)',
    id: 'visitor_id',
    from: 'hits',
    where: 'segment <= {segment:UInt64}',
    order: 'counter_id, visitor_id, at, hit_id',
  },
  visits: {
    day: 'opened_on',
    id: 'visit_id',
    from: 'visits FINAL',
    where: '{segment:UInt64} >= 0',
    order: 'counter_id, visit_id',
  },
  resting_visitors: {
    day: 'toDate(last_arrival)',
    id: 'visitor_id',
    from: 'resting_visitors',
    where: 'segment <= {segment:UInt64}',
    order: 'counter_id, visitor_id, segment',
  },
  calls: {
    day: 'toDate(at)',
    id: 'visitor_id',
    from: 'calls FINAL',
    where: '{segment:UInt64} >= 0',
    order: 'counter_id, call_id',
  },
  reaches: {
    day: 'toDate(at)',
    id: 'visitor_id',
    from: 'reaches FINAL',
    where: '{segment:UInt64} >= 0',
    order: 'counter_id, kind, goal_id, reach_id',
  },
  conversations: {
    day: 'toDate(at)',
    id: 'cityHash64(conversation_id)',
    from: 'conversations FINAL',
    where: '{segment:UInt64} >= 0',
    order: 'counter_id, conversation_id',
  },
  costs: {
    day: 'day',
    id: 'upload_id',
    from: 'costs FINAL',
    where: '{segment:UInt64} >= 0',
    order: 'counter_id, day, source, medium, campaign, content, term, upload_id',
  },
  day_sums: {
    day: 'day',
    id: 'value_id',
    from: 'day_sums FINAL',
    where: '{segment:UInt64} >= 0',
    order: 'counter_id, kind, family, value_id',
  },
};

interface CounterDay {
  readonly day: string;
  readonly counter: number;
  readonly rows: string;
  readonly sum: string;
}

/** As a tuple: otherwise a row with an empty value has no hash, and its changes would not be seen. */
const SUM = 'toString(sum(cityHash64(tuple(*))))';

export function createAnalyticsSource(olap: Olap): AnalyticsSource {
  async function counterDays(table: AnalyticsTable, segment: number): Promise<CounterDay[]> {
    const { day, from, where } = SHAPES[table];
    const months = await olap.query<{ month: number }>(
      `SELECT DISTINCT toYYYYMM(${day}) AS month FROM ${from} ORDER BY month`,
      {},
      PATIENT,
    );
    const found: CounterDay[] = [];
    for (const { month } of months)
      found.push(
        ...(await olap.query<CounterDay>(
          `SELECT ${day} AS day, counter_id AS counter, count() AS rows, ${SUM} AS sum FROM ${from}
           WHERE toYYYYMM(${day}) = {month:UInt32} AND ${where} GROUP BY day, counter ORDER BY day, counter`,
          { month, segment },
          PATIENT,
        )),
      );
    return found;
  }

  /** One counter's large day, in pieces by what its rows are sorted by. */
  async function split(table: AnalyticsTable, one: CounterDay, segment: number): Promise<Unit[]> {
    const { day, id, from, where } = SHAPES[table];
    const pieces = Math.ceil(Number(one.rows) / MOST_ROWS);
    const params = { day: one.day, counter: one.counter, segment };
    const of = `FROM ${from} WHERE ${day} = {day:Date} AND counter_id = {counter:UInt32} AND ${where}`;
    const levels = Array.from({ length: pieces - 1 }, (_, at) => ((at + 1) / pieces).toFixed(6));
    const [bounds] = await olap.query<{ ids: string[] }>(
      `SELECT arrayMap(x -> toString(x), arrayDistinct(quantilesExact(${levels.join(', ')})(${id}))) AS ids ${of}`,
      params,
      PATIENT,
    );
    // Half of the rows may be of no visitor: 0 is the first one anyway.
    const lows = ['0', ...(bounds?.ids ?? []).filter((low) => low !== '0')];
    const units: Unit[] = [];
    for (const [at, low] of lows.entries()) {
      const next = lows[at + 1];
      const ids = [low, next === undefined ? String(2n ** 64n - 1n) : String(BigInt(next) - 1n)] as const;
      const [found] = await olap.query<{ rows: string; sum: string }>(
        `SELECT count() AS rows, ${SUM} AS sum ${of} AND ${id} BETWEEN {low:UInt64} AND {high:UInt64}`,
        { ...params, low: ids[0], high: ids[1] },
        PATIENT,
      );
      const counters = [one.counter, one.counter] as const;
      if (found) units.push({ table, day: one.day, counters, ids, rows: Number(found.rows), sum: found.sum });
    }
    return units.filter(({ rows }) => rows > 0);
  }

  return {
    async migrations() {
      const rows = await olap.query<{ id: string }>('SELECT DISTINCT id FROM migrations ORDER BY id', {});
      return rows.map(({ id }) => id);
    },

    async units(table, segment) {
      const units: Unit[] = [];
      for (const one of await counterDays(table, segment)) {
        if (Number(one.rows) > MOST_ROWS) units.push(...(await split(table, one, segment)));
        else addSmall(units, table, one);
      }
      return units;
    },

    async lines({ table, day, counters, ids }, segment) {
      const shape = SHAPES[table];
      const within = ids === null ? '' : `AND ${shape.id} BETWEEN {low:UInt64} AND {high:UInt64}`;
      const [low, high] = ids ?? [];
      const rows = await olap.query<object>(
        `SELECT * FROM ${shape.from} WHERE ${shape.day} = {day:Date}
         AND counter_id BETWEEN {first:UInt32} AND {last:UInt32} AND ${shape.where} ${within} ORDER BY ${shape.order}`,
        { day, first: counters[0], last: counters[1], segment, ...(ids === null ? {} : { low, high }) },
        PATIENT,
      );
      return rows.map((row) => JSON.stringify(row));
    },

    highestSegment: async () => (await createInstallationOlap(olap).numbers(0)).segment,
  };
}

/** Small counters of a day go together. */
function addSmall(units: Unit[], table: AnalyticsTable, { day, counter, rows, sum }: CounterDay): void {
  const last = units.at(-1);
  if (last && last.day === day && last.ids === null && last.rows + Number(rows) <= MOST_ROWS) {
    const both = String(BigInt.asUintN(64, BigInt(last.sum) + BigInt(sum)));
    units[units.length - 1] = {
      ...last,
      counters: [last.counters[0], counter],
      rows: last.rows + Number(rows),
      sum: both,
    };
  } else units.push({ table, day, counters: [counter, counter], ids: null, rows: Number(rows), sum });
}

export function createAnalyticsSink(olap: Olap): AnalyticsSink {
  async function tables(): Promise<string[]> {
    // A server makes the database with the first command.
    await olap.command('SELECT 1');
    const rows = await olap.query<{ name: string }>(
      'SELECT name FROM system.tables WHERE database = currentDatabase()',
      {},
    );
    return rows.map(({ name }) => name);
  }

  return {
    async isEmpty() {
      const names = await tables();
      return names.length === 0 || names.includes(MARK);
    },

    accepts(migrations) {
      const unknown = migrations.filter((id) => !OLAP_MIGRATIONS.some((one) => one.id === id));
      if (unknown.length > 0) throw new NewerTables('The backup', unknown);
    },

    async prepare(migrations) {
      const names = await tables();
      if (names.length > 0 && !names.includes(MARK)) throw new Error('The analytics store is not empty.');
      for (const name of names.filter((one) => one !== MARK))
        await olap.command(`DROP TABLE IF EXISTS ${name} SYNC`);
      await olap.command(`CREATE TABLE IF NOT EXISTS ${MARK} (at DateTime) ENGINE = MergeTree ORDER BY at`);
      await migrateOlap(
        olap,
        OLAP_MIGRATIONS.filter(({ id }) => migrations.includes(id)),
      );
    },

    insert: (table, lines, token) => olap.insert(table, lines, token),

    async finish(mark) {
      await createInstallationOlap(olap).write(mark);
    },

    release: () => olap.command(`DROP TABLE IF EXISTS ${MARK} SYNC`),
  };
}

/** Whether a restore was cut off here. One that ended, but for taking its mark away, is ended. */
export async function isOlapHalfRestored(olap: Pick<Olap, 'query' | 'command'>): Promise<boolean> {
  const rows = await olap.query(
    `SELECT 1 FROM system.tables WHERE database = currentDatabase() AND name = {mark:String}`,
    { mark: MARK },
  );
  if (rows.length === 0) return false;
  const ended = (await createInstallationOlap(olap).read()) !== null;
  if (ended) await olap.command(`DROP TABLE IF EXISTS ${MARK} SYNC`);
  return !ended;
}
