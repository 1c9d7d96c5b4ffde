/** The record of processing, made of the settings that are in force: nothing in it is written by hand [P29]. Pure. */
import type {
  ProcessingRecord,
  RecordPlace,
  RecordRecipient,
  RetentionKind,
  RetentionPeriods,
} from '@goalpost/contract/management';
import { RETENTION_KINDS } from '@goalpost/contract/management';
import type { CounterRecord } from '../../counters/index.ts';

type Place = ProcessingRecord['places'][number];

/** What the server's own settings say, the same for every counter. */
export interface ServerFacts {
  readonly places: readonly Place[];
  readonly backups: ProcessingRecord['backups'];
  /** Hosts; null: there is no such thing. */
  readonly mailHost: string | null;
  readonly identityProvider: string | null;
  readonly cities: boolean;
  readonly secondFactorRequired: boolean;
  readonly secretsSealed: boolean;
}

/** What one counter has. */
export interface CounterFacts {
  readonly counter: CounterRecord;
  readonly periods: RetentionPeriods;
  readonly purgeDays: number;
  readonly people: ProcessingRecord['people'];
  readonly sharedLinks: number;
  readonly hasChat: boolean;
  /** Hosts that are told of the chat. */
  readonly webhooks: readonly string[];
  /** The address that letters with visitors' messages go to; empty: none. */
  readonly team: string;
  /** Other chats whose webhooks are taken. */
  readonly comesIn: ProcessingRecord['comes_in'];
  /** Where alerts and reports go, without secrets. */
  readonly channels: readonly string[];
}

const PLACE_OF: Readonly<Record<RetentionKind, RecordPlace>> = {
  hits: 'analytics',
  visits: 'analytics',
  conversations: 'records',
  files: 'files',
  deliveries: 'records',
  logs: 'records',
};

export function recordOf(server: ServerFacts, facts: CounterFacts, now: number): ProcessingRecord {
  const { counter, periods } = facts;
  return {
    made_at: now,
    counter: { id: counter.id, name: counter.name, site: counter.site },
    kept: RETENTION_KINDS.map((kind) => ({ kind, place: PLACE_OF[kind], keep: periods[kind] })),
    sums: periods.sums,
    purge_days: facts.purgeDays,
    places: [...server.places],
    backups: server.backups,
    people: facts.people,
    shared_links: facts.sharedLinks,
    leaves: leaving(server, facts),
    comes_in: [...facts.comesIn],
    masking: counter.masking.on,
    consent: { mode: counter.consent.mode, countries: [...counter.consent.countries] },
    chat: facts.hasChat,
    cities: server.cities,
    second_factor_required: server.secondFactorRequired,
    secrets_sealed: server.secretsSealed,
  };
}

const REMOTE = ['analytics', 'records', 'files', 'backups'] as const;

/** Everything that gets something of people, and is not this machine. */
function leaving(server: ServerFacts, { webhooks, channels, team }: CounterFacts): RecordRecipient[] {
  const remote = REMOTE.flatMap((what) => {
    const host = server.places.find(({ place }) => place === what)?.host ?? '';
    return host === '' ? [] : [{ what, to: host }];
  });
  return [
    ...remote,
    ...(server.mailHost === null ? [] : [{ what: 'letters' as const, to: server.mailHost }]),
    ...(server.mailHost === null || team === '' ? [] : [{ what: 'team_letters' as const, to: team }]),
    ...(server.identityProvider === null
      ? []
      : [{ what: 'identity_provider' as const, to: server.identityProvider }]),
    ...[...new Set(webhooks)].map((to) => ({ what: 'webhook' as const, to })),
    ...[...new Set(channels)].map((to) => ({ what: 'channel' as const, to })),
  ];
}
