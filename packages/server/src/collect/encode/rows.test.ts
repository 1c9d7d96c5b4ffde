/** Binary rows say what they were given, however long, odd or many. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { column, encode, encodedPart, partOf } from './columns.ts';
import { readRows } from './read-rows.ts';
import { createRows, NO_ROWS } from './rows.ts';
import {
  array,
  BOOL,
  DATE,
  FLOAT32,
  FLOAT64,
  ID,
  INT16,
  MILLISECONDS,
  nullable,
  SECONDS,
  TEXT,
  tuple,
  UINT16,
  UINT32,
  UINT64,
  UINT8,
  WORD,
} from './types.ts';

/** Short and long, narrow and wide, about the bounds at which lengths take another byte. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .tuple(
      fc.constantFrom('a', 'é', 'ж', '例', '😀'),
      fc.constantFrom(1, 24, 25, 42, 43, 63, 127, 128, 5_461, 16_384),
    )
    .map(([one, times]) => one.repeat(times)),
);
const whole = (bits: number) => fc.nat({ max: 2 ** Math.min(bits, 31) - 1 });
const item = fc.record({ name: text, price: fc.option(fc.double({ noNaN: true })) });
const row = fc.record({
  byte: whole(8),
  short: whole(16),
  signed: fc.integer({ min: -32_768, max: 32_767 }),
  word: fc.nat({ max: 0xffff_ffff }),
  long: fc.nat({ max: Number.MAX_SAFE_INTEGER }),
  some_id: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map(String),
  day: whole(16),
  seconds: fc.nat({ max: 0xffff_ffff }),
  milliseconds: fc.nat({ max: 4_000_000_000_000 }),
  half: fc.constantFrom(0, 1, 1.5, 0.25, 16),
  float: fc.double({ noNaN: true }),
  yes: fc.boolean(),
  text,
  label: text,
  items: fc.array(item, { maxLength: 200 }),
});
type Row = ReturnType<typeof row.generate> extends { value: infer Value } ? Value : never;

const LABEL = [column('label', WORD, (label: string) => label)];
const COLUMNS = [
  column('byte', UINT8, (one: Row) => one.byte),
  column('short', UINT16, (one: Row) => one.short),
  column('signed', INT16, (one: Row) => one.signed),
  column('word', UINT32, (one: Row) => one.word),
  column('long', UINT64, (one: Row) => one.long),
  column('some_id', ID, (one: Row) => one.some_id),
  encodedPart<Row, string>(LABEL, (one) => encode(LABEL, one.label)),
  column('day', DATE, (one: Row) => one.day),
  column('seconds', SECONDS, (one: Row) => one.seconds),
  column('milliseconds', MILLISECONDS, (one: Row) => one.milliseconds),
  column('half', FLOAT32, (one: Row) => one.half),
  column('float', FLOAT64, (one: Row) => one.float),
  partOf([column('yes', BOOL, (one: Row) => one.yes)], (one: Row) => one),
  column('text', TEXT, (one: Row) => one.text),
  column(
    'items',
    array(tuple<Row['items'][number]>({ name: TEXT, price: nullable(FLOAT64) })),
    (one: Row) => one.items,
  ),
];

it('what was written is read', () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), (rows) => {
      const written = createRows(COLUMNS);
      for (const one of rows) written.add(one);
      const shown = rows.map((one) => ({
        ...one,
        day: new Date(one.day * 86_400_000).toISOString().slice(0, 10),
        milliseconds: one.milliseconds / 1_000,
        text: one.text.toWellFormed(),
        label: one.label.toWellFormed(),
        items: one.items.map(({ name, price }) => ({ name: name.toWellFormed(), price })),
      }));
      expect(readRows(written.take())).toEqual(shown);
    }),
    { numRuns: 60 },
  );
});

it('no rows are no bytes', () => {
  expect(createRows(COLUMNS).take()).toBe(NO_ROWS);
  expect(NO_ROWS.bytes).toHaveLength(0);
});
