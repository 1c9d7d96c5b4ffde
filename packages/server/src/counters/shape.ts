/** A counter in the API's shape. */
import type { Counter } from '@goalpost/contract/management';
import type { TagSeen } from '../collect/index.ts';
import type { Permission } from '../kit/endpoint.ts';
import type { CounterRecord } from './counter.ts';
import { tagSwitchesOf } from './tag-modules.ts';
import { activityStatus, codeStatus } from './tag-seen.ts';
import { timeZoneOffset } from './time-zone.ts';

export interface CounterView {
  readonly permission: Permission;
  readonly ownerLogin: string;
  readonly seen: TagSeen;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

const toSecond = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`;

export function toCounter(
  counter: CounterRecord,
  { permission, ownerLogin, seen, now }: CounterView,
): Counter {
  return {
    id: counter.id,
    name: counter.name,
    type: 'simple',
    site: counter.site,
    site2: { site: counter.site },
    mirrors: [...counter.mirrors],
    mirrors2: counter.mirrors.map((site) => ({ site })),
    only_mirrors: counter.onlyMirrors,
    status: counter.status,
    code_status: codeStatus(seen, counter.createdAt, now),
    activity_status: activityStatus(seen),
    owner_login: ownerLogin,
    permission,
    create_time: toSecond(counter.createdAt),
    time_zone_name: counter.timeZone,
    time_zone_offset: timeZoneOffset(counter.timeZone, now),
    currency: counter.currency,
    visit_threshold: counter.visitThreshold,
    autogoals_enabled: counter.autogoals,
    filter_robots: counter.filterRobots ? 1 : 0,
    favorite: counter.favorite ? 1 : 0,
    tag_modules: tagSwitchesOf(counter),
    masking: {
      on: counter.masking.on,
      names: [...counter.masking.names],
      keep: [...counter.masking.keep],
      shapes: [...counter.masking.shapes],
    },
    consent: {
      ...counter.consent,
      countries: [...counter.consent.countries],
      sources: [...counter.consent.sources],
    },
    own_visits: {
      addresses: [...counter.ownVisits.addresses],
      browsers: counter.ownVisits.browsers.map((one) => ({ ...one })),
    },
  };
}
