/** Journeys as the screen's address holds them. Read leniently, and pure. */
import { readAction } from '../retention/search.ts';
import type { DraftStep } from '../search.ts';

export interface JourneySearch {
  /** A step in JSON; absent: a conversation. */
  readonly about?: string | undefined;
  readonly whose?: 'visit' | 'visitor' | undefined;
  readonly depth?: string | undefined;
}

const LONGEST = 2_000;
export const DEPTHS = ['1', '2', '3', '4', '5'] as const;
export const USUAL_DEPTH = '3';

/** What the product is for. */
const CHAT: DraftStep = { type: 'chat' };

export const aboutOf = (text: string | undefined): DraftStep => readAction(text) ?? CHAT;

export function readJourneySearch(search: Record<string, unknown>): JourneySearch {
  const { about, whose } = search;
  const read: JourneySearch = {
    about:
      typeof about === 'string' && about.length <= LONGEST && readAction(about) !== null ? about : undefined,
    whose: whose === 'visitor' ? whose : undefined,
    depth: DEPTHS.find((depth) => depth === search['depth']),
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
}
