/** What of an address a saved path keeps: all but its days and what is only looked at. Pure. */
import type { PathAddress, PathKind } from '@goalpost/contract/management';

const OF_KIND: Readonly<Record<PathKind, readonly string[]>> = {
  funnel: ['steps', 'whose', 'window', 'beside'],
  retention: ['first', 'back', 'unit', 'mode', 'cells'],
  journey: ['about', 'whose', 'depth'],
};
const OF_ALL = ['filters', 'segment'] as const;

export const keptNames = (kind: PathKind): readonly string[] => [...OF_KIND[kind], ...OF_ALL];

/** @param search the screen's, as read */
export function keptAddress(kind: PathKind, search: object): PathAddress {
  return Object.fromEntries(
    keptNames(kind).flatMap((name) => {
      const value: unknown = Reflect.get(search, name);
      return typeof value === 'string' && value !== '' ? [[name, value]] : [];
    }),
  );
}

/** The address with a saved one in its place: what it does not say is left out. */
export const openedAddress = (kind: PathKind, address: PathAddress): Record<string, string | undefined> =>
  Object.fromEntries(keptNames(kind).map((name) => [name, address[name]]));

export function isSameAddress(one: PathAddress, other: PathAddress): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => one[name] === other[name]);
}
