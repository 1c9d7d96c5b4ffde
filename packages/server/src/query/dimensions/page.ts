/** Addresses that rows have: one declaration makes all their parts [M46]. */
import { addressSql, type AddressKind } from '../addresses.ts';
import { defineAddress, defineDimension, type Dimension } from '../dimension.ts';
import { pathLevelSql } from '../path-levels.ts';
import type { ScopeId } from '../scopes/scope.ts';
import { yesNoValues, yesOrNo } from './yes-or-no.ts';

const LEVELS = [1, 2, 3, 4, 5];

interface Address {
  readonly scopes: readonly ScopeId[];
  /** The whole address, and its path. */
  readonly url: string;
  readonly path?: string;
}

function address(name: string, { scopes, url, path = `path(${url})` }: Address): readonly Dimension[] {
  const part = (of: string, kind: AddressKind, raw: string): Dimension =>
    defineAddress(kind, () => raw, { id: `${name}${of}`, scopes });
  // Cut after it was decoded, since the codes of `/` stay.
  const decoded = addressSql('path', path);
  const level = (depth: number): Dimension => ({
    ...defineAddress(
      'path',
      () => pathLevelSql(path, depth),
      { id: `${name}PathLevel${depth}`, scopes },
      () => pathLevelSql(decoded, depth),
    ),
    level: { path: decoded, depth },
  });
  return [
    part('', 'url', url),
    part('Domain', 'host', `domain(${url})`),
    part('Path', 'path', path),
    part('PathFull', 'path', `pathFull(${url})`),
    ...LEVELS.map(level),
    defineDimension({ id: `${name}Proto`, scopes, kind: 'text', sql: () => `lower(protocol(${url}))` }),
  ];
}

const VISITS: readonly ScopeId[] = ['visits'];
const PAGES: readonly ScopeId[] = ['hits', 'downloads'];

const whole = (id: string, scopes: readonly ScopeId[], url: string): Dimension =>
  defineAddress('url', () => url, { id, scopes });

export const pageDimensions: readonly Dimension[] = [
  ...address('startURL', { scopes: VISITS, url: 'start_url', path: 'start_path' }),
  ...address('endURL', { scopes: VISITS, url: 'end_url' }),
  ...address('URL', { scopes: PAGES, url: 'url' }),
  ...address('eventURL', { scopes: ['events'], url: 'page' }),
  whole('downloadURL', ['downloads'], 'url'),
  whole('pageURL', ['downloads'], 'page'),
  defineDimension({ id: 'title', scopes: PAGES, kind: 'text', sql: () => 'title' }),
  ...address('referer', { scopes: ['visits', 'hits'], url: 'referrer' }),
  // Of another site: within the site there is none.
  ...address('externalReferer', { scopes: VISITS, url: `if(traffic_source = 'internal', '', referrer)` }),
  defineAddress('host', () => 'topLevelDomain(start_url)', { id: 'topLevelDomain', scopes: VISITS }),
  turboPage('start_url', VISITS),
  turboPage('url', ['hits']),
];

/** Pages that Yandex shows in its own frame, from its own host. */
function turboPage(url: string, scopes: readonly ScopeId[]): Dimension {
  return defineDimension({
    id: 'isTurboPage',
    scopes,
    kind: 'flag',
    sql: () => `endsWith(domain(${url}), 'turbopages.org')`,
    label: yesOrNo,
    known: yesNoValues(),
  });
}
