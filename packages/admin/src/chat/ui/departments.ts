/** Departments by their ids. Pure. */
import type { ChatSettings, ConversationView } from '@goalpost/contract/chat';

/** @returns empty: it is in none, or in one that is no more */
export function departmentName(
  settings: ChatSettings | undefined,
  { department }: Pick<ConversationView, 'department'>,
): string {
  return settings?.departments.find(({ id }) => id === department)?.name ?? '';
}
