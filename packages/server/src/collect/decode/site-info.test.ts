import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cpuMsOf } from '../../../test/cpu-time.ts';
import { readCommerce } from '../../goals/index.ts';
import { readSiteInfo } from './site-info.ts';

const nested = (levels: number): string => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

describe('site-info', () => {
  it('[W6] keeps what user parameters, user id and ecommerce are apart from visit parameters', () => {
    const read = readSiteInfo(
      '{"plan":"pro","__ymu":{"vip":true},"__ym":{"user_id":"u-77","ecommerce":[{"purchase":{"id":1}}],"ite":1,"fpp":[["email","x"]]}}',
    );
    expect(read).toEqual({
      params: '{"plan":"pro"}',
      userParams: '{"vip":true}',
      userId: 'u-77',
      thread: '',
      ecommerce: '[{"purchase":{"id":1}}]',
      pagePrices: '',
      price: null,
      dropped: false,
    });
    expect(readSiteInfo('{"__ym":{"ite":1}}').params).toBe('');
    expect(readSiteInfo('{"__ymu":{"UserID":77}}').userId).toBe('77');
  });

  it('[W6] 10 levels are kept, 11 dropped with a note', () => {
    expect(readSiteInfo(nested(10))).toMatchObject({ params: nested(10), dropped: false });
    expect(readSiteInfo(nested(11))).toMatchObject({ params: '', dropped: true });
    expect(readSiteInfo('{"a":"[[[[[[[[[[[[[[\\"[[["}').dropped).toBe(false);
  });

  it('[W6] 8,192 characters are kept, one more dropped', () => {
    const sized = (length: number) => `{"a":"${'x'.repeat(length - 8)}"}`;
    expect(readSiteInfo(sized(8_192)).params).toHaveLength(8_192);
    expect(readSiteInfo(sized(8_193))).toMatchObject({ params: '', dropped: true });
  });

  it.each(['{', 'x', '1', '"s"', 'null', '{"a":}', '\ud800', '[1'])('[W6] drops %j', (text) => {
    expect(readSiteInfo(text)).toMatchObject({ params: '', dropped: true });
  });

  it('[W6] __proto__, constructor and prototype are taken out, however they are spelt and wherever', () => {
    const read = readSiteInfo(
      '{"__proto__":{"x":1},"a":[{"constructor":1,"b":2}],"\\u005f_proto__":3,"c":{"prototype":{}}}',
    );
    expect(read.params).toBe('{"a":[{"b":2}],"c":{}}');
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  it('[W6] arrays are parameters; nothing is nothing', () => {
    expect(readSiteInfo('[{"a":1}]').params).toBe('[{"a":1}]');
    expect(readSiteInfo(undefined)).toMatchObject({ params: '', dropped: false });
    expect(readSiteInfo('{}')).toMatchObject({ params: '', dropped: false });
  });

  it.each([
    ['too large', (json: string) => json, 0],
    ['cut at its end', (json: string) => json.slice(0, 20_000), 0],
    ['too deep', (json: string) => json, 20],
  ])('[G98] of what is %s, the order is kept', (_name, send, depth) => {
    const deep = JSON.parse('{"a":'.repeat(depth) + '1' + '}'.repeat(depth)) as unknown;
    const products = Array.from({ length: 400 }, (_, id) => ({ id, name: 'Тёплые сапоги с мехом', deep }));
    const purchase = { actionField: { id: 'T1', revenue: 700 }, products };
    const read = readSiteInfo(send(JSON.stringify({ a: 1, __ym: { ecommerce: [{ purchase }] } })));
    expect(read).toMatchObject({ params: '', dropped: true });
    expect(read.ecommerce.length).toBeLessThanOrEqual(8_192);
    expect(readCommerce(read.ecommerce)).toMatchObject([{ action: 'purchase', orderId: 'T1', price: 700 }]);
    expect(readCommerce(read.ecommerce)[0]?.products.length).toBeGreaterThan(50);
  });

  it('[W6] 10,000 levels cost next to nothing', () => {
    const deep = '['.repeat(8_000);
    const readAll = () => {
      for (let count = 0; count < 1_000; count++) readSiteInfo(deep);
    };
    expect(cpuMsOf(readAll)).toBeLessThan(500);
  });

  it('[W6] gives back the JSON that came', () => {
    const key = fc.string().filter((name) => !/^(__ymu?|__proto__|constructor|prototype)$/.test(name));
    const object = fc.dictionary(key, fc.oneof(fc.string(), fc.integer(), fc.boolean()), { minKeys: 1 });
    fc.assert(
      fc.property(object, (value) => {
        const text = JSON.stringify(value);
        fc.pre(text.length <= 8_192);
        expect(JSON.parse(readSiteInfo(text).params)).toEqual(JSON.parse(text));
      }),
    );
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readSiteInfo(text)));
    fc.assert(fc.property(fc.json(), (text) => void readSiteInfo(text)));
  });

  it('[W24] keeps whole numbers that no double holds, as ids are', () => {
    const id = '9007199254740993';
    expect(readSiteInfo(`{"__ym":{"user_id":${id}}}`).userId).toBe(id);
    expect(readSiteInfo(`{"__ymu":{"UserID":-${id}00}}`).userId).toBe(`-${id}00`);
    const params = `{"order_id":${id},"items":[{"sku":1${id}}],"share":0.1,"far":1e400}`;
    expect(readSiteInfo(params).params).toBe(params);
    expect(readSiteInfo(`{"__proto__":${id},"a":${id}}`).params).toBe(`{"a":${id}}`);
    expect(readSiteInfo(id)).toMatchObject({ params: '', dropped: true });
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }), (whole) => {
        expect(readSiteInfo(`{"__ym":{"user_id":${whole}},"n":${whole}}`)).toMatchObject({
          userId: String(whole),
          params: `{"n":${whole}}`,
        });
      }),
    );
  });

  it.each([
    JSON.stringify({ order_price: 100, a: 'b' }).replaceAll('"', '&quot;'),
    JSON.stringify({ order_price: 100, a: 'b' }).replaceAll('"', '&#034;'),
    JSON.stringify(JSON.stringify({ order_price: 100, a: 'b' })),
  ])('[W71] reads params that were wrapped once more: %s', (text) => {
    expect(readSiteInfo(text)).toMatchObject({
      params: '{"order_price":100,"a":"b"}',
      price: { amount: 100 },
      dropped: false,
    });
  });

  it('[W71] a text is no params, and what is wrapped too often is dropped', () => {
    const thrice = JSON.stringify(JSON.stringify(JSON.stringify({ order_price: 100 })));
    for (const text of ['"text"', '""', '"', thrice, '{&quot;', `"${'\\"'.repeat(9000)}"`])
      expect(readSiteInfo(text)).toMatchObject({ params: '', dropped: true });
    expect(readSiteInfo('{"a":"&quot;"}').params).toBe('{"a":"&quot;"}');
  });
});
