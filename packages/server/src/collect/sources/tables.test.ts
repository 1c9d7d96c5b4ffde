import { describe, expect, it } from 'vitest';
import { AD_SYSTEMS } from './ad-systems.ts';
import { SYSTEM_NAMES } from './names.ts';
import { knownHost, knownName } from './known-hosts.ts';
import { MAIL_SERVICES } from './mail-services.ts';
import { MESSENGERS, SOCIAL_NETWORKS, type System } from '../../goals/index.ts';
import { RECOMMENDATION_SYSTEMS } from './recommendation-systems.ts';
import { SEARCH_ENGINES } from './search-engines.ts';

const TABLES: readonly (readonly [string, readonly System[]])[] = [
  ['email', MAIL_SERVICES],
  ['messenger', MESSENGERS],
  ['social', SOCIAL_NETWORKS],
  ['recommend', RECOMMENDATION_SYSTEMS],
  ['organic', SEARCH_ENGINES],
];

describe.each(TABLES)('the table of %s', (trafficSource, systems) => {
  it('[V14] every host and name of a row leads to it', () => {
    for (const { id, hosts, aliases = [] } of systems) {
      for (const host of hosts) {
        const plain = host.replace(/^=/, '').replace(/\*$/, 'de');
        expect([host, knownHost(plain)]).toEqual([host, expect.objectContaining({ trafficSource, id })]);
      }
      for (const name of aliases) {
        expect([name, knownName(name)]).toEqual([name, expect.objectContaining({ trafficSource, id })]);
      }
    }
  });

  it('ids are lower-case and said once', () => {
    const ids = systems.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9_]+$/);
  });
});

it('no two advertising systems share a click id or a name', () => {
  for (const names of [AD_SYSTEMS.flatMap((s) => s.clickIds), AD_SYSTEMS.flatMap((s) => s.utmSources)]) {
    expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
    for (const name of names) expect(name).toBe(name.toLowerCase());
  }
});

it('every system has a name, by an id that no other has', () => {
  const rows = [...TABLES.flatMap(([, systems]) => systems), ...AD_SYSTEMS];
  expect(SYSTEM_NAMES.size).toBe(rows.length);
  for (const { id, name } of rows) expect([id, SYSTEM_NAMES.get(id)]).toEqual([id, name]);
});
