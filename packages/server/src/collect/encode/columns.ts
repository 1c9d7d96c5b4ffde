/** Columns of a table: each one's name and type, and what of a row it says. */
import { RowWriter } from './row-writer.ts';
import type { ColumnType } from './types.ts';

export interface Column<Row> {
  /** Name and type; several where columns are written together. */
  readonly names: readonly (readonly [name: string, type: string])[];
  write(into: RowWriter, row: Row): void;
}

export function column<Row, Value>(
  name: string,
  type: ColumnType<Value>,
  of: (row: Row) => Value,
): Column<Row> {
  return { names: [[name, type.name]], write: (into, row) => type.write(into, of(row)) };
}

/** What a part of the row says, each column by itself. */
export function partOf<Row, Part>(columns: readonly Column<Part>[], of: (row: Row) => Part): Column<Row> {
  return {
    names: columns.flatMap(({ names }) => names),
    write(into, row) {
      const part = of(row);
      for (const one of columns) one.write(into, part);
    },
  };
}

/** What many rows have alike, as `encode` wrote it once. */
export function encodedPart<Row, Part>(
  columns: readonly Column<Part>[],
  of: (row: Row) => Uint8Array,
): Column<Row> {
  return {
    names: columns.flatMap(({ names }) => names),
    write: (into, row) => into.bytes(of(row)),
  };
}

/** Most parts fit. */
const PART_BYTES = 256;

export function encode<Part>(columns: readonly Column<Part>[], part: Part): Uint8Array {
  const writer = new RowWriter(PART_BYTES);
  for (const one of columns) one.write(writer, part);
  return Uint8Array.from(writer.take());
}
