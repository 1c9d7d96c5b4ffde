/** Sees vendors by what the page has loaded and by their names; looks again whenever more is loaded [W46]. */
import { guard } from '../shared/guard.ts';
import type { Sight } from './model.ts';

/** All vendors; the build puts it in. */
declare const GOALPOST_SIGHTS: readonly Sight[];

/**
 * @param found is told once of each, with the origins it was loaded from, to which later ones are added
 * @param unreadable is told of a name whose reading throws
 */
export const createSights = (
  found: (vendor: string, origins: string[]) => void,
  unreadable: () => void,
): void => {
  const origins: Record<string, string[]> = {};
  const seen = new Set<string>();
  const lists = GOALPOST_SIGHTS.map(([id, globals, scripts, selector]) => ({
    id,
    globals: globals.split(' '),
    scripts: scripts.split(' '),
    selector,
  }));

  const isThere = (path: string): boolean => {
    let value: unknown = window;
    try {
      for (const step of path.split('.')) value = (value as Record<string, unknown>)[step];
      // An element of that name is none.
      return /^(function|object)$/.test(typeof value) && !!value && !(value as Node).nodeType;
    } catch {
      // What is not there has no parts; what is there, and cannot be read, may be another site's frame.
      if (value) unreadable();
      return false;
    }
  };
  const look = guard(() => {
    for (const { id, globals, selector } of lists)
      if (
        !seen.has(id) &&
        (origins[id] ||
          globals.some((path) => path && isThere(path)) ||
          (selector && document.querySelector(selector)))
      ) {
        seen.add(id);
        found(id, (origins[id] ??= []));
      }
  });
  const loaded = guard((addresses: PerformanceEntry[]) => {
    for (const { name } of addresses)
      for (const { id, scripts } of lists)
        if (scripts.some((part) => part && name.includes(part)))
          guard(() => (origins[id] ??= []).push(new URL(name).origin))();
    look();
  });
  look();
  new PerformanceObserver((list) => loaded(list.getEntries())).observe({ type: 'resource', buffered: true });
};
