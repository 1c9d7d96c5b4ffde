/** Masks parameters of a visit or a visitor, which are JSON [P7]. */
import type { MaskRules } from './rules.ts';
import { ALL, CLICK_ID, MASK, SPARED, type Found, type Replace, type Wanted } from './shapes.ts';

/** @param value what was parsed; the result shares with it what has not changed */
export type MaskParams = (value: unknown, found: Found) => unknown;

/** Deeper levels are not kept by the wire either [W6]. */
const DEEPEST = 12;

export function createParamsMask(rules: MaskRules, mark: (value: string) => string): MaskParams {
  /** An id that is masked stays one of its own. */
  const marked: Replace = (kind, value) => `${MASK[kind].slice(0, -1)} ${mark(value)})`;

  function masked(value: unknown, found: Found, depth: number): unknown {
    if (typeof value === 'string') return rules.shapes(value, found);
    if (depth > DEEPEST) return value;
    if (Array.isArray(value)) return value.map((each) => masked(each, found, depth + 1));
    if (!isPlain(value)) return number(value, found, ALL);
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => [
        rules.shapes(name, found),
        named(name, each, found, depth + 1),
      ]),
    );
  }

  function named(name: string, value: unknown, found: Found, depth: number): unknown {
    const role = rules.role(name);
    switch (role) {
      case 'keep':
        return value;
      case 'click':
        return one(value, found, depth, CLICK_ID);
      case 'campaign':
        return one(value, found, depth, SPARED);
      case 'id':
        return one(value, found, depth, SPARED, marked);
      case null:
        return masked(value, found, depth);
      default:
        // A group such as `{"card": {"type": "gift"}}` is read name by name.
        if (typeof value === 'object' && value !== null && !isNumber(value))
          return masked(value, found, depth);
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

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !isNumber(value);
