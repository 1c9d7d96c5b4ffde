/** Sees vendors by what the page has loaded and by their names; looks again whenever more is loaded [W46]. */
import { guard } from '../shared/guard.ts';
import { each } from '../shared/values.ts';
import type { Sight } from './model.ts';
import { addressOf, at, byName, on, some } from './read.ts';

/** All vendors; the build puts it in. */
declare const GOALPOST_SIGHTS: readonly Sight[];

/** By then a page has painted what a click does, and what it loads together has come: one look is for all. */
const SOON_MS = 50;
/** A vendor's script sets all its names in this. */
const TWIN_MS = 2_000;

/** What stands under a name: a vendor, an element, a list of elements, or a frame. */
type Named = Partial<Record<'nodeType', number>> & { readonly 0?: { nodeType?: number }; self?: unknown };

/**
 * @param found is told once of each, with the origins it was loaded from, to which later ones are added
 * @param unreadable is told of a name whose reading throws
 */
export const createSights = (
  found: (vendor: string, origins: string[]) => void,
  unreadable: () => void,
): void => {
  // Said once: it is put in wherever it stands.
  const sights = GOALPOST_SIGHTS;
  const origins = byName<string[]>();
  const seen = byName<boolean>();
  /** Those whose names others have, too: whether the time is over in which another would show itself. */
  const waited = byName<boolean>();
  const partsOf = (words: string): string[] => (words ? words.split(' ') : []);

  const isThere = (path: string): boolean => {
    const value = at(window, path, unreadable) as Named;
    try {
      // Elements and frames of that name are none; reading what another site has put there throws.
      return (
        /^(function|object)$/.test(typeof value) &&
        !!value &&
        !((value.nodeType ?? value[0]?.nodeType)! > 0) &&
        value.self !== value
      );
    } catch {
      unreadable();
      return false;
    }
  };
  const isSeen = (sight: Sight): unknown =>
    origins[sight[0]] ||
    some(partsOf(sight[1]), isThere) ||
    (sight[3] && guard(() => document.querySelector(sight[3]))());
  const look = guard(() =>
    each(sights, (sight) => {
      const id = sight[0];
      const other = sight[4];
      if (seen[id] || (other && seen[other]) || !isSeen(sight)) return;
      if (other && waited[id] === undefined) {
        waited[id] = false;
        setTimeout(() => {
          waited[id] = true;
          look();
        }, TWIN_MS);
      }
      if (other && !waited[id]) return;
      seen[id] = true;
      found(id, (origins[id] ??= []));
    }),
  );
  let isComing = false;
  const lookSoon = (): void => {
    if (isComing) return;
    const run = (): void => {
      isComing = false;
      look();
    };
    isComing = true;
    if (!guard(() => setTimeout(run, SOON_MS))()) run();
  };
  const loaded = guard((entries: PerformanceEntry[]) => {
    // One text of all addresses: a page loads hundreds, and each vendor's part is looked for once.
    let all = '\n';
    each(entries, ({ name }) => (all += `${name}\n`));
    each(sights, (sight) =>
      each(partsOf(sight[2]), (part) => {
        let place = 0;
        while ((place = all.indexOf(part, place)) > 0) {
          const end = all.indexOf('\n', place);
          const { origin } = addressOf(all.slice(all.lastIndexOf('\n', place) + 1, end));
          const known = (origins[sight[0]] ??= []);
          if (!some(known, (one) => one === origin)) known[known.length] = origin;
          place = end;
        }
      }),
    );
    lookSoon();
  });
  lookSoon();
  // A picture of a chat brings the chat when it is clicked: its names come before its script.
  on(document, 'click', lookSoon);
  new PerformanceObserver((list) => loaded(list.getEntries())).observe({ type: 'resource', buffered: true });
};
