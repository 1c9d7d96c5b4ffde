/** Leaves out hits of the site's own people: by address, and by browsers that a link has marked [P27]. */
import { hash } from 'node:crypto';
import type { BlockList } from 'node:net';
import type { CounterConfig, OwnVisits } from '../state/counter-config.ts';
import { readBrowserInfo } from '../decode/browser-info.ts';
import { readVisitor } from '../decode/visitor.ts';
import { blockListOf, isListed } from '../../kit/limits/client-address.ts';
import type { HitDraft } from './hit-draft.ts';
import { wireKey } from './wire-key.ts';

/** What a link to a page of the site says of the browser that opens it [P28]. */
export type OwnVisitLink = 'mark' | 'unmark';

/** Null: no link of this server and counter, or one that has ended. */
export type ReadOwnVisitLink = (token: string, counterId: number, now: number) => OwnVisitLink | null;

/** Hears that a browser is marked or unmarked from now on; must not throw. */
export type OwnVisitListener = (counterId: number, mark: string, link: OwnVisitLink) => void;

export interface OwnVisitChecks {
  isOwn(draft: HitDraft, config: CounterConfig): boolean;
  /** @param visitor decimal UInt64 */
  isMarked(config: CounterConfig, visitor: string): boolean;
  listen(listener: OwnVisitListener): void;
}

/** Most addresses have none: this is looked for first. */
const PARAMETER = '_gp_own';
const TOKEN = /[?&]_gp_own=([\w.-]{20,120})(?=[&#]|$)/;

interface Known {
  readonly addresses: BlockList | null;
  readonly marks: ReadonlySet<string>;
}

/** What tells a browser from others on one counter, and not whose it is. */
export const markOf = (counterId: number, visitor: string): string =>
  hash('sha256', `own visit ${counterId} ${visitor}`, 'hex').slice(0, 24);

/** Whether it names an address, or a range of them. */
export function isRange(entry: string): boolean {
  try {
    blockListOf([entry]);
    return true;
  } catch {
    return false;
  }
}

/** @param readLink absent: there are no links */
export function createOwnVisits(readLink: ReadOwnVisitLink = () => null): OwnVisitChecks {
  const listeners: OwnVisitListener[] = [];
  /** Made once for each change of a counter's settings. */
  const known = new WeakMap<OwnVisits, Known>();

  function knownOf(own: OwnVisits): Known {
    const found = known.get(own);
    if (found !== undefined) return found;
    const ranges = own.addresses.filter(isRange);
    const made = {
      addresses: ranges.length === 0 ? null : blockListOf(ranges),
      marks: new Set(own.browsers.map(({ mark }) => mark)),
    };
    known.set(own, made);
    return made;
  }

  const isMarked = ({ ownVisits, counterId }: CounterConfig, visitor: string): boolean =>
    ownVisits !== undefined &&
    ownVisits.browsers.length > 0 &&
    knownOf(ownVisits).marks.has(markOf(counterId, visitor));

  return {
    isMarked,
    listen: (listener) => void listeners.push(listener),
    isOwn(draft, config) {
      const link = linkOf(draft, config.counterId, readLink);
      if (link !== null) {
        const visitor = visitorOf(draft);
        const mark = markOf(config.counterId, visitor);
        if (visitor !== '') for (const listener of listeners) listener(config.counterId, mark, link);
        return true;
      }
      const { ownVisits } = config;
      if (ownVisits === undefined) return false;
      if (ownVisits.addresses.length > 0) {
        const { addresses } = knownOf(ownVisits);
        if (addresses !== null && isListed(addresses, draft.address)) return true;
      }
      return ownVisits.browsers.length > 0 && isMarked(config, visitorOf(draft));
    },
  };
}

function linkOf(
  { query, body, now }: HitDraft,
  counterId: number,
  readLink: ReadOwnVisitLink,
): OwnVisitLink | null {
  if (!query.includes(PARAMETER) && body?.includes(PARAMETER) !== true) return null;
  const token = TOKEN.exec(wireKey(query, body, 'page-url') ?? '')?.[1];
  return token === undefined ? null : readLink(token, counterId, now);
}

/** Empty: nothing that the browser keeps tells whose it is. */
function visitorOf({ query, body, cookieless, cookies }: HitDraft): string {
  if (cookieless) return '';
  const info = wireKey(query, body, 'browser-info');
  return (info === undefined ? '' : readVisitor(readBrowserInfo(info).visitor)) || (cookies.visitor ?? '');
}
