/** Whom the visitor wants to write to, until there is a conversation that knows it [C46]. */
import { textOf } from '../shared/globals.ts';
import type { Memory } from './keep/memory.ts';
import type { Chat } from './model.ts';

export interface Departments {
  /** Null: no department in particular. Ids that the counter does not have are the same. */
  choose(id: unknown): void;
}

/** @param tab the choice stays over the pages of a tab */
export function createDepartments({ state, inner, change }: Chat, tab: Memory): Departments {
  const known = (id: unknown): string | null =>
    state.settings.departments.find((one) => one.id === textOf(id))?.id ?? null;
  const choose = (id: unknown): void => {
    const department = known(id);
    tab.write('department', department ?? undefined);
    if (department !== state.department) change({ department });
  };
  state.department = known(tab.read('department'));
  // The next conversation may be about something else.
  inner.on('closed', () => choose(null));
  return { choose };
}
