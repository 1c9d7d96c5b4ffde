/** Lengths of time that reports are cut into. */
export const GROUPS = [
  'all',
  'minute',
  'dekaminute',
  'hour',
  'day',
  'week',
  'month',
  'quarter',
  'year',
] as const;
export type Group = (typeof GROUPS)[number];

export const SHORTER_THAN_DAYS: readonly Group[] = ['minute', 'dekaminute', 'hour'];

/** Other names that clients of the field's API use. */
const ALIASES: ReadonlyMap<string, Group> = new Map([
  ['minutes', 'minute'],
  ['hours', 'hour'],
]);

/** @returns `auto` where the length is to follow from the period */
export function readGroup(name: string): Group | 'auto' | null {
  const key = name.toLowerCase();
  if (key === 'auto') return 'auto';
  return GROUPS.find((group) => group === key) ?? ALIASES.get(key) ?? null;
}

/** A length that gives a chart some ten to sixty points. */
export function autoGroup(days: number): Group {
  if (days <= 2) return 'hour';
  if (days <= 62) return 'day';
  if (days <= 400) return 'week';
  return 'month';
}
