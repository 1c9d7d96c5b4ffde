/**
 * What a process of the server is made of: parts by role, in the order in which they are opened. One process takes
 * all roles; closing goes the other way. A part is one file in `parts` and one line here.
 */
import type { AnyPart } from './part.ts';
import { access } from './parts/access.ts';
import { accounts } from './parts/accounts.ts';
import { alerts, watching } from './parts/alerts.ts';
import { annotations } from './parts/annotations.ts';
import { address } from './parts/address.ts';
import { analytics, dataFolder } from './parts/analytics.ts';
import { backups } from './parts/backups.ts';
import { backfills, dueBackfills } from './parts/backfills.ts';
import { boards } from './parts/boards.ts';
import { bus } from './parts/bus.ts';
import { app, listening } from './parts/app.ts';
import { audit } from './parts/audit.ts';
import { chat } from './parts/chat.ts';
import { chatFiles, unusedFiles } from './parts/files.ts';
import { collection } from './parts/collection.ts';
import { conversationFacts } from './parts/conversation-facts.ts';
import { counters } from './parts/counters.ts';
import { knownStores } from './parts/known-stores.ts';
import { deliveries, mailing } from './parts/due.ts';
import { mail } from './parts/mail.ts';
import { place } from './parts/place.ts';
import { policyReports } from './parts/policy-reports.ts';
import { processingRecord } from './parts/processing-record.ts';
import { processing } from './parts/processing.ts';
import { erasures, privacy } from './parts/privacy.ts';
import { dueRates, rates } from './parts/rates.ts';
import { records } from './parts/records.ts';
import { secret } from './parts/secret.ts';
import { uploads } from './parts/uploads.ts';
import { tryOut } from './parts/try-out.ts';
import { sharing } from './parts/sharing.ts';
import { turns } from './parts/turns.ts';
import { lastStall, watchdog } from './parts/watchdog.ts';
import { vendors } from './parts/vendors.ts';
import { workbench } from './parts/workbench.ts';
import { visits } from './parts/visits.ts';
import { webhooks } from './parts/webhooks.ts';

/** What every role stands on. */
const GROUND: readonly AnyPart[] = [
  dataFolder,
  analytics,
  records,
  knownStores,
  secret,
  audit,
  accounts,
  // The changes of the stores' tables, before it, may take long.
  lastStall,
  watchdog,
  bus,
  turns,
  counters,
  rates,
  place,
  address,
];

export const ROLES = {
  /** Makes rows of hits. */
  processor: [processing],
  /** Takes hits. */
  collector: [collection],
  /** Answers people: the API, the web app, the chat. */
  web: [
    webhooks,
    mail,
    chat,
    chatFiles,
    vendors,
    visits,
    tryOut,
    workbench,
    backfills,
    privacy,
    access,
    sharing,
    annotations,
    uploads,
    boards,
    alerts,
    processingRecord,
    policyReports,
  ],
  /** Does what is due, without a request. */
  upkeep: [
    deliveries,
    mailing,
    unusedFiles,
    backups,
    erasures,
    dueBackfills,
    dueRates,
    watching,
    conversationFacts,
  ],
} as const satisfies Record<string, readonly AnyPart[]>;

/** The port and what answers there, when all that it answers from is open. */
const DOOR: readonly AnyPart[] = [app, listening];

export const PARTS: readonly AnyPart[] = [...GROUND, ...Object.values(ROLES).flat(), ...DOOR];
