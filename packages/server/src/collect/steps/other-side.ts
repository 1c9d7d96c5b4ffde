/**
 * Step: what a page and a vendor's webhook both tell of a conversation counts once, whichever comes first [C105].
 * Where the page tells the conversation's id, that says which; else one in 30 minutes, as for the page itself [C100].
 */
import { vendorEventOf } from '../../goals/index.ts';
import type { Hit } from '../decode/hit.ts';
import { hashOf, keyOf } from './hash.ts';
import { countNote, type Step } from './step.ts';

const MINUTE_MS = 60_000;
const MINUTES = 30;
const BEGINNINGS = new Set(['started', 'invited', 'operator']);

export const otherSide: Step = ({ hit, counter }, pass) => {
  const about = aboutOf(hit, counter.config.otherChats?.doors ?? []);
  if (about === null) return true;
  const [own, other] = hit.isServerEvent ? ['hook', 'page'] : ['page', 'hook'];
  const minute = Math.floor(hit.at / MINUTE_MS);
  const key = (side: string | undefined, rest: string): number => keyOf(hashOf(`${side}:${about}:${rest}`));
  // Of one conversation, a side that tells it again tells nothing new either.
  const named = key('both', `#${hit.thread}`);
  const isKnown =
    (hit.thread !== '' && pass.recent.has(named)) ||
    ((hit.thread === '' || hit.isServerEvent) &&
      [...Array(2 * MINUTES + 1).keys()].some((n) =>
        pass.recent.has(key(other, `@${minute + n - MINUTES}`)),
      ));
  if (isKnown) countNote(pass, hit.counterId, 'duplicate');
  else {
    if (hit.thread !== '') pass.recent.add(named, hit.arrivedAt);
    if (hit.thread === '' || hit.isServerEvent) pass.recent.add(key(own, `@${minute}`), hit.arrivedAt);
  }
  return !isKnown;
};

/** Whose event of what; null where it is no vendor's, or its webhooks are not taken. */
function aboutOf(hit: Hit, doors: readonly string[]): string | null {
  if (hit.kind !== 'event' || doors.length === 0) return null;
  const event = vendorEventOf(hit.identifier);
  // Our own chat has the names of Jivo, and says of no conversation.
  if (event === undefined || !doors.includes(event.vendor) || (hit.isServerEvent && hit.thread === ''))
    return null;
  const what = BEGINNINGS.has(event.outcome) ? 'start' : event.outcome;
  return `${hit.counterId}:${hit.visitor}:${event.vendor}:${what}`;
}
