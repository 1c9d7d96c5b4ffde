/** Goals that make themselves at the first event of their kind [G9, G10], as data. */
import { CHAT_GOALS } from '@goalpost/contract/chat';
import type { Condition, FactName, GoalTypeId } from '@goalpost/contract/goals';
import type { GoalDefinition } from './definition.ts';
import { concerns, type GoalFact } from './fact.ts';

export type Language = 'en' | 'ru';

/** One automatic goal: what makes it, and what it is then. */
export interface CatalogueEntry {
  /** Kept with the goals made from it; never changes. */
  readonly id: string;
  /** The English one is stored. */
  readonly names: Readonly<Record<Language, string>>;
  /** Facts that `recognise` may know; it is not asked of hits without these. */
  readonly facts: readonly FactName[];
  /** Whether the hit makes the goal. */
  recognise(fact: GoalFact): boolean;
  /** Of the goal made; a hit that is recognised has to reach it. */
  readonly type: GoalTypeId;
  readonly conditions: readonly [Condition];
}

/** An entry for an event that a service reports; its identifier is the entry's id. */
function event(identifier: string, en: string, ru: string): CatalogueEntry {
  return {
    id: identifier,
    names: { en, ru },
    facts: ['event'],
    recognise: (fact) => fact.kind === 'event' && fact.identifier === identifier,
    type: 'action',
    conditions: [{ type: 'exact', url: identifier }],
  };
}

/** Every automatic goal. A new one is an entry here. */
export const CATALOGUE: readonly CatalogueEntry[] = [
  event(CHAT_GOALS.customer, 'Jivo auto-goal: customer opened chat', 'Автоцель Jivo: запуск чата клиентом'),
  event(CHAT_GOALS.invitation, 'Jivo auto-goal: auto-invite to chat', 'Автоцель Jivo: автоприглашение в чат'),
  event(
    CHAT_GOALS.operator,
    'Jivo auto-goal: manual invitation to chat',
    'Автоцель Jivo: ручное приглашение в чат',
  ),
  event(CHAT_GOALS.offline, 'Jivo auto-goal: offline message', 'Автоцель Jivo: офлайн-сообщение'),
];

/** Whether any entry looks at such hits; cheap enough to be asked of every hit. */
export function mayMakeGoal(fact: GoalFact): boolean {
  return concerns(FACTS_KNOWN, fact);
}
const FACTS_KNOWN: readonly FactName[] = [...new Set(CATALOGUE.flatMap(({ facts }) => facts))];

const BY_ID: ReadonlyMap<string, CatalogueEntry> = new Map(CATALOGUE.map((entry) => [entry.id, entry]));

export function catalogueEntry(id: string): CatalogueEntry | undefined {
  return BY_ID.get(id);
}

/** The goal's name in a language, while it still has the one it was made with; an edited name is as it is. */
export function displayName(goal: Pick<GoalDefinition, 'name' | 'autoEntry'>, language: Language): string {
  const entry = goal.autoEntry === null ? undefined : catalogueEntry(goal.autoEntry);
  return entry !== undefined && goal.name === entry.names.en ? entry.names[language] : goal.name;
}

/** What to store of a name that a client sends: its own name in any language is the one it was made with. */
export function storedName(name: string, autoEntry: string | null): string {
  const entry = autoEntry === null ? undefined : catalogueEntry(autoEntry);
  return entry !== undefined && Object.values(entry.names).includes(name) ? entry.names.en : name;
}
