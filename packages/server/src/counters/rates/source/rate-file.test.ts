/** Files of rates: what services write is read, and what is broken is said by a code [M92]. */
import type { Rate } from '@goalpost/contract/reports/rates';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseRates, withNew } from './chosen-rates.ts';
import { isFault, readRateFile } from './rate-file.ts';

const NOW = Date.parse('2026-11-30T12:00:00Z');
const ecb = (cubes: string) => `<?xml version="1.0" encoding="UTF-8"?>
<gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
	<gesmes:subject>Reference rates</gesmes:subject>
	<gesmes:Sender><gesmes:name>European Central Bank</gesmes:name></gesmes:Sender>
	<Cube>${cubes}</Cube>
</gesmes:Envelope>`;
const DAY = `<Cube time='2026-11-27'><Cube currency='USD' rate='1.25'/><Cube currency="JPY"  rate = "160.5" /></Cube>`;

const asked = { into: 'EUR', currencies: ['USD', 'JPY'], rates: [] as readonly Rate[] };
const chosen = (text: string, changes: Partial<typeof asked> = {}) => {
  const file = readRateFile(text);
  return isFault(file) ? file : chooseRates(file, { ...asked, ...changes }, NOW);
};
const lines = (read: ReturnType<typeof chosen>) =>
  isFault(read) ? read : read.rates.map(({ currency, day, rate }) => `${currency} ${day} ${rate}`);

describe('[M92] reads', () => {
  it.each([
    ['the ECB’s day', ecb(DAY)],
    ['with comments and other elements', ecb(`<!-- <Cube time='1999-01-01'> -->${DAY}<Cube/><a rate='9'/>`)],
    ['a table', '{"base":"EUR","date":"2026-11-27","rates":{"USD":1.25,"JPY":160.5,"XAU":null}}'],
    [
      'a table with a mark of its order',
      '\uFEFF {"base":"EUR","date":"2026-11-27","rates":{"USD":"1.25","JPY":160.5}}',
    ],
    ['a table of moments', '{"base":"EUR","timestamp":1795780800,"rates":{"USD":1.25,"JPY":160.5}}'],
    [
      'a table by other names',
      '{"result":"success","base_code":"eur","time_last_update_unix":1795780800,"conversion_rates":{"usd":1.25,"JPY":160.5}}',
    ],
    [
      'one with its amount',
      '{"amount":1.0,"base":"EUR","date":"2026-11-27T00:00:00Z","rates":{"USD":1.25,"JPY":160.5}}',
    ],
  ])('%s', (_what, text) => {
    expect(lines(chosen(text))).toEqual(['USD 2026-11-27 0.8', 'JPY 2026-11-27 0.00623052959502']);
  });

  it('rates of another base, by way of it', () => {
    const table = '{"base":"USD","rates":{"EUR":0.8,"RUB":80}}';
    expect(lines(chosen(table, { into: 'RUB', currencies: ['USD', 'EUR'] }))).toEqual([
      'USD 2026-11-30 80',
      'EUR 2026-11-30 100',
    ]);
  });

  it('every day of a file that has several', () => {
    const two = ecb(`<Cube time="2026-11-27"><Cube currency="USD" rate="2"/></Cube>
      <Cube time="2026-11-26"><Cube currency="USD" rate="4"/></Cube>`);
    expect(lines(chosen(two, { currencies: ['USD'] }))).toEqual([
      'USD 2026-11-27 0.5',
      'USD 2026-11-26 0.25',
    ]);
  });
});

const table = (rates: string, more = '') => `{"base":"EUR"${more},"rates":{${rates}}}`;

describe('[M92] refuses', () => {
  it.each([
    ['', 'unreadable', ''],
    ['no rates', 'unreadable', ''],
    ['[]', 'unreadable', ''],
    ['{"base":"EUR","rates":', 'unreadable', ''],
    ['{"base":"EUR","rates":[1]}', 'unreadable', ''],
    ['<html><body>Sign in</body></html>', 'unreadable', ''],
    [ecb(''), 'unreadable', ''],
    [ecb("<Cube currency='USD' rate='1'/>"), 'unreadable', ''],
    ['{"rates":{"USD":1}}', 'base', ''],
    ['{"base":7,"rates":{"USD":1}}', 'base', ''],
    [table('"USD":1,"JPY":1', ',"amount":100'), 'rate', 'amount'],
    [table('"USD":0,"JPY":1'), 'rate', 'USD: 0'],
    [table('"USD":-1.5,"JPY":1'), 'rate', 'USD: -1.5'],
    [table('"USD":"NaN","JPY":1'), 'rate', 'USD: "NaN"'],
    [table('"USD":null,"JPY":1'), 'rate', 'USD: null'],
    [table('"USD":1e999,"JPY":1'), 'rate', 'USD: null'],
    [table('"USD":1e12,"JPY":1'), 'rate', 'USD: 1000000000000'],
    [table('"USD":1e-12,"JPY":1'), 'rate', 'USD: 1e-12'],
    [table('"USD":{"v":1},"JPY":1'), 'rate', 'USD: {"v":1}'],
    [ecb("<Cube time='2026-11-27'><Cube currency='USD' rate='1,25'/></Cube>"), 'rate', 'USD: "1,25"'],
    [table('"KZT":500'), 'missing', 'USD, JPY'],
    [table('"__proto__":1,"constructor":1'), 'missing', 'USD, JPY'],
    [table('"USD":1,"JPY":1', ',"date":"2027-11-30"'), 'day', '2027-11-30'],
    [table('"USD":1,"JPY":1', ',"date":"2026-02-30"'), 'day', '2026-02-30'],
    [table('"USD":1,"JPY":1', ',"date":"1999-12-31"'), 'day', '1999-12-31'],
    [table('"USD":1,"JPY":1', ',"date":"yesterday"'), 'day', ''],
    [table('"USD":1,"JPY":1', ',"timestamp":-5'), 'day', ''],
    [ecb("<Cube time='soon'><Cube currency='USD' rate='1'/></Cube>"), 'day', 'soon'],
  ])('%s', (text, code, detail) => {
    expect(chosen(text)).toEqual({ code, detail });
  });

  it('what does not say the currency that rates are kept in', () => {
    expect(chosen(ecb(DAY), { into: 'RUB' })).toEqual({ code: 'missing', detail: 'RUB' });
  });

  it('a jump by more than ten times within a month, and no other', () => {
    const before = (day: string) => ({ currencies: ['USD'], rates: [{ currency: 'USD', day, rate: 0.079 }] });
    const text = table('"USD":1.25', ',"date":"2026-11-27"');
    expect(chosen(text, before('2026-11-26'))).toEqual({ code: 'jump', detail: 'USD 2026-11-27 0.8' });
    expect(lines(chosen(text, before('2026-10-01')))).toEqual(['USD 2026-11-27 0.8']);
  });
});

it('[M92] takes what is there, and says what is missing', () => {
  expect(chosen(table('"USD":2'))).toEqual({
    rates: [{ currency: 'USD', day: '2026-11-30', rate: 0.5 }],
    fault: { code: 'missing', detail: 'JPY' },
  });
});

it('[M92] counts the later fetch of a day, and keeps all days in order', () => {
  const one = (day: string, rate: number): Rate => ({ currency: 'USD', day, rate });
  expect(
    withNew([one('2026-11-26', 1), one('2026-11-27', 2)], [one('2026-11-27', 3), one('2026-11-25', 4)]),
  ).toEqual([one('2026-11-25', 4), one('2026-11-26', 1), one('2026-11-27', 3)]);
});

it('[M92] whatever a file holds, its rates are plausible or its fault has a code', () => {
  const whole = [ecb(DAY), table('"USD":1.25,"JPY":160', ',"date":"2026-11-27"')];
  const odd = fc.constantFrom(
    '"',
    "'",
    '<',
    '>',
    '-1',
    '0',
    '1e400',
    'null',
    '[',
    '{',
    '<!--',
    '\u0000',
    'é',
    '<Cube ',
  );
  const broken = fc
    .tuple(fc.constantFrom(...whole), fc.nat(700), fc.nat(30), fc.oneof(odd, fc.string({ maxLength: 12 })))
    .map(([text, at, length, put]) => text.slice(0, at) + put + text.slice(at + length));
  fc.assert(
    fc.property(broken, (text) => {
      const read = chosen(text);
      if (isFault(read)) expect(read.code).toMatch(/^(?:unreadable|base|day|missing|rate)$/);
      for (const { day, rate } of isFault(read) ? [] : read.rates) {
        expect(rate).toBeGreaterThan(0);
        expect(rate).toBeLessThanOrEqual(1e9);
        expect(day).toMatch(/^2\d{3}-\d\d-\d\d$/);
      }
    }),
    { numRuns: 300 },
  );
});
