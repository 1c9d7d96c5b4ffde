/** Brings the records store's tables up to date: forward only, safe to run again. */
import { sql } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import { NewerTables } from '../../kit/newer-tables.ts';
import { countersGoalsTokens } from './migrations/0001-counters-goals-tokens.ts';
import { chat } from './migrations/0002-chat.ts';
import { chatTeam } from './migrations/0003-chat-team.ts';
import { chatMail } from './migrations/0004-chat-mail.ts';
import { access } from './migrations/0005-access.ts';
import { chatFunnel } from './migrations/0006-chat-funnel.ts';
import { chatHappenings } from './migrations/0007-chat-happenings.ts';
import { passwordLinkMakers } from './migrations/0008-password-link-makers.ts';
import { installation } from './migrations/0009-installation.ts';
import { goalFields } from './migrations/0010-goal-fields.ts';
import { chatReads } from './migrations/0011-chat-reads.ts';
import { outboxClaims } from './migrations/0013-outbox-claims.ts';
import { audit } from './migrations/0014-audit.ts';
import { tagModules } from './migrations/0015-tag-modules.ts';
import { segments } from './migrations/0016-segments.ts';
import { shares } from './migrations/0017-shares.ts';
import { erasures } from './migrations/0018-erasures.ts';
import { masking } from './migrations/0019-masking.ts';
import { retention } from './migrations/0020-retention.ts';
import { backfills } from './migrations/0021-backfills.ts';
import { notices } from './migrations/0022-notices.ts';
import { roles } from './migrations/0023-roles.ts';
import { otherChats } from './migrations/0024-other-chats.ts';
import { conversationFacts } from './migrations/0025-conversation-facts.ts';
import { schedules } from './migrations/0026-schedules.ts';
import { annotations } from './migrations/0027-annotations.ts';
import { boards } from './migrations/0028-boards.ts';
import { consent } from './migrations/0029-consent.ts';
import { vendorConversations } from './migrations/0030-vendor-conversations.ts';
import { rates } from './migrations/0031-rates.ts';
import { ownVisits } from './migrations/0032-own-visits.ts';
import { emailLinks } from './migrations/0033-email-links.ts';
import { shareAttribution } from './migrations/0034-share-attribution.ts';
import { savedPaths } from './migrations/0035-saved-paths.ts';
import { auditByTime } from './migrations/0036-audit-by-time.ts';
import { privateSegments } from './migrations/0038-private-segments.ts';
import { passkeys } from './migrations/0040-passkeys.ts';
import { rateSources } from './migrations/0042-rate-sources.ts';
import { erasuresLeft } from './migrations/0043-erasures-left.ts';
import { retiredRevisions } from './migrations/0044-retired-revisions.ts';
import { shareColumns } from './migrations/0046-share-columns.ts';
import { shareLevels } from './migrations/0047-share-levels.ts';
import { grantFilters } from './migrations/0049-grant-filters.ts';
import { costUploads } from './migrations/0050-cost-uploads.ts';
import { uploads } from './migrations/0051-uploads.ts';
import type { Records } from './open.ts';

/** Oldest first, run in the order of their names. A migration that was released is never changed. */
function migrations(dialect: Records['dialect']): Record<string, Migration> {
  return {
    '0001-counters-goals-tokens': { up: countersGoalsTokens(dialect) },
    '0002-chat': { up: chat(dialect) },
    '0003-chat-team': { up: chatTeam(dialect) },
    '0004-chat-mail': { up: chatMail(dialect) },
    '0005-access': { up: access(dialect) },
    '0006-chat-funnel': { up: chatFunnel },
    '0007-chat-happenings': { up: chatHappenings(dialect) },
    '0008-password-link-makers': { up: passwordLinkMakers(dialect) },
    '0009-installation': { up: installation(dialect) },
    '0010-goal-fields': { up: goalFields(dialect) },
    '0011-chat-reads': { up: chatReads(dialect) },
    '0013-outbox-claims': { up: outboxClaims(dialect) },
    '0014-audit': { up: audit(dialect) },
    '0015-tag-modules': { up: tagModules(dialect) },
    '0016-segments': { up: segments(dialect) },
    '0017-shares': { up: shares(dialect) },
    '0018-erasures': { up: erasures(dialect) },
    '0019-masking': { up: masking(dialect) },
    '0020-retention': { up: retention(dialect) },
    '0021-backfills': { up: backfills(dialect) },
    '0022-notices': { up: notices(dialect) },
    '0023-roles': { up: roles(dialect) },
    '0024-other-chats': { up: otherChats(dialect) },
    '0025-conversation-facts': { up: conversationFacts(dialect) },
    '0026-schedules': { up: schedules(dialect) },
    '0027-annotations': { up: annotations(dialect) },
    '0028-boards': { up: boards(dialect) },
    '0029-consent': { up: consent(dialect) },
    '0030-vendor-conversations': { up: vendorConversations(dialect) },
    '0031-rates': { up: rates(dialect) },
    '0032-own-visits': { up: ownVisits(dialect) },
    '0033-email-links': { up: emailLinks() },
    '0034-share-attribution': { up: shareAttribution(dialect) },
    '0035-saved-paths': { up: savedPaths(dialect) },
    '0036-audit-by-time': { up: auditByTime },
    '0038-private-segments': { up: privateSegments(dialect) },
    '0040-passkeys': { up: passkeys() },
    '0042-rate-sources': { up: rateSources(dialect) },
    '0043-erasures-left': { up: erasuresLeft(dialect) },
    '0044-retired-revisions': { up: retiredRevisions(dialect) },
    '0046-share-columns': { up: shareColumns(dialect) },
    '0047-share-levels': { up: shareLevels(dialect) },
    '0049-grant-filters': { up: grantFilters(dialect) },
    '0050-cost-uploads': { up: costUploads(dialect) },
    '0051-uploads': { up: uploads(dialect) },
  };
}

/**
 * @param only makes the tables as these leave them; what follows is left for the next start
 * @returns names of those it ran
 * @throws NewerTables
 */
export async function migrateRecords(records: Records, only?: ReadonlySet<string>): Promise<string[]> {
  const known = migrations(records.dialect);
  await refuseNewer(records);
  const wanted = Object.entries(known).filter(([name]) => only?.has(name) ?? true);
  const migrator = new Migrator({
    db: records.db,
    provider: { getMigrations: () => Promise.resolve(Object.fromEntries(wanted)) },
    migrationTableName: 'migrations',
    migrationLockTableName: 'migrations_lock',
    // An installation may have got a later one before an earlier one was finished: none needs another.
    allowUnorderedMigrations: true,
  });
  const { error, results } = await migrator.migrateToLatest();
  if (error !== undefined) throw new Error('The records store could not be migrated.', { cause: error });
  return (results ?? []).map((result) => result.migrationName);
}

/** Changes that `migrateRecords` will make; none where the store is new. */
export async function pendingRecords({ db, dialect }: Records): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === 'migrations')) return [];
  const { rows } = await sql<{ name: string }>`SELECT name FROM migrations`.execute(db);
  const done = new Set(rows.map(({ name }) => name));
  return Object.keys(migrations(dialect)).filter((name) => !done.has(name));
}

/** @throws NewerTables where a backup has changes that this version does not know */
export function requireKnown(names: readonly string[]): void {
  const known = migrations('sqlite');
  const unknown = names.filter((name) => !Object.hasOwn(known, name));
  if (unknown.length > 0) throw new NewerTables('The backup', unknown);
}

/**
 * The migrator has words of its own for this, which say nothing to the administrator.
 * @throws NewerTables
 */
export async function refuseNewer({ db, dialect }: Records): Promise<void> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === 'migrations')) return;
  const { rows } = await sql<{ name: string }>`SELECT name FROM migrations ORDER BY name`.execute(db);
  const known = migrations(dialect);
  const unknown = rows.map(({ name }) => name).filter((name) => !Object.hasOwn(known, name));
  if (unknown.length > 0) throw new NewerTables('The records database', unknown);
}
