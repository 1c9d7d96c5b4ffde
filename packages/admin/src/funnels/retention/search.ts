/** Retention as the screen's address holds it. Read leniently, and pure. */
import { isWhole, stepOf } from '../draft.ts';
import { known, readStep, type DraftStep } from '../search.ts';

/** As the contract lists them; its file brings the validator, which an address must not wait for. */
export const UNITS = ['day', 'week', 'month'] as const;
export const MODES = ['calendar', 'rolling'] as const;

export interface RetentionSearch {
  /** A step in JSON; absent: anything a visitor does. */
  readonly first?: string | undefined;
  readonly back?: string | undefined;
  readonly unit?: (typeof UNITS)[number] | undefined;
  readonly mode?: (typeof MODES)[number] | undefined;
  readonly cells?: 'people' | undefined;
}

const LONGEST = 2_000;

/** An action of the address; null: any visit. */
export function readAction(text: string | undefined): DraftStep | null {
  try {
    return readStep(JSON.parse(text ?? 'null'));
  } catch {
    return null;
  }
}

export function readRetentionSearch(search: Record<string, unknown>): RetentionSearch {
  const action = (value: unknown): string | undefined =>
    typeof value === 'string' && value.length <= LONGEST && readAction(value) !== null ? value : undefined;
  const read: RetentionSearch = {
    first: action(search['first']),
    back: action(search['back']),
    unit: known(UNITS, search['unit']),
    mode: known(MODES, search['mode']),
    cells: search['cells'] === 'people' ? 'people' : undefined,
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
}

/** As the API is asked; undefined while it does not say enough. */
export function actionOf(text: string | undefined) {
  const draft = readAction(text);
  if (draft === null) return { type: 'visit' } as const;
  return isWhole(draft) ? stepOf(draft, true) : undefined;
}
