/** A row of Users. */
import type { Person } from '@goalpost/contract/chat';
import { isBoundToDepartments } from '@goalpost/contract/management';
import type { Permission } from '../../kit/endpoint.ts';
import type { Entry } from './entry.ts';

export interface PersonFacts {
  /** Traffic source of a page that was come to from there [V14], and its engine, as people call it. */
  sourceOf(
    counterId: number,
    landing: Entry['landing'],
  ): { readonly source: string; readonly engine: string };
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
    ...facts.sourceOf(counterId, entry.landing),
    name: entry.name,
    country: entry.country,
    device: entry.phone ? 'mobile' : 'desktop',
    browser: facts.browserOf(entry.agent),
    since: entry.since,
    pages: entry.pages,
    // A visitor who is here is in a visit, be it their first.
    visits: Math.max(1, entry.visits ?? 0),
    online: entry.tabs > 0,
    invited: entry.invited,
    conversationId: entry.conversationId,
    typing: entry.typing,
  };
}

/** What they type is a conversation's, which may be of another department: `typing` tells whom it is for [A46]. */
export const viewFor = (role: Permission | null, view: Person): Person =>
  isBoundToDepartments(role) ? { ...view, typing: '' } : view;
