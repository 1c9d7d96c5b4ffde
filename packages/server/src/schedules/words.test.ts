import { REPORTS } from '@goalpost/contract/reports/catalogue';
import { fullName } from '@goalpost/contract/reports/names';
import { describe, expect, it } from 'vitest';
import { cellWriter } from './cells.ts';
import { columnNames } from './words.ts';

const asked = (id: string, scope?: string): string =>
  fullName(id, scope)
    .replace('<attribution>', 'lastsign')
    .replace('<currency>', 'EUR')
    .replace('<goal_id>', '7');

describe.each(['en', 'ru'] as const)('[M129] columns of a sent report in %s', (language) => {
  it.each(
    REPORTS.map(
      ({ id, scope, dimensions, metrics }) =>
        [id, [...dimensions, ...metrics].map((name) => asked(name, scope))] as const,
    ),
  )('%s: each has the name that people know', (_id, columns) => {
    const named = columnNames(columns, language, new Map([[7, 'Order']]));
    expect(named.filter((name, at) => columns[at]?.replace(/^[a-z]+:[a-z]+:/, '') === name)).toEqual([]);
  });
});

it('[M129] a cell has the unit of its metric', () => {
  const columns = ['ym:s:browser', 'ym:s:bounceRate', 'ym:s:avgVisitDurationSeconds', 'ym:s:pageDepth'];
  const money = ['ym:s:goal7convertedUSDRevenue', 'ym:s:ecommerceEURConvertedRevenue', 'ym:s:visits'];
  const write = cellWriter([...columns, ...money], 'en', 'EUR');
  expect(write(['Opera', 12.345, 3_725, 2, 10, 11.5, null])).toEqual([
    'Opera',
    '12.35%',
    '1:02:05',
    '2.00',
    '$10.00',
    '€11.50',
    '–',
  ]);
});
