/** JSON as the page's values are, not as its scripts have bent it. */
import { attempt, guard, warn } from './guard.ts';
import { isObject } from './values.ts';

/** Before the page can replace it. */
const stringify = attempt(() => JSON.stringify);

interface Bent {
  readonly length?: unknown;
  readonly toJSON?: unknown;
}

/** @param isFlat without what holds more than one value */
const write = guard((value: unknown, isFlat: unknown): string | undefined =>
  stringify!(value, function (this: Record<string, unknown>, key: string, given: unknown): unknown {
    const raw = this[key] as Bent;
    if (typeof raw === 'bigint') return `${raw as bigint}`;
    if (!isObject(raw)) return raw;
    if (isFlat && key) return undefined;
    // Prototype.js puts `toJSON` on texts, numbers and lists, others on every object; a date has one of its own.
    return typeof raw.length === 'number' || raw.toJSON === ({} as Bent).toJSON ? raw : given;
  }),
);

/** Of what contains itself or cannot be written, at least the price; undefined on a page without `JSON` [W29]. */
export const toJson = (value: unknown): string | undefined =>
  write(value) ?? write(value, true) ?? (warn('Bad params') as undefined);
