/** Kysely over Node's own SQLite. */
import {
  CompiledQuery,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
  type DialectAdapter,
  type Driver,
  type SqliteDatabase,
  type SqliteDialectConfig,
} from 'kysely';
import { chmodSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { PatientConnection } from './sqlite-busy.ts';

/** At the opening, before any request is served. */
const OPENING_PATIENCE_MS = 10_000;
const IN_MEMORY = ':memory:';

/** SQLite knows no booleans and no dates: 0 and 1, and ISO text. */
function toSqlite(value: unknown): SQLInputValue {
  if (value === undefined || value === null) return null;
  if (typeof value === 'boolean') return Number(value);
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint') return value;
  if (value instanceof Uint8Array) return value;
  throw new TypeError(`SQLite cannot hold a ${typeof value}`);
}

/** As much of better-sqlite3's interface as Kysely asks for. */
function asKyselyDatabase(database: DatabaseSync): SqliteDatabase {
  return {
    close: () => database.close(),
    prepare(sql) {
      const statement = database.prepare(sql);
      return {
        reader: statement.columns().length > 0,
        all: (values) => statement.all(...values.map(toSqlite)).map((row) => ({ ...row })),
        run: (values) => statement.run(...values.map(toSqlite)),
        iterate: (values) => statement.iterate(...values.map(toSqlite)),
      };
    },
  };
}

class PatientDriver extends SqliteDriver {
  readonly #database: DatabaseSync;
  #connection: DatabaseConnection | undefined;
  constructor(config: SqliteDialectConfig, database: DatabaseSync) {
    super(config);
    this.#database = database;
  }
  override async acquireConnection(): Promise<DatabaseConnection> {
    return (this.#connection ??= new PatientConnection(await super.acquireConnection()));
  }
  /** Takes the write lock when a transaction begins, so that two which read first cannot both write. */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
  /** A full disk has rolled it back already; what is to be told is why. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.isTransaction) await super.rollbackTransaction(connection);
  }
}

/** Changes of tables go in one transaction: whole or not at all, and one wait for the disk instead of hundreds. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class PatientDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;
  readonly #database: DatabaseSync;
  constructor(database: DatabaseSync) {
    const config = { database: asKyselyDatabase(database) };
    super(config);
    this.#config = config;
    this.#database = database;
  }
  override createAdapter(): DialectAdapter {
    return new TransactionalAdapter();
  }
  override createDriver(): Driver {
    return new PatientDriver(this.#config, this.#database);
  }
}

/** @param file path of the database, readable by its owner alone; or `:memory:` */
export function sqliteDialect(file: string): SqliteDialect {
  const database = new DatabaseSync(file, {
    timeout: OPENING_PATIENCE_MS,
    enableForeignKeyConstraints: true,
  });
  if (file !== IN_MEMORY) chmodSync(file, 0o600);
  // What is deleted is overwritten, so that no part of the file holds it any more [P12].
  // From here on it is not SQLite that waits for a lock: nothing else could run while it waits, not even collection.
  database.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA busy_timeout = 0',
  );
  return new PatientDialect(database);
}
