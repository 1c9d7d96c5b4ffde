/** What the screen of models holds in its address. Read leniently, and pure. */
export interface ModelsSearch {
  /** Number of a goal; absent: all. */
  readonly goal?: string | undefined;
  readonly show?: 'revenue' | undefined;
  /** Days before a conversion in which visits count. */
  readonly window?: string | undefined;
}

/** The last is the most that the API takes; said here, since the router may not load its shapes. */
export const WINDOWS = ['7', '14', '30', '60', '90'] as const;
export const USUAL_WINDOW = '90';

export function readModelsSearch(search: Record<string, unknown>): ModelsSearch {
  const { goal, show, window } = search;
  const read: ModelsSearch = {
    goal: typeof goal === 'string' && /^\d{1,10}$/.test(goal) ? goal : undefined,
    show: show === 'revenue' ? show : undefined,
    window: WINDOWS.find((days) => days === window),
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
}
