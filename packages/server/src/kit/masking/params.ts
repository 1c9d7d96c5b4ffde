/** Masks parameters of a visit or a visitor, which are JSON [P7]. */
import type { MaskAddress } from './address.ts';
import { JSON_TEXT, maskLoosely } from './loose.ts';
import type { MaskRules } from './rules.ts';
import { ALL, CLICK_ID, MASK, SPARED, type Found, type Replace, type Wanted } from './shapes.ts';

/** @param value what was parsed; the result shares with it what has not changed */
export type MaskParams = (value: unknown, found: Found) => unknown;

/** An address, or parameters as they stand in one [P46]. */
const ADDRESS = /^(?:[a-z][a-z\d+.-]{0,30}:\/\/|[/?#]|[\w.[\]%-]{1,100}=)\S*$/i;
const PAIRS = /^[\w.[\]%-]{1,100}=/;
/** How libraries call the two sides of a field of a form. */
const NAME_SIDES = ['name', 'key', 'field', 'id', 'title', 'label'] as const;
const VALUE_SIDES: ReadonlySet<string> = new Set(['value', 'val', 'content', 'answer']);

/** Deeper levels are not kept by the wire either [W6]. */
const DEEPEST = 12;

export function createParamsMask(
  rules: MaskRules & { readonly address: MaskAddress },
  mark: (value: string) => string,
): MaskParams {
  /** An id that is masked stays one of its own. */
  const marked: Replace = (kind, value) => `${MASK[kind].slice(0, -1)} ${mark(value)})`;

  function masked(value: unknown, found: Found, depth: number, group: string | null = null): unknown {
    if (typeof value === 'string') return text(value, found);
    if (depth > DEEPEST) return value;
    if (Array.isArray(value)) return value.map((each) => masked(each, found, depth + 1));
    if (!isPlain(value)) return number(value, found, ALL);
    const field = fieldOf(value) ?? group;
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => [
        rules.shapes(name, found),
        named(field !== null && isValueOfField(name, each) ? field : name, each, found, depth + 1),
      ]),
    );
  }

  /** Pages tell their own address, or what a library has written as JSON. */
  function text(value: string, found: Found): string {
    const masked = JSON_TEXT.test(value) ? maskLoosely(rules, value, found) : rules.shapes(value, found);
    if (!masked.includes('=') || !ADDRESS.test(masked)) return masked;
    if (!PAIRS.test(masked)) return rules.address(masked, found);
    return rules.address(`?${masked}`, found).slice(1);
  }

  /** Of `{name: 'email', value: 'x'}`: the name, where it says what the value is; a product's has blanks. */
  function fieldOf(value: Record<string, unknown>): string | null {
    for (const side of NAME_SIDES) {
      const name = value[side];
      if (typeof name !== 'string' || /\s/.test(name)) continue;
      const role = rules.role(name);
      if (role !== null && Object.hasOwn(MASK, role)) return name;
    }
    return null;
  }

  function named(name: string, value: unknown, found: Found, depth: number): unknown {
    const role = rules.role(name);
    switch (role) {
      case 'keep':
        return value;
      case 'click':
        return one(value, found, depth, CLICK_ID);
      case 'campaign':
      case 'mark':
        return one(value, found, depth, SPARED);
      case 'id':
        return one(value, found, depth, SPARED, marked);
      case null:
        return masked(value, found, depth);
      default:
        // A list is of such values; a group such as `{"card": {"type": "gift"}}` is read name by name.
        if (Array.isArray(value))
          return value.map((each: unknown) =>
            Array.isArray(each) ? masked(each, found, depth + 1) : named(name, each, found, depth + 1),
          );
        if (isPlain(value)) return masked(value, found, depth, name);
        if (value === '' || value === null || typeof value === 'boolean') return value;
        found(role);
        return MASK[role];
    }
  }

  function one(value: unknown, found: Found, depth: number, wanted: Wanted, replace?: Replace): unknown {
    if (typeof value === 'string') return rules.shapes(value, found, wanted, replace);
    return isNumber(value) ? number(value, found, wanted, replace) : masked(value, found, depth);
  }

  function number(value: unknown, found: Found, wanted: Wanted, replace?: Replace): unknown {
    if (!isNumber(value)) return value;
    const written = JSON.stringify(value);
    const shown = rules.shapes(written, found, wanted, replace);
    return shown === written ? value : shown;
  }

  return (value, found) => masked(value, found, 0);
}

/** Numbers that no double holds are objects of their own [W24]. */
const isNumber = (value: unknown): boolean =>
  typeof value === 'number' || (JSON as unknown as { isRawJSON(value: unknown): boolean }).isRawJSON(value);

/** Numbers under such a name are prices and counts. */
const isValueOfField = (name: string, value: unknown): boolean =>
  VALUE_SIDES.has(name.toLowerCase()) && typeof value === 'string';

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !isNumber(value);
