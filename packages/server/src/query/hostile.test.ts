/** Values that mean something to SQL, LIKE or regular expressions choose exactly the visits that have them. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isProblem } from '../kit/problem.ts';
import { parseRequest } from './parse/request.ts';
import { registry, REPORTS } from './registry.ts';
import { buildPlan } from './plan/build.ts';
import { compileTable } from './compile/table.ts';
import { counter, NOW, startTestStat, type TestStat } from './test-stat.ts';
import { from, visit } from './test-visits.ts';

const VALUES = [
  "'",
  "''",
  "it's",
  '\\',
  '\\\\',
  "\\'",
  '\\n',
  'two\nlines',
  'tab\tbed',
  'nul\u0000byte',
  '%',
  '100%',
  '100',
  '100x',
  'a_b',
  'axb',
  'a.b',
  'a*b',
  'A_B',
  "') OR 1=1 --",
  "'; DROP TABLE visits; --",
  '{p0:String}',
  '${x}',
  '/* */',
  '"quoted"',
  '`ticked`',
  'ёлка',
  '😀',
  '\u202Eright',
  'null',
  'NaN',
  ' spaced ',
];

let stat: TestStat;
beforeAll(async () => {
  stat = await startTestStat();
  stat.counters = [counter()];
  await stat.add(...VALUES.map((utm_source) => visit(from('ad', '', { utm_source }))));
});
afterAll(() => stat.close());

const quoted = (value: string): string => `'${value.replace(/[\\']/g, String.raw`\$&`)}'`;

async function chosen(filters: string): Promise<string[]> {
  const { data } = await stat.data({
    metrics: 'ym:s:visits',
    dimensions: 'ym:s:UTMSource',
    filters,
    limit: '1000',
  });
  return data.map(({ dimensions }) => String(dimensions[0]?.id)).toSorted();
}

const those = (test: (value: string) => boolean): string[] => VALUES.filter(test).toSorted();

/** Whether a text fits a wildcard, by looking for its parts one after the other. */
function fits(text: string, wildcard: string): boolean {
  const [head = '', ...rest] = wildcard.split('*');
  const tail = rest.pop();
  if (tail === undefined) return text === head;
  if (!text.startsWith(head) || !text.endsWith(tail)) return false;
  let place = head.length;
  for (const part of rest) {
    const found = text.indexOf(part, place);
    if (found < 0) return false;
    place = found + part.length;
  }
  return place + tail.length <= text.length;
}

it.each(VALUES.map((value) => [value]))('[M14] %j in a filter', async (value) => {
  const asked: readonly (readonly [string, string, (other: string) => boolean])[] = [
    ['==', quoted(value), (other) => other === value],
    ['!=', quoted(value), (other) => other !== value],
    ['=.', `(${quoted(value)},'no such value')`, (other) => other === value],
    ['=@', quoted(value), (other) => other.includes(value)],
    ['!@', quoted(value), (other) => !other.includes(value)],
    ['=*', quoted(value), (other) => fits(other, value)],
    ['=*', quoted(`${value}*`), (other) => fits(other, `${value}*`)],
    ['!*', quoted(`*${value}`), (other) => !fits(other, `*${value}`)],
  ];
  const answers = await Promise.all(
    asked.map(async ([operator, text]) => [operator, await chosen(`ym:s:UTMSource${operator}${text}`)]),
  );
  expect(answers).toEqual(asked.map(([operator, , test]) => [operator, those(test)]));
});

it('no text of a request ever reaches the SQL', () => {
  const text = fc.string({ unit: 'binary', minLength: 12, maxLength: 30 });
  fc.assert(
    fc.property(text, fc.constantFrom('==', '=@', '=*', '=.'), (value, operator) => {
      const filters = `ym:s:UTMSource${operator}${quoted(value)}`;
      const request = parseRequest({ ids: '1', metrics: 'ym:s:visits', filters }, REPORTS);
      if (isProblem(request)) throw new Error(JSON.stringify(request));
      const plan = buildPlan(request, { counters: [counter()], goals: [], now: NOW }, registry);
      if (isProblem(plan)) throw new Error(JSON.stringify(plan));
      expect(compileTable(plan).sql).not.toContain(value);
    }),
  );
});
