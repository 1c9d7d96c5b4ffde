/** Goals that make themselves at the first event of their kind [G9, G10], as data. */
import type { Condition } from '@goalpost/contract';
import type { GoalDefinition } from './definition.ts';

export type Language = 'en' | 'ru';

export interface CatalogueEntry {
  /** Kept with the goals made from it; never changes. */
  readonly id: string;
  /** The English one is stored. */
  readonly names: Readonly<Record<Language, string>>;
  readonly type: 'action';
  readonly conditions: readonly [Condition];
}

/** An entry for an event that a service reports; its identifier is the entry's id. */
function event(identifier: string, en: string, ru: string): CatalogueEntry {
  return {
    id: identifier,
    names: { en, ru },
    type: 'action',
    conditions: [{ type: 'exact', url: identifier }],
  };
}

/** How the identifiers of all chat events begin, of the four here and of those that owners make goals of by hand. */
export const CHAT_EVENT_PREFIX = 'Jivo_';

export const CATALOGUE: readonly CatalogueEntry[] = [
  event(
    'Jivo_Client_initiate_chat',
    'Jivo auto-goal: customer opened chat',
    'Автоцель Jivo: запуск чата клиентом',
  ),
  event(
    'Jivo_Proactive_invitation_accepted',
    'Jivo auto-goal: auto-invite to chat',
    'Автоцель Jivo: автоприглашение в чат',
  ),
  event(
    'Jivo_Client_answer_on_agent_request',
    'Jivo auto-goal: manual invitation to chat',
    'Автоцель Jivo: ручное приглашение в чат',
  ),
  event('Jivo_Offline_message_sent', 'Jivo auto-goal: offline message', 'Автоцель Jivo: офлайн-сообщение'),
];

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
