/** A row of Users. */
import type { Person } from '@goalpost/contract';
import type { Entry } from './entry.ts';

export interface PersonFacts {
  /** Name of the traffic source of a page that was come to from there [V14]. */
  sourceOf(counterId: number, landing: Entry['landing']): string;
  browserOf(agent: string): string;
}

export function personView(entry: Entry, facts: PersonFacts): Person {
  const { page } = entry;
  const { counterId, visitor } = entry.holder;
  return {
    visitor,
    counterId,
    url: page.url,
    title: page.title,
    referrer: entry.landing.referrer,
    source: facts.sourceOf(counterId, entry.landing),
    country: entry.country,
    device: entry.phone ? 'mobile' : 'desktop',
    browser: facts.browserOf(entry.agent),
    since: entry.since,
    pages: entry.pages,
    // Whoever is here is in a visit, be it their first.
    visits: Math.max(1, entry.visits ?? 0),
    online: entry.tabs > 0,
    invited: entry.invited,
    conversationId: entry.conversationId,
    typing: entry.typing,
  };
}
