/** Sees vendors by what the page has loaded and by their names; looks again whenever more is loaded [W46]. */
import { guard } from '../shared/guard.ts';
import type { Sight } from './model.ts';
import { at } from './read.ts';

/** All vendors; the build puts it in. */
declare const GOALPOST_SIGHTS: readonly Sight[];

/** @param found is told once of each, with the origins it was loaded from, to which later ones are added */
export const createSights = (found: (vendor: string, origins: string[]) => void): void => {
  const origins: Record<string, string[]> = {};
  const seen = new Set<string>();
  const lists = GOALPOST_SIGHTS.map(([id, globals, scripts, selector]) => ({
    id,
    globals: globals.split(' '),
    scripts: scripts.split(' '),
    selector,
  }));

  const isThere = (path: string): boolean => {
    const value = guard(() => at(window, path))();
    // An element of that name is none.
    return /^(function|object)$/.test(typeof value) && !!value && !(value as Node).nodeType;
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
