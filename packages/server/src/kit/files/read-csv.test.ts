/** CSV in, lines out; what a program wrote is read back as it was. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BYTE_ORDER_MARK } from './csv.ts';
import { readCsv } from './read-csv.ts';

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
const cell = fc.string({
  unit: fc.constantFrom('a', '"', ',', ';', '\t', '\n', '\r\n', ' ', 'ж'),
  maxLength: 6,
});

it('what was written with quotes is read back, with the numbers of its lines', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
      fc.constantFrom(',', ';', '\t'),
      fc.constantFrom('\n', '\r\n'),
      fc.boolean(),
      (rows, delimiter, end, marked) => {
        // The first line says what parts them.
        const head = ['one', 'two', 'three'];
        const text = [head, ...rows].map((row) => row.map(quoted).join(delimiter) + end).join('');
        const read = readCsv((marked ? BYTE_ORDER_MARK : '') + text, 100);
        const kept = [head, ...rows].filter((row) => row.some((one) => one.trim() !== ''));
        expect('line' in read ? read : read.map(({ cells }) => cells)).toEqual(kept);
        if ('line' in read) return;
        let line = 1;
        const begun = [head, ...rows].map((row) => {
          const at = line;
          line += 1 + row.join('').split(/\r\n|\r|\n/).length - 1;
          return { at, isKept: row.some((one) => one.trim() !== '') };
        });
        expect(read.map(({ number }) => number)).toEqual(
          begun.filter((one) => one.isKept).map((one) => one.at),
        );
      },
    ),
  );
});

it.each([
  [
    'a,b\n1,2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'a;b\r\n1,5;2\r\n',
    [
      ['a', 'b'],
      ['1,5', '2'],
    ],
  ],
  [
    'a\tb\n\n1\t',
    [
      ['a', 'b'],
      ['1', ''],
    ],
  ],
  ['a\n"1\n2"\n', [['a'], ['1\n2']]],
  ['', []],
])('%j', (text, cells) => {
  const read = readCsv(text, 100);
  expect('line' in read ? read : read.map((line) => line.cells)).toEqual(cells);
});

it('a quote without an end, and text behind one, are said with their line; no more is read than is wanted', () => {
  expect(readCsv('a,b\n1,"2', 100)).toEqual({ line: 2 });
  expect(readCsv('a,b\n1,"2"x\n', 100)).toEqual({ line: 2 });
  expect(readCsv('a\n'.repeat(50), 10)).toHaveLength(11);
});
