/** Goals that make themselves at the first event of their kind [G9, G10], as data. */
import type { FactName } from '@goalpost/contract/goals';
import { BEHAVIOURS } from './automatic/behaviours.ts';
import { CHAT_ENTRIES } from './automatic/chat.ts';
import type { CatalogueEntry, Language } from './automatic/entry.ts';
import { COMMERCE_ENTRIES } from './automatic/commerce.ts';
import { SERVICES } from './automatic/services.ts';
import { VENDOR_ENTRIES } from './automatic/vendors.ts';
import type { GoalDefinition } from './definition.ts';
import { concerns, type GoalFact } from './fact.ts';

/** Every automatic goal. A new one is a file in `automatic/` and a line here. */
export const CATALOGUE: readonly CatalogueEntry[] = [
  ...CHAT_ENTRIES,
  ...SERVICES,
  ...BEHAVIOURS,
  ...COMMERCE_ENTRIES,
  ...VENDOR_ENTRIES,
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
