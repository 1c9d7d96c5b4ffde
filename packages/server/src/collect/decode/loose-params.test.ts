import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLoosely } from './loose-params.ts';
import { readSiteInfo } from './site-info.ts';
import { amountOf, isUnread } from './price/price.ts';

/** Worth, currency and what is kept of broken params. */
function read(text: string): [worth: string, kept: string] {
  const { price, params, dropped } = readSiteInfo(text);
  expect(dropped).toBe(true);
  const { amount, currency } = amountOf(price, 'EUR', 7);
  return [`${amount} ${currency}${isUnread(price, 'EUR') ? ' note' : ''}`, params];
}

const LONG = 'x'.repeat(9_000);
const DEEP = '['.repeat(11) + ']'.repeat(11);

describe('[W25] price, currency and order id survive whatever happens to the rest', () => {
  it.each([
    ['too large', `{"a":"${LONG}","order_price":5,"currency":"USD","order_id":"A-1"}`],
    ['too large behind', `{"order_price":5,"currency":"USD","order_id":"A-1","a":"${LONG}"}`],
    ['too deep', `{"a":${DEEP},"order_price":5,"currency":"USD","order_id":"A-1"}`],
    ['not a number', `{"a":NaN,"order_price":5,"b":-Infinity,"currency":"USD","order_id":"A-1"}`],
    ['undefined', `{"a":undefined,"order_price":5,"currency":"USD","order_id":"A-1"}`],
    ['a trailing comma', `{"order_price":5,"currency":"USD","order_id":"A-1",}`],
    ['a trailing comma inside', `{"a":[1,2,],"order_price":5,"currency":"USD","order_id":"A-1"}`],
    ['single quotes', `{'a':'it\\'s','order_price':5,'currency':'USD','order_id':'A-1'}`],
    ['bare keys', `{a: 1, order_price: 5, currency: "USD", order_id: 'A-1'}`],
    ['quotes in quotes', `{"a":"15" screen","order_price":5,"currency":"USD","order_id":"A-1"}`],
    ['quoted words in quotes', `{"a":"the "best", ever","order_price":5,"currency":"USD","order_id":"A-1"}`],
    ['a quote that is missing', `{"a":"abc,"order_price":5,"currency":"USD","order_id":"A-1"}`],
    ['a brace that is missing', `{"a":[{"b":1],"order_price":5,"currency":"USD","order_id":"A-1"}`],
    ['a bracket that is missing', `{"a":[{"b":1},"order_price":5,"currency":"USD","order_id":"A-1"}`],
    ['a line break in a text', `{"a":"one\ntwo","order_price":5,"currency":"USD","order_id":"A-1"}`],
    ['cut off behind', `{"order_price":5,"currency":"USD","order_id":"A-1","items":[{"na`],
    ['cut off in a text', `{"order_price":5,"currency":"USD","order_id":"A-1","name":"Pho`],
    ['a code before it', `var p = {"order_price":5,"currency":"USD","order_id":"A-1"};`],
    ['the key also inside', `{"a":{"order_price":9,},"order_price":5,"currency":"USD","order_id":"A-1"}`],
    ['escapes', `{"\\u006frder_price":5,"currency":"US\\u0044","order_id":"A-1",}`],
  ])('%s', (_, text) => {
    expect(read(text)).toEqual(['5 USD', '{"order_price":5,"currency":"USD","order_id":"A-1"}']);
  });

  it.each(
    [
      ['{"order_price":1999,90,"currency":"USD"}', '1999.9 USD'],
      ['{"order_price":1 999,90}', '1999.9 EUR'],
      ['{"order_price":"1 999,90 руб.",}', '1999.9 RUB'],
      ['{"order_price":1,999}', '0 EUR note'],
      ['{"order_price":5.5,}', '5.5 EUR'],
      ['{"order_price":NaN}', '0 EUR note'],
      ['{"order_price":Infinity}', '0 EUR note'],
      ['{"order_price":undefined}', '7 EUR'],
      ['{"order_price":None,}', '7 EUR'],
      ['{"order_price":}', '7 EUR'],
      ['{"order_price":{"a":1},}', '0 EUR note'],
      ['{"order_price":5,"currency":undefined}', '5 EUR'],
      // What is cut off may have gone on: 19 may be 1999.
      ['{"order_price":19', '0 EUR note'],
      ['{"order_price":19,', '0 EUR note'],
      ['{"order_price":"19', '0 EUR note'],
      ['{"order_price":5,"currency":"US', '0 EUR note'],
      ['{"order_price":', '0 EUR note'],
      ['{"a":{"order_price":5', '7 EUR'],
      ['[{"order_price":5},', '7 EUR'],
      ['order_price', '7 EUR'],
      ['{', '7 EUR'],
      ['', '7 EUR'],
    ].filter(([text]) => text !== ''),
  )('%s is worth %s', (text, worth) => {
    expect(read(text)[0]).toBe(worth);
  });

  it('[W24] an order id is exact', () => {
    expect(read('{"order_id":9007199254740993,}')[1]).toBe('{"order_id":9007199254740993}');
    expect(read('{"orderId":007,}')[1]).toBe('{"orderId":"007"}');
  });

  it('one break anywhere in the rest', () => {
    const junk = fc.string({ unit: fc.constantFrom(...Array.from('abc 1.5é')), maxLength: 20 });
    const broken = fc.oneof(
      fc.constantFrom(
        'NaN',
        'undefined',
        "'x'",
        '01',
        '+1',
        '.5',
        '[1,]',
        '{"b":1,}',
        '"a\tb"',
        '`x`',
        'new Date',
      ),
      junk.map((text) => `"${text}"${text}"`),
    );
    fc.assert(
      fc.property(fc.nat(3), broken, fc.integer({ min: 0, max: 99_999 }), (place, value, cents) => {
        const own = [`"order_price":"${cents}.50"`, '"currency":"USD"', '"order_id":"A-1"'];
        const fields = own.toSpliced(place, 0, `"rest":${value}`);
        expect(read(`{${fields.join(',')}}`)[0]).toBe(`${cents}.5 USD`);
      }),
    );
  });

  it('takes a few steps a character, whatever the text', () => {
    const pieces = [
      '"',
      "'",
      '{',
      '[',
      '}',
      ']',
      ':',
      ',',
      '\\',
      ' ',
      '"a" ',
      '"a":',
      '[{',
      '"" ',
      '":"',
      "{'",
      '["a":',
    ];
    for (const piece of pieces) {
      let looks = 0;
      const text = piece.repeat(Math.floor(30_000 / piece.length));
      const counting = new Proxy(new String(text), {
        get(target, name) {
          const value: unknown = Reflect.get(target, name);
          if (name === 'charAt' || name === 'charCodeAt' || (typeof name === 'string' && /^\d+$/.test(name)))
            looks++;
          return typeof value === 'function' ? value.bind(target) : value;
        },
      });
      readLoosely(counting as unknown as string, new Set(['order_price']));
      expect(looks, piece).toBeLessThan(8 * text.length);
    }
  });

  it('never throws', () => {
    const text = fc.string({ unit: fc.constantFrom(...Array.from('{}[]:,"\'\\ 15aou_ü\n')), maxLength: 60 });
    fc.assert(
      fc.property(text, (inside) => {
        readSiteInfo(`{${inside}`);
        readSiteInfo(`{"order_price":${inside}`);
        readSiteInfo(inside);
      }),
      { numRuns: 3_000 },
    );
  });
});
