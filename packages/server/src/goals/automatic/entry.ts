/** What an automatic goal says of itself: which hits make it, and what it is then [G9, G10]. */
import type { Condition, FactName, GoalTypeId } from '@goalpost/contract/goals';
import type { GoalFact } from '../fact.ts';
import type { Subject } from '../subject.ts';

export type Language = 'en' | 'ru';

export interface CatalogueEntry {
  /** Kept with the goals made from it; never changes. */
  readonly id: string;
  /** The English one is stored. */
  readonly names: Readonly<Record<Language, string>>;
  /** Facts that `recognise` may know; it is not asked of hits without these. */
  readonly facts: readonly FactName[];
  /** Of an event that makes the goal by its name alone: it is found by it, and never asked. */
  readonly identifier?: string;
  /** Whether the hit makes the goal. */
  recognise(subject: Subject): boolean;
  /** Of the goal made; a hit that is recognised has to reach it. */
  readonly type: GoalTypeId;
  readonly conditions: readonly [] | readonly [Condition];
  /** Also while the switch of automatic goals is off, as the field does for e-commerce. */
  readonly always?: boolean;
  /** Hits that make the goal, and hits that do not. */
  readonly examples: { readonly yes: readonly GoalFact[]; readonly no: readonly GoalFact[] };
}

/** An entry for an event that a service reports; its identifier is the entry's id. */
export function eventEntry(identifier: string, names: CatalogueEntry['names']): CatalogueEntry {
  return {
    id: identifier,
    names,
    facts: ['event'],
    identifier,
    recognise: (subject) => subject.kind === 'event' && subject.identifier === identifier,
    type: 'action',
    conditions: [{ type: 'exact', url: identifier }],
    examples: {
      yes: [{ kind: 'event', identifier }],
      no: [
        { kind: 'event', identifier: `${identifier}2` },
        { kind: 'view', url: identifier },
      ],
    },
  };
}
