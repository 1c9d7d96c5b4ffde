/** The pages by which visits began and ended, those that were viewed, and the page before. */
import { addressSql, type AddressKind } from '../addresses.ts';
import { defineAddress, defineDimension, type Dimension } from '../dimension.ts';
import type { ScopeId } from '../scopes/scope.ts';
import { EVERYWHERE } from '../scopes/scopes.ts';

const LEVELS = [1, 2, 3, 4, 5];

/** The first `level` parts of a path, with a `/` behind where it goes on; empty where it has fewer. */
function pathLevel(path: string, level: number): string {
  const parts = `splitByChar('/', ${path})`;
  const head = `arrayStringConcat(arraySlice(${parts}, 1, ${level + 1}), '/')`;
  const whole = `concat(${head}, if(length(${parts}) > ${level + 1}, '/', ''))`;
  return level === 1 ? whole : `if(${parts}[${level + 1}] = '', '', ${whole})`;
}

interface Address {
  readonly scopes: readonly ScopeId[];
  /** The whole address, and its path. */
  readonly url: string;
  readonly path: string;
}

function address(name: string, { scopes, url, path }: Address): readonly Dimension[] {
  const part = (of: string, kind: AddressKind, raw: string): Dimension =>
    defineAddress(kind, () => raw, { id: `${name}${of}`, scopes });
  // Cut after it was decoded, since the codes of `/` stay.
  const level = (depth: number): Dimension =>
    defineAddress(
      'path',
      () => pathLevel(path, depth),
      { id: `${name}PathLevel${depth}`, scopes },
      () => pathLevel(addressSql('path', path), depth),
    );
  return [
    part('', 'url', url),
    part('Domain', 'host', `domain(${url})`),
    part('Path', 'path', path),
    ...LEVELS.map(level),
  ];
}

export const pageDimensions: readonly Dimension[] = [
  ...address('startURL', { scopes: ['visits'], url: 'start_url', path: 'start_path' }),
  ...address('endURL', { scopes: ['visits'], url: 'end_url', path: 'path(end_url)' }),
  ...address('URL', { scopes: ['hits'], url: 'url', path: 'path(url)' }),
  defineDimension({ id: 'title', scopes: ['hits'], kind: 'text', sql: () => 'title' }),
  ...address('referer', { scopes: EVERYWHERE, url: 'referrer', path: 'path(referrer)' }),
];
