/** What the person pane tells of the present visit, out of what presence and analytics know. Pure. */
import type { ConversationView, Person, VisitorStoryAnswer } from '@goalpost/contract';

interface CameFrom {
  readonly source: string;
  /** Campaign or search phrase, address of the page before; empty: nothing is known. */
  readonly detail: string;
}

export function cameFrom(
  person: Person | undefined,
  story: VisitorStoryAnswer | undefined,
  wordOf: (source: string) => string,
): CameFrom {
  const visit = story?.visits[0];
  const said = visit?.sourceEngine || person?.source || visit?.trafficSource || '';
  const campaign = [visit?.utm.source, visit?.utm.medium, visit?.utm.campaign, visit?.utm.term];
  const detail = campaign.filter(Boolean).join(' · ') || hostOf(person?.referrer || visit?.referrer || '');
  return { source: wordOf(said), detail };
}

function hostOf(url: string): string {
  try {
    return new URL(url).host;
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

/** Pages of this visit; the one they are on stands last, even before analytics has heard of it. */
export function pagesNow(
  person: Person | undefined,
  story: VisitorStoryAnswer | undefined,
  opened: ConversationView['page'],
): PageSeen[] {
  const seen: PageSeen[] = [...(story?.pages ?? [])];
  if (person === undefined)
    return seen.length === 0 && opened !== undefined ? [{ at: null, ...opened }] : seen;
  // What analytics has may be of an earlier visit.
  const ofVisit = seen.filter(({ at }) => at === null || at >= person.since - EARLIER_MS);
  return ofVisit.at(-1)?.url === person.url
    ? ofVisit
    : [...ofVisit, { at: null, url: person.url, title: person.title }];
}

/** The tag may have been quicker than the widget. */
const EARLIER_MS = 60_000;
