/** What the person pane tells of the present visit, out of what presence and analytics know. Pure. */
import type { ConversationView, Person, VisitorStoryAnswer } from '@goalpost/contract/chat';
import { shownHost, shownLocal } from '@goalpost/contract/addresses';
import type { Visited } from '../client/state.ts';

interface CameFrom {
  readonly source: string;
  /** Labels of the campaign; empty: it has none. */
  readonly campaign: string;
  /** The page before, without what every address has; empty: not known. */
  readonly referrer: string;
}

export function cameFrom(
  person: Person | undefined,
  story: VisitorStoryAnswer | undefined,
  wordOf: (source: string) => string,
): CameFrom {
  const visit = story?.visits[0];
  const source = [visit?.sourceEngine, person?.source, visit?.trafficSource].find(Boolean) ?? '';
  const { utm } = visit ?? {};
  const campaign = [utm?.source, utm?.medium, utm?.campaign, utm?.content, utm?.term]
    .filter(Boolean)
    .join(' · ');
  const referrer = [person?.referrer, visit?.referrer].find(Boolean) ?? '';
  return { source: capital(wordOf(source)), campaign, referrer: siteOf(referrer) };
}

/** Names of engines are kept in small letters; addresses stay as they are. */
function capital(name: string): string {
  return /^[a-z]+$/.test(name) ? name.charAt(0).toUpperCase() + name.slice(1) : name;
}

function siteOf(url: string): string {
  try {
    const { host, pathname } = new URL(url);
    return shownHost(host) + (pathname === '/' ? '' : shownLocal(pathname));
  } catch {
    return '';
  }
}

export interface PageSeen {
  /** Null: when is not known. */
  readonly at: number | null;
  readonly url: string;
  readonly title: string;
}

interface Known {
  /** Undefined: not on the site now. */
  readonly person: Person | undefined;
  readonly story: VisitorStoryAnswer | undefined;
  /** Where the conversation was opened. */
  readonly opened: ConversationView['page'];
  /** What this console saw them on before. */
  readonly trail: readonly Visited[];
}

/** Pages of this visit; the one they are on stands last, even before analytics has heard of it. */
export function pagesNow({ person, story, opened, trail }: Known): PageSeen[] {
  const told: readonly PageSeen[] = story?.pages ?? [];
  const since = person === undefined ? 0 : person.since - EARLIER_MS;
  // What analytics has may be of an earlier visit.
  const ofVisit = told.filter(({ at }) => at === null || at >= since);
  const watched = [...(opened === undefined ? [] : [opened]), ...trail].map(timeless);
  const before = ofVisit.length > 0 ? ofVisit : watched;
  const all = person === undefined ? before : [...before, timeless(person)];
  return all.filter((page, index) => page.url !== all[index - 1]?.url);
}

const timeless = ({ url, title }: Visited): PageSeen => ({ at: null, url, title });

/** The tag may have been quicker than the widget. */
const EARLIER_MS = 60_000;

/** How many of the pages were seen before something that happened at `at`; pages without a time go with the one before. */
export function seenBefore(pages: readonly PageSeen[], at: number): number {
  const later = pages.findIndex((page) => page.at !== null && page.at > at);
  return later === -1 ? pages.length : later;
}
