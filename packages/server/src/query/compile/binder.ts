/** Collects bound parameters: the only way by which a value reaches SQL. */
import type { SqlParams } from '../../kit/olap.ts';

/** Types that placeholders may have. */
export type BoundType =
  | 'String'
  | 'Float64'
  | 'UInt32'
  | 'UInt64'
  | 'Int64'
  | 'Date'
  | 'Array(UInt32)'
  | 'Array(UInt64)'
  | 'Array(Int64)'
  | 'Array(Float64)'
  | 'Array(String)';

export interface Binder {
  /** A placeholder for the value; the same type and value again give the same placeholder. */
  readonly bind: (type: BoundType, value: unknown) => string;
  readonly params: SqlParams;
}

export function createBinder(): Binder {
  const params: Record<string, unknown> = {};
  const known = new Map<string, string>();
  return {
    params,
    bind(type, value) {
      const key = `${type} ${JSON.stringify(value)}`;
      const before = known.get(key);
      if (before !== undefined) return before;
      const name = `p${known.size}`;
      params[name] = value;
      const placeholder = `{${name}:${type}}`;
      known.set(key, placeholder);
      return placeholder;
    },
  };
}
