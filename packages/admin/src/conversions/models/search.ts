/** What the screen of models holds in its address. Read leniently, and pure. */
import { MAX_WINDOW_DAYS } from '@goalpost/contract/reports/attribution';

export interface ModelsSearch {
  /** Number of a goal; absent: all. */
  readonly goal?: string | undefined;
  readonly show?: 'revenue' | undefined;
  /** Days before a conversion in which visits count. */
  readonly window?: string | undefined;
}

export const WINDOWS = ['7', '14', '30', '60', String(MAX_WINDOW_DAYS)] as const;
export const USUAL_WINDOW = String(MAX_WINDOW_DAYS);

export function readModelsSearch(search: Record<string, unknown>): ModelsSearch {
  const { goal, show, window } = search;
  const read: ModelsSearch = {
    goal: typeof goal === 'string' && /^\d{1,10}$/.test(goal) ? goal : undefined,
    show: show === 'revenue' ? show : undefined,
    window: WINDOWS.find((days) => days === window),
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
}
