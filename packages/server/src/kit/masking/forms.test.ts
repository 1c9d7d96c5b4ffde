/** Secrets in forms that programs write by themselves: other character sets, escapes of JSON, values within values. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMasks, MASKING_DEFAULTS } from './masks.ts';
import { words } from './words.ts';

const PAGE = 'https://shop.example/a';
const masks = createMasks(MASKING_DEFAULTS, (value) => `m${value.length}`);
const found = () => undefined;

const address = (sent: string): string => {
  expect([sent, masks.mayHold(encodeURIComponent(sent))]).toEqual([sent, true]);
  return masks.address(sent, found);
};
const params = (value: unknown): unknown => {
  const json = JSON.stringify(value);
  expect([json, masks.mayHold(encodeURIComponent(json))]).toEqual([json, true]);
  return masks.params(value, found);
};

/** `почта` of Windows-1251, which is no UTF-8. */
const FOREIGN = '%EF%EE%F7%F2%E0';
const base64 = (text: string): string => encodeURIComponent(Buffer.from(text).toString('base64'));

/** What escapes, JSON, addresses and secrets are made of; one is half a character. */
const PARTS = [
  ...words(String.raw`% %2 %EF %40 %25 @ \u \u0040 { [ " : = & ? / a password http:// +7 9165551234 ;`),
  '\ud800',
  ' ',
];

describe('an address', () => {
  it.each([
    ['[P45] an e-mail behind letters of another character set', `?q=${FOREIGN}%20zelda%40hidden.example`],
    ['[P45] one behind a sign by itself', '?q=50%+zelda%40hidden.example'],
    ['[P45] one behind it, escaped twice', '?q=50%25+zelda%2540hidden.example'],
    ['[P45] one in a campaign tag', `?utm_term=${FOREIGN}%20zelda%40hidden.example`],
    ['[P45] one in the path', `/${FOREIGN}%20zelda%40hidden.example/b`],
    ['[P46] one in JSON', '?x=%7B%22a%22%3A%22zelda%40hidden.example%22%7D'],
    ['[P46] a value by its name in JSON', '?x={"password":"zelda","b":"/c?d=1"}'],
    ['[P47] a name in `utm_referrer`', '?utm_referrer=https%3A%2F%2Fx.example%2F%3Fpassword%3Dzelda'],
    ['[P47] an e-mail in `_openstat`', '?_openstat=ya.ru%3Bzelda%40hidden.example%3B2%3B3'],
    ['[P47] one in base64', `?_openstat=${base64('ya.ru;zelda@hidden.example;2;3')}`],
  ])('loses %s', (_name, sent) => {
    const masked = address(PAGE + sent);
    const [bare] = /zelda|hidden/i.exec(Buffer.from(masked, 'utf8').toString()) ?? [null];
    expect([masked, bare]).toEqual([expect.stringMatching(/\((?:email|token)\)/), null]);
  });

  it('[P45] keeps letters of another character set beside what is masked', () => {
    expect(address(`${PAGE}?a=${FOREIGN}&q=${FOREIGN}:%2B7%20916%20555%2012%2034`)).toBe(
      `${PAGE}?a=${FOREIGN}&q=${FOREIGN}%3A(phone)`,
    );
  });

  it('[P47] keeps an `_openstat` that has nothing to mask, and the service of one that has', () => {
    const sent = `${PAGE}?_openstat=${base64('ya.ru;1;2;3')}`;
    expect(masks.address(sent, found)).toBe(sent);
    expect(decodeURIComponent(address(`${PAGE}?_openstat=${base64('ya.ru;z@hidden.example;2;3')}`))).toBe(
      `${PAGE}?_openstat=ya.ru;(email);2;3`,
    );
  });
});

describe('parameters', () => {
  it.each([
    ['[P2] an escaped e-mail', { a: 'zelda%2540hidden.example' }, { a: '(email)' }],
    [
      '[P46] in the address of a page',
      { url: `${PAGE}?email=zelda%40hidden.example&password=zelda&b=1` },
      { url: `${PAGE}?email=(email)&password=(token)&b=1` },
    ],
    ['[P46] in a query', { form: 'a=1&password=zelda' }, { form: 'a=1&password=(token)' }],
    ['[P46] in JSON as text', { j: '{"password":"zelda","a":1}' }, { j: '{"password":"(token)","a":1}' }],
    ['[P46] in a list by its name', { password: ['zelda', ['b']] }, { password: ['(token)', ['b']] }],
    [
      '[P46] in a group by its name',
      { email: { value: 'zelda', n: 1 } },
      { email: { value: '(email)', n: 1 } },
    ],
    [
      '[P46] in fields of a form',
      [
        { name: 'user_email', value: 'zelda' },
        { title: 'пароль', content: 'zelda' },
      ],
      [
        { name: 'user_email', value: '(email)' },
        { title: 'пароль', content: '(token)' },
      ],
    ],
  ])('lose what is personal: %s', (_name, sent, wanted) => {
    expect(params(sent)).toEqual(wanted);
  });

  it.each([
    { item: { name: 'Phone case', value: '500' } },
    { item: { name: 'phone', value: 500 } },
    { a: '{"color":"red"}', b: '/search?q=red&page=2', c: '50% off', d: 'x=1', e: '[1,2' },
    { url: 'https://shop.example/%D0%BA%D1%80?utm_source=a%20b' },
  ])('[P7] stay as they were sent: %j', (sent) => {
    expect(masks.params(sent, found)).toEqual(sent);
  });

  it('[P45] are looked at where JSON writes letters as escapes', () => {
    for (const sent of [
      String.raw`{"\u043f\u0430\u0440\u043e\u043b\u044c":"x"}`,
      String.raw`{"a":"z\u0040hidden.example"}`,
    ])
      for (const raw of [sent, encodeURIComponent(sent), encodeURIComponent(encodeURIComponent(sent))])
        expect([raw, masks.mayHold(raw)]).toEqual([raw, true]);
    expect(masks.loose(String.raw`{a: "zelda\u0040hidden.example\u0022", b`, found)).toBe(
      String.raw`{a: "(email)\u0022", b`,
    );
  });

  it('[W19] throw nothing, whatever text they hold', () => {
    const parts = fc.constantFrom(...PARTS);
    const text = fc.array(parts, { maxLength: 30 }).map((all) => all.join(''));
    fc.assert(
      fc.property(text, (value) => {
        for (const masked of [
          masks.params({ a: value, [value]: [value], name: value, value }, found),
          masks.address(`${PAGE}?_openstat=${value}&utm_referrer=${value}&x=${value}`, found),
          masks.text(value, found),
          masks.loose(value, found),
        ])
          expect(masked).toBeDefined();
      }),
      { numRuns: 300 },
    );
  });
});
