/** A counter as collection needs it. */
import type { CounterConfig } from '../collect/index.ts';
import type { GoalDefinition } from '../goals/index.ts';
import type { CounterRecord } from './counter.ts';
import { parseSite } from './site.ts';
import { tagModulesOf } from './tag-modules.ts';

/** Hosts of its own sites. */
export function hostsOf({ site, mirrors }: Pick<CounterRecord, 'site' | 'mirrors'>): string[] {
  const hosts = [site, ...mirrors].map(parseSite).flatMap((parsed) => (parsed.ok ? [parsed.host] : []));
  return [...new Set(hosts)];
}

/** @param goals all of the counter's, deleted ones too */
export function counterConfig(counter: CounterRecord, goals: readonly GoalDefinition[]): CounterConfig {
  return {
    counterId: counter.id,
    status: counter.status,
    revision: counter.revision,
    hosts: hostsOf(counter),
    onlyHosts: counter.onlyMirrors,
    visitTimeout: counter.visitThreshold,
    autogoals: counter.autogoals,
    filterRobots: counter.filterRobots,
    currency: counter.currency,
    tagModules: tagModulesOf(counter),
    masking: counter.masking,
    otherChats: counter.otherChats,
    consent: counter.consent,
    ownVisits: counter.ownVisits,
    goals,
  };
}
