/** Filters over all names, all operators and all sets, some deep and some long. */
import fc from 'fast-check';

const ODD_TEXTS = [
  "\\'",
  '\\\\',
  '%',
  '*',
  '',
  'ё',
  '😀',
  '(',
  '[',
  '(?',
  '{p0:String}',
  '--',
  '\0',
  '=cmd',
  '(a+)+$',
];
const text = fc
  .constantFrom(
    'ad',
    'google',
    'Chrome',
    'yes',
    'no',
    '1',
    '2026-03-09',
    '12:00',
    'https://a.example/',
    ...ODD_TEXTS,
  )
  .map((one) => `'${one}'`);
const value = fc.oneof(
  { weight: 12, arbitrary: text },
  { weight: 12, arbitrary: fc.constantFrom('1', '-1', '0', '1e9', '0.5', 'null', "('a','b')", '(1,2)') },
  { weight: 1, arbitrary: fc.constantFrom('1e400', 'today', '30daysAgo', 'NaN', "('a',", '', '1_0', '0x1') },
  {
    weight: 1,
    arbitrary: fc.nat(120).map((n) => `(${Array.from({ length: n }, (_, at) => `'${at}'`).join(',')})`),
  },
);
const operator = fc.constantFrom(...'== == == != != =@ !@ =~ !~ =* !* > < >= <= =. !.'.split(' '));

const FORMS = [
  '…',
  '…',
  '(…)',
  'NOT(…)',
  'EXISTS(…)',
  'ALL(…)',
  'NONE(…)',
  'EXISTS ym:u:userID WITH (…)',
  'NONE ym:u:userID WITH (…)',
  'ALL ym:u:userID WITH (…)',
  'EXISTS ym:s:visitID WITH (…)',
  'EXISTS ym:u:userID WITHIN 30 DAYS WITH (…)',
  'NONE ym:u:userID WITHIN 1 DAYS WITH (…)',
  'ALL ym:u:userID WITHIN 3660 DAYS WITH (…)',
  'ym:s:segment==<segment> AND …',
  'ym:s:segment!=<segment> OR …',
];
/** Just beside what is one. */
const ODD_FORMS = [
  '((…)',
  '…)',
  'EXISTS ym:u:userID WITHIN 0 DAYS WITH (…)',
  'EXISTS ym:u:userID WITHIN 36500 DAYS WITH (…)',
];

type Names = Readonly<Record<string, readonly string[]>>;

export function filtersOf(metrics: Names, dimensions: Names): fc.Arbitrary<string> {
  const visits = fc.constantFrom(...(dimensions['visits'] ?? []));
  const any = fc.constantFrom(...Object.values(dimensions).flat());
  const metric = fc.constantFrom(...Object.values(metrics).flat());
  const name = fc.oneof(
    { weight: 60, arbitrary: visits },
    { weight: 12, arbitrary: any },
    { weight: 1, arbitrary: metric },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        'ym:s:nothing',
        'ym:s:__proto__',
        'ym:s:ageInterval',
        'ym:s:goal99IsReached',
        '',
      ),
    },
  );
  const condition = fc.tuple(name, operator, value).map((parts) => parts.join(''));
  const joined = fc
    .tuple(fc.array(condition, { minLength: 1, maxLength: 4 }), fc.constantFrom(' AND ', ' OR ', ' AND NOT '))
    .map(([all, joint]) => all.join(joint));
  const form = fc.oneof(
    { weight: 30, arbitrary: fc.constantFrom(...FORMS) },
    { weight: 1, arbitrary: fc.constantFrom(...ODD_FORMS) },
  );
  const nested = fc
    .tuple(fc.array(form, { minLength: 1, maxLength: 3 }), joined)
    .map(([forms, inner]) => forms.reduce((within, one) => one.replace('…', () => within), inner));
  return fc.oneof(
    { weight: 6, arbitrary: condition },
    { weight: 5, arbitrary: nested },
    { weight: 2, arbitrary: fc.tuple(nested, nested).map((all) => all.join(' AND ')) },
    { weight: 1, arbitrary: fc.tuple(fc.integer({ min: 5, max: 2_000 }), form, condition).map(deep) },
    { weight: 1, arbitrary: fc.tuple(fc.integer({ min: 5, max: 400 }), condition).map(long) },
  );
}

const deep = ([depth, form, one]: [number, string, string]): string => {
  const [opening = '', ending = ''] = form.split('…');
  return opening.repeat(depth) + one + ending.repeat(depth);
};
const long = ([times, one]: [number, string]): string => Array<string>(times).fill(one).join(' OR ');
