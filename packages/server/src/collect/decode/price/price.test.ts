import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CURRENCY_WORDS } from './currency-words.ts';
import { currencyOfWord } from './currency.ts';
import { amountOf, isUnread, readPrice } from './price.ts';

/** What a reach is worth on a counter in roubles whose goal has the default price 7. */
function worth(price: unknown, currency?: unknown, own = 'RUB'): string {
  const given = readPrice({ order_price: price, currency });
  const { amount, currency: code } = amountOf(given, own, 7);
  return `${amount} ${code}${isUnread(given, own) ? ' note' : ''}`;
}

const UNREAD = '0 RUB note';

describe('[G22] what shops print', () => {
  it.each([
    ['1 999,90', '1999.9 RUB'],
    ['1\u{a0}999,90', '1999.9 RUB'],
    ['1\u{202f}999,90', '1999.9 RUB'],
    ['1\u{2009}999.90', '1999.9 RUB'],
    ['1&nbsp;999,90', '1999.9 RUB'],
    ['<b>1 999</b> <span class="rub">руб.</span>', '1999 RUB'],
    ['1999.90 руб.', '1999.9 RUB'],
    ['1,999.90', '1999.9 RUB'],
    ['1.999,90', '1999.9 RUB'],
    ["1'999.90", '1999.9 RUB'],
    ['1’999.90', '1999.9 RUB'],
    ['1,23,456.70', '123456.7 RUB'],
    ['12 345 678', '12345678 RUB'],
    ['1.234.567', '1234567 RUB'],
    ['1999,9', '1999.9 RUB'],
    ['1999.900', '1999.9 RUB'],
    ['0,500', '0.5 RUB'],
    ['0.999', '0.999 RUB'],
    ['33.333333', '33.333333 RUB'],
    ['1 999,-', '1999 RUB'],
    ['1.999,–', '1999 RUB'],
    ['199:-', '199 RUB'],
    ['1 999 руб. 90 коп.', '1999.9 RUB'],
    ['5 руб. 5 коп.', '5.05 RUB'],
    ['١٬٩٩٩٫٩٠', '1999.9 RUB'],
    ['１９９９', '1999 RUB'],
    ['\u{200e}1999\u{200f}', '1999 RUB'],
    [' 20 ', '20 RUB'],
    ['.5', '0.5 RUB'],
    [',99', '0.99 RUB'],
    ['.999', '0.999 RUB'],
    ['$.99', '0.99 USD'],
    ['$ .99', '0.99 USD'],
    ['руб.99', '99 RUB'],
    ['+1999', '1999 RUB'],
    ['+ 1 999,90', '1999.9 RUB'],
    ['+$5', '5 USD'],
    ['$+.5', '0.5 USD'],
    [20, '20 RUB'],
    [0, '0 RUB'],
    [-0, '0 RUB'],
    [1.999, '1.999 RUB'],
    [1e12, '1000000000000 RUB'],
  ])('%j is %s', (price, expected) => {
    expect(worth(price)).toBe(expected);
  });

  it.each([
    '1,999',
    '1.999',
    '1,999 руб.',
    '12.345',
    '1 99',
    '1 9999',
    '1999 999',
    '1,999,90',
    '1.999.90',
    '1.999 999',
    '1,999.99,9',
    '1 999.999,9',
    '-5',
    '−5',
    '(5)',
    '5-6',
    '5 - 6',
    'от 500 руб.',
    '500 руб/шт',
    '500 тугриков',
    '2 шт 500 руб',
    '19<sup>99</sup>',
    '10²',
    '½',
    '1e3',
    '0x10',
    '..5',
    '.5.5',
    '.99,-',
    '1.+5',
    '+-5',
    '++5',
    '5+',
    '+5+5',
    'x.99',
    '1999 DEM',
    'Rs. 1,999.00',
    'бесплатно',
    'Infinity',
    'NaN',
    '١٢٣4x',
    '9'.repeat(14),
    `1${' '.repeat(300)}`,
    '1'.repeat(300),
    -1,
    1e13,
    Number.POSITIVE_INFINITY,
    Number.NaN,
    true,
    false,
    [5],
    { amount: 5 },
  ])('[G23] %j is refused with a note, and is worth nothing', (price) => {
    expect(worth(price)).toBe(UNREAD);
  });

  it.each([[undefined], [null], [''], ['  ']])('[G6] %j is no price: the default stands', (price) => {
    expect(worth(price)).toBe('7 RUB');
    expect(worth(price, 'nonsense')).toBe('7 RUB');
  });
});

describe('[G24] currencies', () => {
  it.each([
    ['100 руб.', undefined, '100 RUB'],
    ['100 р.', undefined, '100 RUB'],
    ['р.100', undefined, '100 RUB'],
    ['100р', undefined, '100 RUB'],
    ['100 ₽', undefined, '100 RUB'],
    ['100 RUR', undefined, '100 RUB'],
    ['100 грн.', undefined, '100 UAH'],
    ['100 ₴', undefined, '100 UAH'],
    ['100 тг', undefined, '100 KZT'],
    ['₸100', undefined, '100 KZT'],
    ['100 Br', undefined, '100 BYN'],
    ['100 BYR', undefined, '100 BYN'],
    ['€ 100', undefined, '100 EUR'],
    ['100&euro;', undefined, '100 EUR'],
    ['$100', undefined, '100 USD'],
    ['$100 USD', undefined, '100 USD'],
    ['US$ 100', undefined, '100 USD'],
    ['C$100', undefined, '100 CAD'],
    ['100 zł', undefined, '100 PLN'],
    ['100 Kč', undefined, '100 CZK'],
    ["100 so'm", undefined, '100 UZS'],
    ['￥199', undefined, '199 JPY'],
    ['1,999円', undefined, '1999 JPY'],
    ['100 (USD)', undefined, '100 USD'],
    ['1.999 ₫', undefined, '1999 VND'],
    ['100', 'RUB', '100 RUB'],
    ['100', 'usd', '100 USD'],
    ['100', '643', '100 RUB'],
    ['100', 643, '100 RUB'],
    ['100', 810, '100 RUB'],
    ['100', 'RUR', '100 RUB'],
    ['100', 36, '100 AUD'],
    ['100', '974', '100 BYN'],
    ['100', 'руб.', '100 RUB'],
    ['100', 'Рубли', '100 RUB'],
    ['100', 'доллары', '100 USD'],
    ['100 тенге', 'тенге', '100 KZT'],
    ['100', '$', '100 USD'],
    ['100', 'QQQ', '100 QQQ'],
    ['$100', 'CAD', '100 CAD'],
    ['100 р.', 'BYN', '100 BYN'],
    ['1,999', 'JPY', '1999 JPY'],
    ['Rs. 1,999.00', 'INR', '1999 INR'],
    [100, ' eur ', '100 EUR'],
    [100, '', '100 RUB'],
    [100, null, '100 RUB'],
  ])('%j with the key %j is %s', (price, currency, expected) => {
    expect(worth(price, currency)).toBe(expected);
  });

  it.each([
    ['100 руб.', 'USD'],
    ['$100', 'EUR'],
    ['€100 USD', undefined],
    ['100 kr', undefined],
    ['100', 'XXX'],
    ['100', 'xts'],
    [100, 'XAU'],
    ['100 XDR', undefined],
    ['100', 'kr'],
    ['100', 'bonus points'],
    ['100', '000'],
    ['100', '12'.repeat(40)],
    [100, true],
    [100, ['RUB']],
    [100, {}],
    ['1,999', 'USD'],
    ['¥1,999', undefined],
  ])('%j with the key %j is refused with a note', (price, currency) => {
    expect(worth(price, currency)).toBe(UNREAD);
  });

  it('a sign of several currencies is that of the counter where it is one of them', () => {
    expect(worth('100 р.', undefined, 'BYN')).toBe('100 BYN');
    expect(worth('$100', undefined, 'CAD')).toBe('100 CAD');
    expect(worth('100 kr', undefined, 'SEK')).toBe('100 SEK');
    expect(worth('100 $', undefined, 'EUR')).toBe('100 USD');
  });

  it('every word of the table means what its line says: none is said twice', () => {
    const seen = new Map<string, string>();
    for (const { codes, words } of CURRENCY_WORDS) {
      for (const word of words.split(' ')) {
        expect(seen.get(word), word).toBeUndefined();
        seen.set(word, codes.join(' '));
        expect(currencyOfWord(word)?.codes, word).toEqual(codes);
        expect(worth(`5 ${word}`, codes[0]), word).toBe(`5 ${codes[0]}`);
        expect(worth(`${word} 5`, codes[0]), word).toBe(`5 ${codes[0]}`);
      }
    }
  });
});

describe('[G22] what Intl prints is read back, or refused; never read wrong', () => {
  const LOCALES =
    'en ru uk be kk de fr it es pl cs sk tr ro bg hy ka az uz ky tg ar ar-EG fa he hi bn mr ta ja zh ko vi th id sv nb da fi et lv lt hu sr hr el mk pt-BR pt-PT de-CH de-AT fr-CH en-IN en-CA en-ZA es-MX es-AR nl my km lo ne'.split(
      ' ',
    );
  const CURRENCIES =
    'RUB UAH BYN KZT EUR USD PLN CZK TRY GBP CNY JPY INR GEL AMD AZN ILS SEK CHF RON VND KWD'.split(' ');
  const locale = fc.constantFrom(...LOCALES);
  const currency = fc.constantFrom(...CURRENCIES);
  const cents = fc.integer({ min: 0, max: 10_000_000_000 });

  it('numbers', () => {
    fc.assert(
      fc.property(locale, cents, fc.constantFrom(0, 2), (language, sum, decimals) => {
        const value = decimals === 0 ? Math.floor(sum / 100) : sum / 100;
        const printed = value.toLocaleString(language, {
          minimumFractionDigits: decimals,
          maximumFractionDigits: decimals,
        });
        const isDoubtful = decimals === 0 && value >= 1_000 && value < 1_000_000;
        const read = worth(printed);
        if (!(isDoubtful && read === UNREAD)) expect(read, printed).toBe(`${value} RUB`);
      }),
      { numRuns: 2_000 },
    );
  });

  it('prices, with the code or the sign', () => {
    fc.assert(
      fc.property(
        locale,
        currency,
        cents,
        fc.constantFrom('code', 'symbol'),
        (language, code, sum, display) => {
          const format = new Intl.NumberFormat(language, {
            style: 'currency',
            currency: code,
            currencyDisplay: display,
          });
          const { maximumFractionDigits: digits = 2 } = format.resolvedOptions();
          const value = Number((sum / 100).toFixed(digits));
          const printed = format.format(value);
          const read = worth(printed, code);
          // Of a language's own word that the table does not hold, nothing is invented.
          if (display === 'symbol' && read === UNREAD) return;
          if (digits === 3 && read === UNREAD) return;
          expect(read, printed).toBe(`${value} ${code}`);
        },
      ),
      { numRuns: 3_000 },
    );
  });

  it('anything at all: nothing throws, and what is read is a sum', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({
        unit: fc.constantFrom(...Array.from("0123456789,. \u{a0}'-–₽$€рубRr<>&;()")),
        maxLength: 40,
      }),
    );
    fc.assert(
      fc.property(
        fc.oneof(anyText, fc.anything()),
        fc.oneof(fc.constant(undefined), anyText, fc.anything()),
        (price, key) => {
          const { amount, currency: code } = amountOf(
            readPrice({ order_price: price, currency: key }),
            'RUB',
            7,
          );
          expect(amount >= 0 && amount <= 1e12).toBe(true);
          expect(code).toMatch(/^[A-Z]{3}$/);
        },
      ),
      { numRuns: 3_000 },
    );
  });
});
