/** The contract of a dimension: what visits are grouped and filtered by. One line in `registry.ts` adds one. */
import type { DimensionValue } from '@goalpost/contract/reports';
import type { Binder } from './compile/binder.ts';
import type { KnownValues } from './known-values.ts';
import type { Attribution } from './parse/attribution.ts';
import type { Group } from './parse/group.ts';
import type { Words } from './shape/words.ts';

/**
 * `text`: empty means "no value" · `number`: null means "no value" · `date`: a day or a local moment ·
 * `flag`: yes or no · `goal`: the goals a visit reached, which the compiler knows how to explode [M6].
 */
export type DimensionKind = 'text' | 'number' | 'date' | 'flag' | 'goal';

/** What a name's parameters stand for, e.g. the 123 of `ym:s:goal123IsReached`. */
export interface NameArguments {
  readonly attribution: Attribution;
  readonly group: Group;
  /** Only where the name has `<goal_id>`. */
  readonly goalId: number | null;
  /** Only where the name has `<currency>`. */
  readonly currency: string | null;
}

export interface DimensionScope {
  readonly args: NameArguments;
  readonly binder: Binder;
  /** Placeholder of the time zone that days and hours are in [V11]. */
  readonly zone: string;
}

export interface Dimension {
  /** The name without `ym:s:`, with its parameters in angle brackets. */
  readonly id: string;
  readonly kind: DimensionKind;
  /** Expression over a row of `visits`. */
  sql(scope: DimensionScope): string;
  /** How a value is shown; the value itself unless said. */
  label?(value: string, words: Words): DimensionValue;
  /** Values that filters may also name by a label or an alias; anything unless said. */
  readonly known?: KnownValues;
}

export function defineDimension(dimension: Dimension): Dimension {
  return dimension;
}
