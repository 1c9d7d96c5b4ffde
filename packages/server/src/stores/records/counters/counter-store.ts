/** Counters and access to them, in the records store. */
import { CONSENT_DEFAULTS } from '@goalpost/contract/consent';
import { isLimited } from '@goalpost/contract/management';
import type { Insertable, Kysely, Selectable } from 'kysely';
import { randomInt } from 'node:crypto';
import { NO_CHOICES, NO_OWN_VISITS } from '../../../collect/index.ts';
import type { CounterRecord, CounterSettings, CounterStore } from '../../../counters/index.ts';
import { MASKING_DEFAULTS } from '../../../kit/masking/index.ts';
import type { CountersTable, RecordsSchema } from '../schema.ts';
import { writeToCounter } from '../transaction.ts';

const FIRST_EIGHT_DIGITS = 10_000_000;
const PAST_EIGHT_DIGITS = 100_000_000;
const ATTEMPTS = 100;

type Row = Selectable<CountersTable>;
type SettingsRow = Pick<
  Insertable<CountersTable>,
  | 'name'
  | 'site'
  | 'mirrors'
  | 'only_mirrors'
  | 'time_zone'
  | 'currency'
  | 'visit_threshold'
  | 'autogoals'
  | 'filter_robots'
  | 'favorite'
  | 'tag_modules'
  | 'masking'
  | 'other_chats'
  | 'consent'
  | 'own_visits'
  | 'rates'
>;

function fromRow(row: Row): CounterRecord {
  return {
    id: row.id,
    name: row.name,
    ownerId: row.owner_id,
    site: row.site,
    mirrors: JSON.parse(row.mirrors) as string[],
    onlyMirrors: row.only_mirrors === 1,
    timeZone: row.time_zone,
    currency: row.currency,
    visitThreshold: row.visit_threshold,
    autogoals: row.autogoals === 1,
    filterRobots: row.filter_robots === 1,
    favorite: row.favorite === 1,
    tagModules: JSON.parse(row.tag_modules) as CounterRecord['tagModules'],
    masking: { ...MASKING_DEFAULTS, ...(JSON.parse(row.masking) as Partial<CounterRecord['masking']>) },
    otherChats: { ...NO_CHOICES, ...(JSON.parse(row.other_chats) as Partial<CounterRecord['otherChats']>) },
    consent: { ...CONSENT_DEFAULTS, ...(JSON.parse(row.consent) as Partial<CounterRecord['consent']>) },
    ownVisits: { ...NO_OWN_VISITS, ...(JSON.parse(row.own_visits) as Partial<CounterRecord['ownVisits']>) },
    rates: JSON.parse(row.rates) as CounterRecord['rates'],
    hasUploads: row.has_uploads === 1,
    status: row.status,
    createdAt: row.created_at,
    revision: row.revision,
  };
}

function toRow(settings: CounterSettings): SettingsRow {
  return {
    name: settings.name,
    site: settings.site,
    mirrors: JSON.stringify(settings.mirrors),
    only_mirrors: Number(settings.onlyMirrors),
    time_zone: settings.timeZone,
    currency: settings.currency,
    visit_threshold: settings.visitThreshold,
    autogoals: Number(settings.autogoals),
    filter_robots: Number(settings.filterRobots),
    favorite: Number(settings.favorite),
    tag_modules: JSON.stringify(settings.tagModules),
    masking: JSON.stringify(settings.masking),
    other_chats: JSON.stringify(settings.otherChats),
    consent: JSON.stringify(settings.consent),
    own_visits: JSON.stringify(settings.ownVisits),
    rates: JSON.stringify(settings.rates),
  };
}

export function createCounterStore(db: Kysely<RecordsSchema>): CounterStore {
  async function insert(row: Insertable<CountersTable>): Promise<CounterRecord | 'taken'> {
    const retired = await db.selectFrom('retired_counters').select('id').where('id', '=', row.id).execute();
    if (retired.length > 0) return 'taken';
    const made = await db
      .insertInto('counters')
      .values(row)
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returningAll()
      .executeTakeFirst();
    return made ? fromRow(made) : 'taken';
  }

  const change = (counterId: number, changed: (before: Row) => Partial<Row>): Promise<CounterRecord | null> =>
    writeToCounter(db, counterId, null, async ({ trx, counter }) => {
      const row = await trx
        .updateTable('counters')
        .set(changed(counter))
        .where('id', '=', counterId)
        .returningAll()
        .executeTakeFirstOrThrow();
      return fromRow(row);
    });

  return {
    async all() {
      const rows = await db.selectFrom('counters').selectAll().orderBy('id').execute();
      return rows.map(fromRow);
    },

    async visibleTo(accountId) {
      const rows = await db
        .selectFrom('counters')
        .leftJoin('grants', (join) =>
          join.onRef('grants.counter_id', '=', 'counters.id').on('grants.account_id', '=', accountId),
        )
        .selectAll('counters')
        .select('grants.permission')
        .where((where) =>
          where.or([where('counters.owner_id', '=', accountId), where('grants.permission', 'is not', null)]),
        )
        .orderBy('counters.created_at')
        .orderBy('counters.id')
        .execute();
      return rows.map((row) => ({
        counter: fromRow(row),
        permission: row.owner_id === accountId ? 'own' : (row.permission ?? 'view'),
      }));
    },

    async get(counterId) {
      const row = await db.selectFrom('counters').selectAll().where('id', '=', counterId).executeTakeFirst();
      return row ? fromRow(row) : null;
    },

    async permission(accountId, counterId) {
      const row = await db
        .selectFrom('counters')
        .leftJoin('grants', (join) =>
          join.onRef('grants.counter_id', '=', 'counters.id').on('grants.account_id', '=', accountId),
        )
        .select(['counters.owner_id', 'grants.permission'])
        .where('counters.id', '=', counterId)
        .executeTakeFirst();
      if (!row) return null;
      return row.owner_id === accountId ? 'own' : row.permission;
    },

    async limit(accountId, counterId) {
      const row = await db
        .selectFrom('grants')
        .innerJoin('counters', 'counters.id', 'grants.counter_id')
        .select(['grants.filters', 'grants.permission'])
        .where('grants.counter_id', '=', counterId)
        .where('grants.account_id', '=', accountId)
        .where('counters.owner_id', '!=', accountId)
        .executeTakeFirst();
      return row !== undefined && isLimited(row.permission) ? row.filters : null;
    },

    async accountsOf(counterId) {
      const owner = await db
        .selectFrom('counters')
        .select('owner_id')
        .where('id', '=', counterId)
        .executeTakeFirst();
      if (!owner) return [];
      const grants = await db
        .selectFrom('grants')
        .select(['account_id', 'permission'])
        .where('counter_id', '=', counterId)
        .where('account_id', '!=', owner.owner_id)
        .orderBy('account_id')
        .execute();
      return [
        { accountId: owner.owner_id, permission: 'own' as const },
        ...grants.map((row) => ({ accountId: row.account_id, permission: row.permission })),
      ];
    },

    async create(ownerId, id, settings, now) {
      const rest = { ...toRow(settings), owner_id: ownerId, status: 'Active', created_at: now } as const;
      if (id !== null) return await insert({ ...rest, id });
      for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
        const made = await insert({ ...rest, id: randomInt(FIRST_EIGHT_DIGITS, PAST_EIGHT_DIGITS) });
        if (made !== 'taken') return made;
      }
      return 'taken';
    },

    update: (counterId, changes) =>
      change(counterId, (row) => {
        const before = fromRow(row);
        return toRow({ ...before, ...(typeof changes === 'function' ? changes(before) : changes) });
      }),

    setStatus: (counterId, status) => change(counterId, () => ({ status })),
  };
}
