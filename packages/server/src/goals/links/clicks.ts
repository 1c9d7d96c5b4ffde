/** What the goals of clicks on links have in common: what a link leads to is read once a hit. */
import { anyOf } from '../conditions.ts';
import type { GoalMatcher } from '../goal-type.ts';
import type { Link } from './link.ts';

/**
 * @param read what the link leads to; null or nothing where it is of another kind
 * @param wanted any one is enough; empty: whatever the link leads to
 */
export function onClick(
  read: (link: Link) => readonly string[] | string | null,
  wanted: readonly string[],
): GoalMatcher {
  const any = wanted.length === 0;
  return anyOf([
    ({ kind, link }) => {
      const address = kind === 'link' ? link() : null;
      // Nearly every hit is no click.
      if (address === null) return false;
      const found = [read(address) ?? []].flat();
      return any ? found.length > 0 : found.some((one) => wanted.includes(one));
    },
  ]);
}
