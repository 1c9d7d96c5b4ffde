/** A file of costs as it is read, or what is wrong with it, line by line. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCosts } from './read-costs.ts';

const about = { currency: 'EUR', now: Date.parse('2026-03-12T09:00:00Z') };
const rowsOf = (text: string) => {
  const read = readCosts(text, about);
  if (!('rows' in read)) throw new Error(JSON.stringify(read));
  return read.rows;
};
const faultsOf = (text: string) => {
  const read = readCosts(text, about);
  if ('rows' in read) throw new Error(JSON.stringify(read));
  return read.map(({ location, message }) => [location, message]);
};
const plain = { medium: '', campaign: '', content: '', term: '' };

describe('[G122] a file', () => {
  it('is read by the names of its columns, in any order and by any program', () => {
    // As R writes it: with a column of its own that has no name.
    const text = `"","Expenses","UTMSource","Date","Clicks","Currency"\r\n"1",12.5,"google","2026-03-01",3,"usd"\r\n`;
    expect(rowsOf(text)).toEqual([
      { day: '2026-03-01', source: 'google', ...plain, prices: [['USD', 12.5]], clicks: 3 },
    ]);
    expect(rowsOf('\uFEFFdate;utmsource;expenses\n2026-03-01;vk;1')).toEqual([
      { day: '2026-03-01', source: 'vk', ...plain, prices: [['EUR', 1]], clicks: 0 },
    ]);
  });

  it('adds up lines of the same day and marks, each currency by itself', () => {
    const text = `Date,UTMSource,UTMMedium,Expenses,Currency,Clicks
2026-03-01, google ,cpc,0.1,,1
2026-03-01,google,cpc,0.2,EUR,2
2026-03-01,google,cpc,5,RUB,3
2026-03-01,Google,cpc,7,,0`;
    expect(rowsOf(text)).toEqual([
      {
        ...plain,
        day: '2026-03-01',
        source: 'google',
        medium: 'cpc',
        prices: [
          ['EUR', 0.3],
          ['RUB', 5],
        ],
        clicks: 6,
      },
      { ...plain, day: '2026-03-01', source: 'Google', medium: 'cpc', prices: [['EUR', 7]], clicks: 0 },
    ]);
  });

  it('shares a line of several days out over them, and nothing of it is lost', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e9 }),
        fc.integer({ min: 0, max: 30 }),
        fc.nat(1_000),
        (cents, more, clicks) => {
          const to = new Date(Date.UTC(2026, 1, 10 + more)).toISOString().slice(0, 10);
          const rows = rowsOf(
            `Date,UTMSource,Expenses,Clicks\n2026-02-10/${to},x,${(cents / 100).toFixed(2)},${clicks}`,
          );
          const millionths = rows.map(({ prices: [price] }) => Math.round((price?.[1] ?? 0) * 1e6));
          expect(rows).toHaveLength(more + 1);
          expect(millionths.reduce((sum, one) => sum + one, 0)).toBe(cents * 10_000);
          expect(Math.max(...millionths) - Math.min(...millionths)).toBeLessThanOrEqual(1);
          expect(rows.reduce((sum, one) => sum + one.clicks, 0)).toBe(clicks);
        },
      ),
    );
  });
});

it('[G123] any text at all is read or refused, with a place in the file', () => {
  const word = fc.constantFrom(
    'Date',
    'UTMSource',
    'Expenses',
    'Clicks',
    '2026-03-01',
    '/',
    '1',
    '-',
    '"',
    ',',
    ';',
    '\t',
    '\n',
    '\r',
    'x',
    '\u0000',
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 40 }), (words) => {
      const read = readCosts(words.join(''), about);
      if (!('rows' in read))
        for (const { location } of read) expect(location).toMatch(/^file(?:\.\d+(?:\.\w+)?)?$/);
    }),
  );
});

describe('[G123] what is wrong with a file', () => {
  const line = (text: string) => faultsOf(`Date,UTMSource,Expenses,Currency,Clicks\n${text}`)[0];
  it.each([
    ['2026-02-30,x,1,,', 'file.2.Date', 'line 2, Date: a day such as 2026-01-31 is needed'],
    ['01.02.2026,x,1,,', 'file.2.Date', 'line 2, Date: a day such as'],
    ['1999-12-31,x,1,,', 'file.2.Date', 'line 2, Date: days from 2000-01-01 to 2027-03-13 are taken'],
    ['2027-03-14,x,1,,', 'file.2.Date', 'are taken'],
    ['2026-03-02/2026-03-01,x,1,,', 'file.2.Date', '2026-03-02 is after 2026-03-01'],
    ['2025-01-01/2026-03-01,x,1,,', 'file.2.Date', 'at most 366 days stand in one line'],
    ['2026-03-01,,1,,', 'file.2.UTMSource', 'the source is missing'],
    ['2026-03-01,x,,,', 'file.2.Expenses', 'a sum such as 12.34 is needed'],
    ['2026-03-01,x,-1,,', 'file.2.Expenses', 'a sum such as'],
    ['2026-03-01,x,"1,5",,', 'file.2.Expenses', 'a sum such as'],
    ['2026-03-01,x,1e3,,', 'file.2.Expenses', 'a sum such as'],
    ['2026-03-01,x,1000000001,,', 'file.2.Expenses', 'at most 1000000000'],
    ['2026-03-01,x,1,XXQ,', 'file.2.Currency', 'no such currency'],
    ['2026-03-01,x,1,,1.5', 'file.2.Clicks', 'a whole number is needed'],
  ])('%s', (text, location, message) => {
    expect(line(text)).toEqual([location, expect.stringContaining(message)]);
  });

  it.each([
    ['', [['file', 'file: the file has no lines below its first one']]],
    ['Date,UTMSource,Expenses', [['file', 'file: the file has no lines below its first one']]],
    ['Date,UTMSource,Expenses\n1,"2', [['file.2', 'line 2: a quote has no end, or text stands behind it']]],
    [
      'Date\n1',
      [
        ['file.1', 'line 1: the column UTMSource is missing'],
        ['file.1', 'line 1: the column Expenses is missing'],
      ],
    ],
    ['Date,UTMSource,Expenses,Date\n1', [['file.1', 'line 1: the column Date stands there twice']]],
    [
      'Date,UTMSource,Expenses,UTMCampain\n1',
      [['file.1', expect.stringContaining('there is no column UTMCampain; known: Date,')]],
    ],
    ['Date,UTMSource,Expenses\n\uFFFD', [['file', 'file: the file is not in UTF-8']]],
    // Half a character, as JSON may escape it.
    ['Date,UTMSource,Expenses\n2026-03-01,\uD800,1', [['file', 'file: the file is not in UTF-8']]],
  ])('%j', (text, expected) => {
    expect(faultsOf(text)).toEqual(expected);
  });

  it('is told of each line, up to twenty of them, and beyond the bounds of the whole file', () => {
    const head = 'Date,UTMSource,Expenses\n';
    const faults = faultsOf(`${head}${'2026-03-01,x,1\n,x,1\n'.repeat(40)}`);
    expect([faults.length, faults.map(([location]) => location).slice(0, 3)]).toEqual([
      20,
      ['file.3.Date', 'file.5.Date', 'file.7.Date'],
    ]);
    const year = '2025-01-01/2025-12-31,x,1\n';
    expect(faultsOf(head + year.repeat(300))).toEqual([
      ['file', expect.stringContaining('at most 100000 days together')],
    ]);
    expect(faultsOf(head + '2026-03-01,x,1\n'.repeat(50_001))).toEqual([
      ['file', 'file: a file has at most 50000 lines'],
    ]);
    const large = [['file', 'file: a file has at most 8 MB']];
    expect(faultsOf(' '.repeat(8 * 1024 * 1024 + 1))).toEqual(large);
    expect(faultsOf('ж'.repeat(4 * 1024 * 1024 + 1))).toEqual(large);
  });
});
