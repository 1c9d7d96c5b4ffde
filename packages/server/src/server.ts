/** The composition: opens the stores, joins the features, and serves. Everything is passed in from here. */
import { snippet } from '@goalpost/tag/snippet';
import { chatSnippet } from '@goalpost/widget/snippet';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createAccounts, readOrMakeSecret, type Accounts } from './accounts/index.ts';
import { openAccess } from './boot/open/open-access.ts';
import { CannotStart } from './boot/cannot-start.ts';
import { holdDataFolder } from './boot/data-folder.ts';
import { requireEngine } from './boot/engine-binary.ts';
import type { KnownStores } from './boot/known-stores/known-stores.ts';
import { listen } from './boot/listen.ts';
import type { Logger } from './boot/log.ts';
import { openChat } from './boot/open/open-chat.ts';
import { createOlapGate } from './boot/olap-gate.ts';
import { openKnownPlaces } from './boot/open/open-known-places.ts';
import { asCannotStart, openRecordsStore } from './boot/open/open-records.ts';
import { ADMIN_FOLDER, readVersion, TAG_FILE, WIDGET_FOLDER } from './boot/places.ts';
import { createReadiness } from './boot/readiness.ts';
import { samplesOf } from './boot/samples.ts';
import { readTagBuild } from './boot/tag-build.ts';
import { urlOf } from './boot/url.ts';
import { readLastStall, type OpenWatchdog } from './boot/watchdog/index.ts';
import { readWidgetBuild } from './boot/widget-build.ts';
import { funnelEndpoints } from './chat/index.ts';
import { type AutomaticGoals, createCollection, openPlace, type Step } from './collect/index.ts';
import type { Config } from './boot/config/config.ts';
import {
  counterEndpoints,
  createDirectory,
  type CounterStore,
  type Directory,
  createPublisher,
  createAutomaticGoals,
  goalEndpoints,
} from './counters/index.ts';
import { createApp, hitServerFactory, type RateLimits } from './http/index.ts';
import { systemClock, type Clock } from './kit/clock.ts';
import type { Endpoint } from './kit/endpoint.ts';
import type { Olap } from './kit/olap.ts';
import { UNWATCHED } from './kit/watched.ts';
import { statEndpoints } from './query/index.ts';
import { createInstallationOlap, openOlap } from './stores/olap/index.ts';
import {
  createCounterStore,
  createFunnelRecords,
  createGoalStore,
  createTokenStore,
  type Records,
} from './stores/records/index.ts';
import { createRestingVisitors, createVisitorHistory } from './visitors/index.ts';

/** What belongs to the process and not to the server, and what tests put in the place of the real thing. */
export interface Overrides {
  /** Watches the calling thread; nobody does unless it is given. */
  readonly openWatchdog?: OpenWatchdog;
  readonly steps?: readonly Step[];
  /** Beside the server's own. */
  readonly endpoints?: readonly Endpoint[];
  readonly clock?: Clock;
  readonly rateLimits?: RateLimits;
}

export interface RunningServer {
  /** Where it listens, with no path. */
  readonly url: string;
  /** One-time link for making the owner's account; null where there is an owner. */
  readonly setupUrl: string | null;
  /** One-time link for a new password, where the settings ask for one. */
  readonly passwordUrl: string | null;
  readonly version: string;
  readonly hasAdmin: boolean;
  /** For the demo, which writes a past that no hit could bring. */
  readonly parts: {
    readonly olap: Olap;
    readonly automaticGoals: AutomaticGoals;
    readonly directory: Directory;
    readonly records: Records;
  };
  /** Resolves with a sentence where the server has found, after its start, that it must not go on. */
  readonly refused: Promise<string>;
  /** Resolves when every hit acknowledged so far, and every goal of the chat, is in reports. */
  flushed(): Promise<void>;
  /** Takes no more requests, finishes those begun, and lets go of everything. */
  close(): Promise<void>;
}

/** How long the start waits for the analytics store, to see whether it is the right one. */
const ANALYTICS_MS = 10_000;
/** How long a server that is just ending on the same data folder is waited for. */
const PREDECESSOR_MS = 3_000;

/** @throws CannotStart where the reason is for the operator to know */
export async function startServer(
  config: Config,
  log: Logger,
  overrides: Overrides = {},
): Promise<RunningServer> {
  const clock = overrides.clock ?? systemClock;
  const version = readVersion();
  await using opened = new AsyncDisposableStack();

  if (config.clickhouseUrl === null) requireEngine();
  opened.adopt(await holdDataFolder(config.dataDir, PREDECESSOR_MS), (folder) => folder.release());
  const knownStores = Promise.withResolvers<KnownStores>();
  const store = createOlapGate(
    openOlap({
      ...config,
      events: {
        down: (reason, backoffMs) =>
          log.warn({ reason, backoffMs }, 'the analytics engine is down; starting it again'),
        up: (pid) => log.info({ pid }, 'the analytics engine is up'),
        orphanKilled: (pid) => log.warn({ pid }, 'an analytics engine of an earlier run had to be killed'),
      },
    }),
    log,
    { meet: async (olap) => (await knownStores.promise).meet(createInstallationOlap(olap)) },
  );
  opened.defer(() => store.close());
  const records = opened.adopt(await openRecordsStore(config), (one) => one.close());
  const known = await openKnownPlaces(config, records, log).catch(explained);
  knownStores.resolve(known);
  await store.looked(ANALYTICS_MS);
  if (!store.isOpen()) await known.withoutAnalytics();
  opened.defer(() => known.close());
  const counters = createCounterStore(records.db);
  const goals = createGoalStore(records.db, clock);
  const secret = await readOrMakeSecret(join(config.dataDir, 'secret'));
  const accounts = await openAccounts(config, records, { secret, clock, log }).catch((error: unknown) => {
    throw asCannotStart(error);
  });

  // From here on: the changes of the stores' tables, before it, may take long.
  const lastStall = readLastStall(config.dataDir, log);
  const watchdog = overrides.openWatchdog?.({ dataDir: config.dataDir, log });
  if (watchdog) opened.defer(() => watchdog.close());
  const watched = watchdog?.main ?? UNWATCHED;

  const directory = await createDirectory({ counters, goals });
  const publisher = createPublisher(directory);
  const automaticGoals = createAutomaticGoals({ goals, directory, publisher });
  const place = await openPlace();
  const collection = await createCollection({
    dataDir: config.dataDir,
    directory,
    olap: store.olap,
    segmentsKnown: known.segmentsKnown(),
    automaticGoals,
    history: createVisitorHistory(store.olap),
    restingVisitors: createRestingVisitors(store.olap),
    maxOpenVisitors: config.maxOpenVisitors,
    place,
    trustProxy: config.trustProxy,
    clock,
    log,
    watched,
    stalled: lastStall.record,
    ...(overrides.steps ? { steps: overrides.steps } : {}),
  }).catch(explained);
  lastStall.clear();
  opened.defer(() => collection.close());
  publisher.connect({
    async publish(counter) {
      await collection.publish(counter);
      await known.changed();
    },
  });
  const chat = await openChat({
    records,
    olap: store.olap,
    collection,
    directory,
    place,
    accounts,
    counters,
    goals,
    clock,
    log,
    secret,
    dataDir: config.dataDir,
    bucket: config.bucket,
    networkLimits: config.networkLimits,
    trustProxy: config.trustProxy,
    webhooksPrivate: config.webhooksPrivate,
    mail: config.mail,
    publicUrl: config.publicUrl,
  });
  opened.defer(() => chat.close());
  collection.listen((hits) => chat.reached(hits));
  publisher.listen(chat.chat.counterChanged);

  let url = '';
  const scriptUrl = (path: string) => new URL(path, config.publicUrl ?? url).href;
  const hasAdmin = existsSync(join(ADMIN_FOLDER, 'index.html'));
  const management = { counters, goals, publisher, clock };
  const access = openAccess({
    records,
    accounts,
    counters,
    clock,
    log,
    settings: config,
    changed: chat.chat.accessChanged,
    url: () => url,
  });
  opened.defer(() => access.close());
  const reports = { olap: store.olap, counters, goals, clock };
  const app = await createApp({
    endpoints: [
      ...counterEndpoints({
        ...management,
        loginOf: accounts.loginOf,
        grantsOf: access.grantsOf,
        async snippet(counterId) {
          const { loader, noscript } = snippet(counterId, scriptUrl('/metrika/tag.js'));
          const { enabled } = await chat.chat.settings.get(counterId);
          const widget = enabled ? [chatSnippet(counterId, scriptUrl('/chat/widget.js'))] : [];
          return [loader, ...widget, noscript].join('\n');
        },
      }),
      ...goalEndpoints(management),
      ...statEndpoints(reports),
      ...funnelEndpoints({ ...reports, records: createFunnelRecords(records.db) }),
      ...collection.endpoints,
      ...accounts.endpoints,
      ...access.endpoints,
      ...chat.endpoints,
      ...(overrides.endpoints ?? []),
    ],
    watched,
    sockets: chat.chat.sockets,
    chatFiles: chat.files,
    accounts,
    access: accessOf(counters),
    ready: () => collection.ready(),
    readiness: createReadiness({ config, clock, records, olap: store.olap, collection }),
    samples: () => samplesOf(collection.stats(), chat.chat.refusedNetworks(), store.olap),
    tag: readTagBuild(TAG_FILE, version),
    widget: readWidgetBuild(WIDGET_FOLDER),
    chatIsOn: async (counterId) => (await chat.chat.whyClosed(counterId)) === null,
    adminFolder: hasAdmin ? ADMIN_FOLDER : null,
    version,
    publicUrl: config.publicUrl,
    trustProxy: config.trustProxy,
    log,
    queryTokens: config.queryTokens,
    serverFactory: hitServerFactory(collection, { lenient: config.lenientHttp }),
    onBrokenRequest: collection.unreadable,
    ...(overrides.rateLimits ? { rateLimits: overrides.rateLimits } : {}),
  });
  opened.defer(() => app.close());
  opened.defer(() => chat.ending());

  url = urlOf(config.host, await listen(app, config.host, config.port));
  const parts = opened.move();
  const { setupToken } = accounts;
  return {
    url,
    passwordUrl: await access.passwordUrl(),
    setupUrl: setupToken === null ? null : `${config.publicUrl ?? url}/setup?token=${setupToken}`,
    version,
    hasAdmin,
    parts: { olap: store.olap, automaticGoals, directory, records },
    refused: store.refused,
    async flushed() {
      await chat.chat.settled();
      await collection.flushed();
    },
    close: () => parts.disposeAsync(),
  };
}

function openAccounts(
  config: Config,
  { db, dialect, answers }: Records,
  { secret, clock, log }: { secret: string; clock: Clock; log: Logger },
): Promise<Accounts> {
  const { publicUrl, adminEmail: email, adminPassword: password, adminToken } = config;
  return createAccounts({
    db,
    dialect,
    secret,
    publicUrl,
    storeAnswers: answers,
    warn: (message) => log.warn(message),
    tokens: createTokenStore(db),
    clock,
    firstOwner: email === null || password === null ? null : { email, password },
    adminToken,
  });
}

/** What the disk refuses is for the operator to know. */
function explained(error: unknown): never {
  const { cause, message } = error as Error;
  if (cause instanceof Error && 'code' in cause) throw new CannotStart(`${message}.`);
  throw error;
}

function accessOf(counters: Pick<CounterStore, 'get' | 'permission'>) {
  return {
    permission: (accountId: string, counterId: number) => counters.permission(accountId, counterId),
    exists: async (counterId: number) => (await counters.get(counterId)) !== null,
  };
}
