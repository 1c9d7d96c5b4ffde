/** What answers requests, and the port where it does. */
import { CONSENT_DEFAULTS, consentModules } from '@goalpost/contract/consent';
import { snippet } from '@goalpost/tag/snippet';
import { auditEndpoints } from '../../audit/index.ts';
import { funnelEndpoints } from '../../chat/index.ts';
import { costEndpoints, counterEndpoints, type CounterStore, goalEndpoints } from '../../counters/index.ts';
import { pagePlacesOf } from '../../goals/index.ts';
import { createApp, hitServerFactory } from '../../http/index.ts';
import { basePathOf } from '../../kit/base-path/base-path.ts';
import type { Endpoint } from '../../kit/endpoint.ts';
import {
  attributionEndpoints,
  changesEndpoints,
  funnelStepEndpoints,
  journeyEndpoints,
  namesEndpoints,
  retentionEndpoints,
  segmentEndpoints,
  statEndpoints,
} from '../../query/index.ts';
import { createCostRows } from '../../stores/olap/index.ts';
import {
  createCostUploadStore,
  createFunnelRecords,
  createSegmentStore,
} from '../../stores/records/index.ts';
import { suggestionEndpoints } from '../../workbench/index.ts';
import { adminFolder, readTagBuild, readWidgetBuild } from '../builds.ts';
import { listen } from '../listen.ts';
import type { PartContext, Part } from '../part.ts';
import { createReadiness } from '../readiness.ts';
import { samplesOf } from '../samples.ts';
import { urlOf } from '../url.ts';
import { access } from './access.ts';
import { accounts } from './accounts.ts';
import { address } from './address.ts';
import { alerts } from './alerts.ts';
import { annotations } from './annotations.ts';
import { analytics } from './analytics.ts';
import { audit } from './audit.ts';
import { backfills } from './backfills.ts';
import { boards } from './boards.ts';
import { chat } from './chat.ts';
import { collection } from './collection.ts';
import { counters } from './counters.ts';
import { chatFiles } from './files.ts';
import { place } from './place.ts';
import { privacy } from './privacy.ts';
import { policyReports } from './policy-reports.ts';
import { processingRecord } from './processing-record.ts';
import { rates } from './rates.ts';
import { records } from './records.ts';
import { tryOut } from './try-out.ts';
import { uploads } from './uploads.ts';
import { sharing } from './sharing.ts';
import { vendors } from './vendors.ts';
import { visits } from './visits.ts';
import { workbench } from './workbench.ts';
import { watchdog } from './watchdog.ts';

type App = Awaited<ReturnType<typeof createApp>>;

export const app: Part<App> = {
  name: 'app',
  open(context) {
    const { config, clock, log, version, overrides, use } = context;
    const hits = use(collection);
    const { olap } = use(analytics);
    const { chat: talk } = use(chat);
    return createApp({
      endpoints: endpointsOf(context),
      watched: use(watchdog).main,
      sockets: talk.sockets,
      chatFiles: use(chatFiles).files,
      policyReports: use(policyReports).reports,
      accounts: use(accounts),
      access: accessOf(use(counters).counters),
      ready: () => hits.ready(),
      readiness: createReadiness({ config, clock, records: use(records), olap, collection: hits }),
      samples: () => samplesOf(hits.stats(), talk.refusedNetworks(), olap),
      tag: readTagBuild(version),
      tagModulesOf: async (counterId, from) => {
        const config = use(counters).directory.get(counterId);
        if (config?.status !== 'Active') return { modules: [], byCountry: false };
        // Where it cannot be known, the chat's own script finds out.
        const hasChat = await talk.whyClosed(counterId).then(
          (why) => why === null,
          () => true,
        );
        const places = pagePlacesOf(config.goals);
        const modules = [
          ...(config.tagModules ?? []),
          ...(hasChat ? (['chat'] as const) : []),
          ...(places.length > 0 ? (['prices'] as const) : []),
          ...consentModules(config.consent ?? CONSENT_DEFAULTS, use(place).country(from)),
        ];
        return { modules, places, byCountry: (config.consent?.countries.length ?? 0) > 0 };
      },
      otherChats: use(vendors).otherChats,
      picker: use(workbench).picker,
      vendorDoor: use(vendors).receive,
      widget: readWidgetBuild(),
      chatIsOn: async (counterId) => (await talk.whyClosed(counterId)) === null,
      adminFolder: adminFolder(),
      version,
      publicUrl: config.publicUrl,
      trustProxy: config.trustProxy,
      log,
      onChange: use(audit).log.changed,
      queryTokens: config.queryTokens,
      serverFactory: hitServerFactory(hits, {
        lenient: config.lenientHttp,
        base: basePathOf(config.publicUrl),
      }),
      onBrokenRequest: hits.unreadable,
      ...(overrides.rateLimits ? { rateLimits: overrides.rateLimits } : {}),
      ...(overrides.onRoute ? { onRoute: overrides.onRoute } : {}),
    });
  },
  async close(opened, { use }) {
    use(chat).chat.ending();
    use(chatFiles).storage.ending();
    await opened.close();
  },
};

/** Requests are taken from here on. */
export const listening: Part<void> = {
  name: 'listening',
  async open({ config: { host, port }, use }) {
    use(address).listensAt(urlOf(host, await listen(use(app), host, port)));
  },
};

function endpointsOf({ clock, overrides, use }: PartContext): Endpoint[] {
  const { counters: counterStore, goals, publisher } = use(counters);
  const management = { counters: counterStore, goals, publisher, clock };
  const segments = createSegmentStore(use(records).db, clock);
  const reports = { olap: use(analytics).olap, counters: use(rates).rated, goals, segments, clock };
  const { endpoints } = use(chat);
  const { linkTo } = use(address);
  return [
    ...counterEndpoints({
      ...management,
      ownVisitLinks: use(counters).ownVisitLinks,
      rateSources: use(rates).sources,
      loginOf: use(accounts).loginOf,
      grantsOf: use(access).grantsOf,
      tagSeen: use(collection).tagSeen,
      // One for ever: the tag brings the chat where it is on [W41].
      async snippet(counterId) {
        const { loader, noscript } = snippet(counterId, linkTo('/metrika/tag.js'));
        return `${loader}\n${noscript}`;
      },
    }),
    ...use(rates).endpoints,
    ...costEndpoints({
      counters: counterStore,
      uploads: createCostUploadStore(use(records), clock),
      rows: createCostRows(reports.olap),
      clock,
    }),
    ...use(uploads),
    ...goalEndpoints(management),
    ...use(workbench).endpoints,
    ...suggestionEndpoints({ ...management, ...reports }),
    ...statEndpoints(reports),
    ...segmentEndpoints(reports),
    ...attributionEndpoints(reports),
    ...funnelStepEndpoints(reports),
    ...retentionEndpoints(reports),
    ...journeyEndpoints(reports),
    ...changesEndpoints(reports),
    ...namesEndpoints(),
    ...funnelEndpoints({ ...reports, records: createFunnelRecords(use(records).db) }),
    ...use(tryOut),
    ...use(backfills).endpoints,
    ...use(visits),
    ...use(vendors).endpoints,
    ...use(sharing),
    ...use(alerts).endpoints,
    ...use(annotations),
    ...use(boards),
    ...use(privacy).endpoints,
    ...use(processingRecord),
    ...use(policyReports).endpoints,
    ...use(collection).endpoints,
    ...use(accounts).endpoints,
    ...use(access).endpoints,
    ...auditEndpoints({
      store: use(audit).store,
      idle: use(audit).log.idle,
      ownsServer: async (accountId) => (await use(accounts).people.firstOwner())?.id === accountId,
      countersOf: async (accountId) =>
        (await counterStore.visibleTo(accountId))
          .filter(({ permission }) => permission === 'own')
          .map(({ counter }) => counter.id),
    }),
    ...endpoints,
    ...(overrides.endpoints ?? []),
  ];
}

function accessOf(store: Pick<CounterStore, 'get' | 'permission' | 'limit'>) {
  return {
    permission: (accountId: string, counterId: number) => store.permission(accountId, counterId),
    limit: (accountId: string, counterId: number) => store.limit(accountId, counterId),
    status: async (counterId: number) => (await store.get(counterId))?.status ?? null,
  };
}
