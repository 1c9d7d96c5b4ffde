/** Types of columns: each one's name in ClickHouse, and how its values are written. */
import type { RowWriter } from './row-writer.ts';

export interface ColumnType<Value> {
  readonly name: string;
  write(row: RowWriter, value: Value): void;
}

const type = <Value>(name: string, write: ColumnType<Value>['write']): ColumnType<Value> => ({ name, write });
const integer = (name: string, size: number) => type<number>(name, (row, value) => row.integer(value, size));

export const UINT8 = integer('UInt8', 1);
export const UINT16 = integer('UInt16', 2);
export const UINT32 = integer('UInt32', 4);
export const INT16 = integer('Int16', 2);
/** Days since the epoch. */
export const DATE = integer('Date', 2);
/** Unix seconds. */
export const SECONDS = integer(`DateTime('UTC')`, 4);
export const UINT64 = type<number>('UInt64', (row, value) => row.long(value));
/** Given as a decimal. */
export const ID = type<string>('UInt64', (row, value) => row.decimalId(value));
/** Milliseconds, read as seconds with three places. */
export const MILLISECONDS = type<number>('Decimal(13, 3)', (row, value) => row.long(value));
export const FLOAT32 = type<number>('Float32', (row, value) => row.float(value, 4));
export const FLOAT64 = type<number>('Float64', (row, value) => row.float(value, 8));
export const BOOL = type<boolean>('Bool', (row, value) => row.integer(value ? 1 : 0, 1));
export const TEXT = type<string>('String', (row, value) => row.text(value));
/** Of which there are few. */
export const WORD = type<string>('LowCardinality(String)', TEXT.write);

export const nullable = <Value>(of: ColumnType<Value>): ColumnType<Value | null> =>
  type(`Nullable(${of.name})`, (row, value) => {
    row.integer(value === null ? 1 : 0, 1);
    if (value !== null) of.write(row, value);
  });

export const array = <Value>(of: ColumnType<Value>): ColumnType<readonly Value[]> =>
  type(`Array(${of.name})`, (row, values) => {
    row.length(values.length);
    for (const value of values) of.write(row, value);
  });

/** Objects by their fields, in this order. */
export function tuple<Value extends object>(fields: {
  readonly [K in keyof Value]-?: ColumnType<Value[K]>;
}): ColumnType<Value> {
  const list = Object.entries(fields) as [keyof Value & string, ColumnType<unknown>][];
  return type(`Tuple(${list.map(([name, of]) => `${name} ${of.name}`).join(', ')})`, (row, value) => {
    for (const [name, of] of list) of.write(row, value[name]);
  });
}
