/** Runs the contracts of the records stores on SQLite and on PostgreSQL. */
import { CONSENT_DEFAULTS } from '@goalpost/contract/consent';
import { sql } from 'kysely';
import { readdirSync } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerAccessContract } from './access/access-store.contract.ts';
import { createAccessStore } from './access/access-store.ts';
import { registerAuditContract } from './audit/audit-store.contract.ts';
import { createAuditStore } from './audit/audit-store.ts';
import { registerChatContract } from './chat/chat-store.contract.ts';
import { registerPeopleContract } from './chat/people.contract.ts';
import { createChatStore } from './chat/chat-store.ts';
import { createDeliveryLog } from './chat/deliveries.ts';
import { createChatDocuments } from './chat/documents.ts';
import { registerFactsContract } from './chat/facts.contract.ts';
import { createFactOutbox } from './chat/facts.ts';
import { createFileIndex } from './chat/files.ts';
import { registerChatFunnelContract } from './chat/funnel.contract.ts';
import { createFunnelRecords } from './chat/funnel.ts';
import { createInvitationStore } from './invitations/invitation-store.ts';
import { registerChatMailContract } from './chat/mail.contract.ts';
import { registerMarksContract } from './chat/marks.contract.ts';
import { createMailStore } from './chat/mail.ts';
import { createOperatorBook } from './chat/operators.ts';
import { registerChatSideContract } from './chat/side.contract.ts';
import { registerCounterContract } from './counters/counter-store.contract.ts';
import { createCounterStore } from './counters/counter-store.ts';
import { registerGoalContract } from './goals/goal-store.contract.ts';
import { createGoalStore } from './goals/goal-store.ts';
import { createMadeGoals } from './goals/made-goals.ts';
import { registerConversationTimesContract } from './invitations/outcomes.contract.ts';
import { createConversationTimes } from './invitations/outcomes.ts';
import { migrateRecords } from './migrate.ts';
import { openRecords, type Records } from './open.ts';
import { createAlertStore } from './notices/alert-store.ts';
import { registerRateSourceContract } from './counters/rate-source-store.contract.ts';
import { createRateSourceStore } from './counters/rate-source-store.ts';
import { createScheduleStore } from './notices/schedule-store.ts';
import { createAnnotationStore } from './notices/annotation-store.ts';
import { registerNoticeContract } from './notices/notice-store.contract.ts';
import { createNoticeStore } from './notices/notice-store.ts';
import { createSecrets } from '../../kit/secrets/secrets.ts';
import { createBoardStore } from './boards/board-store.ts';
import { registerPathContract } from './boards/path-store.contract.ts';
import { createPathStore } from './boards/path-store.ts';
import { registerBoardContract } from './boards/board-store.contract.ts';
import { registerSegmentContract } from './segments/segment-store.contract.ts';
import { registerShareContract } from './sharing/share-store.contract.ts';
import { registerBackfillContract } from './workbench/backfill-store.contract.ts';
import { createShareStore } from './sharing/share-store.ts';
import { createSegmentStore } from './segments/segment-store.ts';
import { registerOutboxContract } from './outbox.contract.ts';
import { registerPersonContract } from './privacy/person-records.contract.ts';
import { createPersonRecords } from './privacy/person-records.ts';
import { registerLeftContract } from './privacy/left.contract.ts';
import { registerPurgeContract } from './privacy/purge.contract.ts';
import { registerVendorContract } from './vendors/vendor-conversations.contract.ts';
import { createVendorConversations } from './vendors/vendor-conversations.ts';
import { startTestPostgres, type TestPostgres } from './test-postgres.ts';
import { registerPasskeyContract } from './passkeys/passkey-store.contract.ts';
import { createPasskeyStore } from './passkeys/passkey-store.ts';
import { registerTokenContract } from './tokens/token-store.contract.ts';
import { createInstallationRecords } from './installation.ts';
import { createTokenStore } from './tokens/token-store.ts';

const clock = { now: () => 1_790_000_000_000 };
/** Every file of the folder, in the order of their numbers. */
const MIGRATIONS = readdirSync(path.join(import.meta.dirname, 'migrations'))
  .filter((file) => !file.includes('.test.'))
  .map((file) => path.basename(file, '.ts'))
  .toSorted();

/** @param openMigrated gives a copy where that is quicker */
function registerContracts(open: () => Promise<Records>, openMigrated = open): void {
  async function make() {
    const records = await openMigrated();
    await migrateRecords(records);
    const { db } = records;
    return {
      db,
      chat: createChatStore(db),
      documents: createChatDocuments(db),
      invitations: createInvitationStore(db, clock),
      files: createFileIndex(db),
      deliveries: createDeliveryLog(db),
      operators: createOperatorBook(db),
      mails: createMailStore(db),
      facts: createFactOutbox(db),
      funnel: createFunnelRecords(db),
      conversationTimes: createConversationTimes(db),
      access: createAccessStore(db),
      audit: createAuditStore(db),
      counters: createCounterStore(db),
      goals: createGoalStore(db, clock),
      madeGoals: createMadeGoals(db),
      tokens: createTokenStore(db),
      passkeys: createPasskeyStore(db),
      boards: createBoardStore(db),
      paths: createPathStore(db),
      vendorConversations: createVendorConversations(db),
      segments: createSegmentStore(db, clock),
      shares: createShareStore(db),
      alerts: createAlertStore(db),
      annotations: createAnnotationStore(db),
      schedules: createScheduleStore(db),
      rateSources: createRateSourceStore(db, createSecrets(['a key that is long enough'])),
      notices: createNoticeStore(db, createSecrets(['a key that is long enough'])),
      people: createPersonRecords(records),
      installation: createInstallationRecords(records),
      async grant(counterId: number, accountId: string, permission: 'view' | 'edit') {
        const values = { counter_id: counterId, account_id: accountId, permission };
        await db.insertInto('grants').values(values).execute();
      },
      close: () => records.close(),
    };
  }
  registerAccessContract(make);
  registerAuditContract(make);
  registerCounterContract(make);
  registerGoalContract(make);
  registerTokenContract(make);
  registerPasskeyContract(make);
  registerBoardContract(make);
  registerPathContract(make);
  registerVendorContract(make);
  registerSegmentContract(make);
  registerShareContract(make);
  registerNoticeContract(make);
  registerRateSourceContract(async () => (await make()).rateSources);
  registerPersonContract(make);
  registerPurgeContract(make);
  registerLeftContract(make);
  registerChatContract(make);
  registerPeopleContract(make);
  registerMarksContract(make);
  registerChatSideContract(make);
  registerChatMailContract(make);
  registerOutboxContract(make);
  registerChatFunnelContract(make);
  registerFactsContract(make);
  registerConversationTimesContract(make);
  registerBackfillContract(make);

  it('migrates once, and again to no effect', async () => {
    const records = await open();
    expect(await migrateRecords(records)).toEqual(MIGRATIONS);
    expect(await migrateRecords(records)).toEqual([]);
    await records.close();
  });

  it('runs a migration that was finished after a later one had been run', async () => {
    const records = await open();
    await migrateRecords(records);
    const earlier = MIGRATIONS.at(-2) ?? '';
    await sql`DELETE FROM migrations WHERE name = ${earlier}`.execute(records.db);
    expect(await migrateRecords(records)).toEqual([earlier]);
    await records.close();
  });

  it('finishes a migration that was interrupted before it was noted', async () => {
    const records = await open();
    await migrateRecords(records);
    const counters = createCounterStore(records.db);
    await sql`DELETE FROM migrations`.execute(records.db);
    expect(await migrateRecords(records)).toEqual(MIGRATIONS);
    expect(await counters.all()).toEqual([]);
    await records.close();
  });
}

describe('SQLite', () => {
  const folders: string[] = [];
  async function folder(): Promise<string> {
    const made = await mkdtemp(path.join(os.tmpdir(), 'goalpost-records-'));
    folders.push(made);
    return made;
  }
  afterAll(async () => {
    for (const made of folders) await rm(made, { recursive: true });
  });

  registerContracts(async () => openRecords({ dataDir: await folder(), databaseUrl: null }));

  it('waits for the disk, keeps its file to its user, and finds everything again', async () => {
    const dataDir = await folder();
    const first = await openRecords({ dataDir, databaseUrl: null });
    await migrateRecords(first);
    const pragma = async (name: string): Promise<unknown> =>
      (await sql<Record<string, unknown>>`${sql.raw(`PRAGMA ${name}`)}`.execute(first.db)).rows[0];
    expect(await pragma('journal_mode')).toEqual({ journal_mode: 'wal' });
    expect(await pragma('synchronous')).toEqual({ synchronous: 2 });
    expect(await pragma('foreign_keys')).toEqual({ foreign_keys: 1 });
    expect((await stat(path.join(dataDir, 'records.db'))).mode & 0o777).toBe(0o600);
    const grant = { counter_id: 1, account_id: 'x', permission: 'view' as const };
    await expect(first.db.insertInto('grants').values(grant).execute()).rejects.toThrow(/FOREIGN KEY/);
    const token = {
      id: 't',
      accountId: 'a',
      name: 'n',
      scope: 'read' as const,
      counters: null,
      expiresAt: null,
      createdAt: 1,
    };
    await createTokenStore(first.db).add(token, 'hash');
    await first.close();
    const second = await openRecords({ dataDir, databaseUrl: null });
    expect(await createTokenStore(second.db).findByHash('hash')).toMatchObject({ id: 't' });
    await second.close();
  });

  it('takes the write lock when a transaction begins, before it reads', async () => {
    const dataDir = await folder();
    const records = await openRecords({ dataDir, databaseUrl: null });
    const other = new DatabaseSync(path.join(dataDir, 'records.db'), { timeout: 0 });
    await records.db.transaction().execute(() => {
      expect(() => other.exec('BEGIN IMMEDIATE')).toThrow(/locked/);
      return Promise.resolve();
    });
    other.exec('BEGIN IMMEDIATE; ROLLBACK');
    other.close();
    await records.close();
  });

  it('lets everything else go on while another program holds the lock, and then writes', async () => {
    const dataDir = await folder();
    const records = await openRecords({ dataDir, databaseUrl: null });
    await migrateRecords(records);
    const other = new DatabaseSync(path.join(dataDir, 'records.db'), { timeout: 0 });
    other.exec('BEGIN IMMEDIATE');
    const token = {
      id: 't',
      accountId: 'a',
      name: 'n',
      scope: 'read' as const,
      counters: null,
      expiresAt: null,
      createdAt: 1,
    };
    let turns = 0;
    const ticking = setInterval(() => {
      if (++turns === 20) other.exec('ROLLBACK');
    }, 1);
    await createTokenStore(records.db).add(token, 'hash');
    clearInterval(ticking);
    expect(turns).toBeGreaterThanOrEqual(20);
    expect(await createTokenStore(records.db).findByHash('hash')).toMatchObject({ id: 't' });
    other.close();
    await records.close();
  });

  it('says in a sentence that the disk is full, and takes writes again when it is not', async () => {
    const records = await openRecords({ dataDir: await folder(), databaseUrl: null });
    await migrateRecords(records);
    const [{ page_count: pages } = { page_count: 0 }] = (
      await sql<{ page_count: number }>`PRAGMA page_count`.execute(records.db)
    ).rows;
    await sql`${sql.raw(`PRAGMA max_page_count = ${pages}`)}`.execute(records.db);
    const counters = createCounterStore(records.db);
    const settings = {
      // More than the pages that migrations have left free.
      name: 'x'.repeat(200_000),
      site: 'shop.example',
      mirrors: [],
      onlyMirrors: false,
      timeZone: 'UTC',
      currency: 'EUR',
      visitThreshold: 1_800,
      autogoals: true,
      filterRobots: true,
      favorite: false,
      tagModules: {},
      masking: { on: true, names: [], keep: [], shapes: [] },
      otherChats: { off: [], events: [] },
      consent: CONSENT_DEFAULTS,
      ownVisits: { addresses: [], browsers: [] },
      rates: { into: '', rates: [] },
    };
    const full = { name: 'Error', message: 'The records database cannot be used now: the disk is full.' };
    await expect(counters.create('ann', 5, settings, 1)).rejects.toMatchObject(full);
    await expect(
      records.db.transaction().execute((trx) => createCounterStore(trx).create('ann', 5, settings, 1)),
    ).rejects.toMatchObject(full);
    await sql`PRAGMA max_page_count = 1000000`.execute(records.db);
    expect(await counters.create('ann', 5, settings, 1)).toMatchObject({ id: 5 });
    await records.close();
  });

  it('says at once that a folder is not there', async () => {
    await expect(openRecords({ dataDir: '/nonexistent/folder', databaseUrl: null })).rejects.toThrow(
      /unable to open database file/,
    );
  });
});

describe('PostgreSQL', () => {
  let server: TestPostgres;
  beforeAll(async () => {
    server = await startTestPostgres();
  });
  afterAll(() => server.close());

  const at = (databaseUrl: string) => openRecords({ dataDir: '/unused', databaseUrl });
  registerContracts(
    async () => at(await server.database()),
    async () => at(await server.migrated()),
  );

  it('says at once that no server answers', async () => {
    const databaseUrl = 'postgres://nobody@localhost/none?host=/nonexistent';
    await expect(openRecords({ dataDir: '/unused', databaseUrl })).rejects.toThrow(
      /nothing listens at its address/,
    );
  });
});
