/**
 * The records store's tables, for Kysely. One schema for SQLite and PostgreSQL: booleans are 0/1 integers,
 * times milliseconds since the epoch, lists JSON text. better-auth's own tables are beside these.
 */
import type { ColumnType, Generated } from 'kysely';
import type { AuditSubject, AuditVerb, GrantedRole, TokenScope } from '@goalpost/contract/management';
import type { ChatSchema, Claimed } from './chat/schema.ts';
import type { CostsSchema } from './costs/schema.ts';
import type { NoticesSchema } from './notices/schema.ts';
import type { PrivacySchema } from './privacy/schema.ts';
import type { UploadsSchema } from './uploads/schema.ts';

export interface CountersTable {
  id: number;
  name: string;
  owner_id: string;
  site: string;
  /** JSON array of host names. */
  mirrors: string;
  only_mirrors: number;
  time_zone: string;
  currency: string;
  visit_threshold: number;
  autogoals: number;
  filter_robots: number;
  favorite: number;
  /** JSON object of booleans by module: what the owner has chosen. */
  tag_modules: string;
  /** JSON object of `MaskingSettings`; what is absent is as it comes. */
  masking: string;
  /** JSON object of `OtherChatChoices`. */
  other_chats: string;
  /** JSON object of `ConsentSettings`; what is absent is as it comes. */
  consent: string;
  /** JSON object of `OwnVisits`; what is absent is as it comes. */
  own_visits: string;
  /** JSON object of `RateTable`. */
  rates: string;
  /** 1: an upload told of it. */
  has_uploads: Generated<number>;
  status: 'Active' | 'Deleted';
  created_at: number;
  revision: Generated<number>;
}

/** One a counter: where its rates are fetched from, and what was fetched. */
export interface RateSourcesTable extends Claimed {
  counter_id: number;
  /** Sealed: it may hold a key of the service. */
  url: string;
  into_currency: string;
  /** JSON array of texts. */
  currencies: string;
  /** JSON array of `[currency, day, rate]`, oldest first. */
  rates: string;
  revision: number;
  next_at: number;
  failures: number;
  fetched_at: number | null;
  /** JSON of `RateFault`; empty: none. */
  fault: string;
}

/** Accounts other than the owner that may use a counter. */
export interface GrantsTable {
  counter_id: number;
  account_id: string;
  permission: GrantedRole;
  /** Of a limited grant: which visits its reports show. */
  filters: Generated<string>;
  created_at: Generated<number>;
  comment: Generated<string>;
}

/** Invitations of people who have no account: only the link's SHA-256 is kept. */
export interface AccessInvitationsTable {
  id: string;
  counter_id: number;
  login: string;
  permission: GrantedRole;
  filters: Generated<string>;
  comment: string;
  hash: string;
  created_by: string;
  created_at: number;
  expires_at: number;
}

/** One-time links for choosing a new password: only their SHA-256 is kept. */
export interface PasswordLinksTable {
  hash: string;
  account_id: string;
  made_by: string | null;
  created_at: number;
  expires_at: number;
}

export interface EmailLinksTable {
  hash: string;
  account_id: string;
  email: string;
  password_mark: string;
  created_at: number;
  expires_at: number;
}

export interface GoalsTable {
  id: Generated<number>;
  counter_id: number;
  name: string;
  type: string;
  /** JSON array of `{type, url}`. */
  conditions: string;
  /** JSON array of steps. */
  steps: string;
  /** JSON object of what the type has beside those. */
  fields: Generated<string>;
  default_price: number;
  is_favorite: number;
  is_retargeting: number;
  flag: string;
  source: 'user' | 'auto';
  status: 'Active' | 'Deleted';
  /** Unique with `counter_id` where not null [G12]. */
  auto_entry: string | null;
  created_at: ColumnType<number, number, never>;
}

/** API tokens: only their SHA-256 is kept. */
export interface TokensTable {
  id: string;
  account_id: string;
  name: string;
  hash: string;
  scope: TokenScope;
  /** JSON array of numbers; null: all that its account has. */
  counters: string | null;
  expires_at: number | null;
  created_at: number;
  last_used_at: number | null;
  revoked_at: number | null;
}

/** Passkeys: what is public of them. */
export interface PasskeysTable {
  id: string;
  account_id: string;
  name: string;
  public_key: string;
  counter: number;
  /** JSON array of texts. */
  transports: string;
  created_at: number;
  last_used_at: number | null;
}

/** One row: which installation this is, and how often the stores were told of each other. */
export interface InstallationTable {
  id: string;
  stamp: number;
  confirmed: number;
}

/** Numbers of counters that the analytics store has rows of, and that were lost here. */
export interface RetiredCountersTable {
  id: number;
  /** Of the counter when it was purged: the sum of all changes never falls. */
  revision: Generated<number>;
}

/** Who did what, when and from where. */
export interface AuditTable {
  id: Generated<number>;
  at: number;
  account_id: string | null;
  login: string;
  address: string;
  subject: AuditSubject;
  verb: AuditVerb;
  counter_id: number | null;
  target: string;
  details: string;
  /** 1: a try that failed or was refused, or a caller who was not signed in. */
  failed: number;
}

/** Links that show a report: only the token's SHA-256 is kept. */
export interface SharesTable {
  id: string;
  hash: string;
  counter_id: number;
  report: string;
  name: string;
  filters: string;
  /** JSON of the first and the last day; empty: any days. */
  period: string;
  attribution: string;
  /** JSON of names; empty: those of the report. */
  metrics: string;
  sort: string;
  /** JSON of names; empty: those of the report. */
  levels: string;
  /** JSON of both sides; empty: one alone. */
  sides: string;
  /** JSON of a funnel, retention or journeys; empty: a report. */
  path: string;
  /** Empty: the link is enough. */
  password_hash: string;
  created_by: string;
  created_at: number;
}

/** Boards of widgets. */
export interface BoardsTable {
  id: string;
  owner_id: string;
  name: string;
  /** 1: shown to all accounts that may see a site of it. */
  shared: number;
  /** JSON of `StoredWidget[]`. */
  widgets: string;
  created_at: number;
}

/** Funnels, retention and journeys by name. */
export interface SavedPathsTable {
  id: string;
  counter_id: number;
  owner_id: string;
  kind: string;
  name: string;
  /** 1: shown to all accounts that may see the counter. */
  shared: number;
  /** JSON of `PathAddress`. */
  address: string;
  created_at: number;
}

/** Saved segments of visits. */
export interface SegmentsTable {
  id: Generated<number>;
  counter_id: number;
  name: string;
  expression: string;
  /** Account whose list alone it stands in; null: in all lists. */
  private_of: string | null;
  created_at: ColumnType<number, number, never>;
}

/** Conversations that other vendors' webhooks tell of. */
export interface VendorConversationsTable {
  counter_id: number;
  vendor: string;
  thread: string;
  /** Empty: not known. */
  visitor: string;
  side: 0 | 1 | 2 | 3;
  begun: '' | 'started' | 'invited' | 'operator';
  /** JSON array of what is counted. */
  told: string;
  updated_at: number;
}

/** At most one a goal. */
export interface BackfillsTable extends Claimed {
  id: string;
  counter_id: number;
  goal_id: number;
  /** JSON of `GoalDefinition`. */
  goal: string;
  from_at: number;
  to_at: number;
  parts: number;
  done_parts: number;
  reaches: number;
  removing: number;
  asked_by: string;
  created_at: number;
  finished_at: number | null;
  waits_for: string;
}

export interface RecordsSchema extends ChatSchema, CostsSchema, NoticesSchema, PrivacySchema, UploadsSchema {
  counters: CountersTable;
  grants: GrantsTable;
  access_invitations: AccessInvitationsTable;
  password_links: PasswordLinksTable;
  email_links: EmailLinksTable;
  goals: GoalsTable;
  tokens: TokensTable;
  passkeys: PasskeysTable;
  audit: AuditTable;
  boards: BoardsTable;
  saved_paths: SavedPathsTable;
  segments: SegmentsTable;
  vendor_conversations: VendorConversationsTable;
  shares: SharesTable;
  backfills: BackfillsTable;
  installation: InstallationTable;
  rate_sources: RateSourcesTable;
  retired_counters: RetiredCountersTable;
}
