/** Rows of one table as they go to the store: ClickHouse's RowBinaryWithNamesAndTypes. */
import type { BinaryRows } from '../../kit/olap.ts';
import type { Column } from './columns.ts';
import { RowWriter } from './row-writer.ts';
import { TEXT } from './types.ts';

export interface Rows<Row> {
  add(row: Row): void;
  /** All that were added; the first call is the last. */
  take(): BinaryRows;
}

export const NO_ROWS: BinaryRows = { bytes: Buffer.alloc(0), count: 0 };

/** Names and types go before the rows: the store refuses what does not fit its table. */
export function createRows<Row>(columns: readonly Column<Row>[]): Rows<Row> {
  const writer = new RowWriter();
  let count = 0;

  function begin(): void {
    const names = columns.flatMap((one) => one.names);
    writer.length(names.length);
    for (const [name] of names) TEXT.write(writer, name);
    for (const [, type] of names) TEXT.write(writer, type);
  }

  return {
    add(row) {
      if (count === 0) begin();
      count++;
      for (const one of columns) one.write(writer, row);
    },
    take: () => (count === 0 ? NO_ROWS : { bytes: writer.take(), count }),
  };
}
