/** The list of counters: what may be asked of it, and the choosing. Pure. */
import { z } from 'zod';
import type { Permission } from '../kit/endpoint.ts';
import { nearest } from '../kit/nearest.ts';
import { QueryFlag } from '../kit/query-flag.ts';
import type { CounterRecord } from './counter.ts';

const MAX_PER_PAGE = 1_000;

const Words = z.string().transform((text) =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean),
);

/** What `field` may add. Mirrors are always there; what is not kept here adds nothing. */
const FIELD_NAMES = [
  'goals',
  'code',
  'grants',
  'mirrors',
  'filters',
  'operations',
  'operation',
  'labels',
  'counter_flags',
  'measurement_tokens',
  'webvisor',
  'code_options',
  'publisher_options',
  'offline_options',
];

export const Fields = Words.superRefine((words, context) => {
  for (const word of words.filter((one) => !FIELD_NAMES.includes(one))) {
    const meant = nearest(word, FIELD_NAMES);
    const hint = meant === null ? `Known: ${FIELD_NAMES.join(', ')}.` : `Did you mean "${meant}"?`;
    context.addIssue({
      code: 'custom',
      message: `There is no field ${JSON.stringify(word.slice(0, 100))}. ${hint}`,
    });
  }
}).optional();

const Ids = Words.refine(
  (words) => words.every((word) => /^\d{1,10}$/.test(word)),
  'counter numbers are needed',
).transform((words) => new Set(words.map(Number)));

export const CountersQuery = z.object({
  per_page: z.coerce.number().int().min(1).max(MAX_PER_PAGE).default(MAX_PER_PAGE),
  /** From 1. */
  offset: z.coerce.number().int().min(1).default(1),
  search_string: z.string().optional(),
  counter_ids: Ids.optional(),
  status: z.enum(['Active', 'Deleted']).default('Active'),
  favorite: QueryFlag.optional(),
  permission: Words.optional(),
  /** Counters have no labels here: none bears the one that is asked for. */
  label_id: z.coerce.number().int().min(1).optional(),
  /** All counters here are simple ones. */
  type: z.enum(['simple', 'partner']).optional(),
  /** As `filter_robots` of the counter. */
  robots: z.coerce.number().int().min(0).max(2).optional(),
  sort: z.enum(['None', 'Default', 'Name']).default('Default'),
  reverse: QueryFlag.default(false),
  field: Fields,
});
export type CountersQuery = z.output<typeof CountersQuery>;

export interface Visible {
  readonly counter: CounterRecord;
  readonly permission: Permission;
}

type Chosen = Pick<
  CountersQuery,
  | 'search_string'
  | 'counter_ids'
  | 'status'
  | 'favorite'
  | 'permission'
  | 'label_id'
  | 'type'
  | 'robots'
  | 'sort'
  | 'reverse'
>;

function holds({ id, name, site, mirrors }: CounterRecord, text: string): boolean {
  return [String(id), name, site, ...mirrors].some((part) => part.toLowerCase().includes(text));
}

type Order = (a: CounterRecord, b: CounterRecord) => number;

const byAge: Order = (a, b) => a.createdAt - b.createdAt || a.id - b.id;

const ORDERS: Readonly<Record<CountersQuery['sort'], Order>> = {
  None: byAge,
  /** Favourites first, then as they were made. */
  Default: (a, b) => Number(b.favorite) - Number(a.favorite) || byAge(a, b),
  Name: (a, b) => a.name.localeCompare(b.name) || byAge(a, b),
};

export function chooseCounters(visible: readonly Visible[], query: Chosen): Visible[] {
  if (query.label_id !== undefined || query.type === 'partner') return [];
  const text = query.search_string?.trim().toLowerCase() ?? '';
  const chosen = visible
    .filter(({ counter }) => counter.status === query.status)
    .filter(({ counter }) => query.counter_ids?.has(counter.id) ?? true)
    .filter(({ counter }) => query.favorite === undefined || counter.favorite === query.favorite)
    .filter(({ counter }) => query.robots === undefined || counter.filterRobots === query.robots > 0)
    .filter(({ permission }) => query.permission?.includes(permission) ?? true)
    .filter(({ counter }) => text === '' || holds(counter, text));
  const compare = ORDERS[query.sort];
  const sorted = chosen.toSorted((a, b) => compare(a.counter, b.counter));
  return query.reverse ? sorted.toReversed() : sorted;
}
