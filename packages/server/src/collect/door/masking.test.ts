import { describe, expect, it } from 'vitest';
import { decodeHit } from '../decode/hit.ts';
import type { HitRecord } from '../journal-record.ts';
import { testConfig } from '../test-config.ts';
import { createMasking } from './masking.ts';

const PLANTED = [
  'ivan.petrov@mail.ru',
  '+79161234567',
  '4111111111111111',
  'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abc',
];

function record(changes: Partial<HitRecord>): HitRecord {
  return { k: 'h', c: 100_001, t: 1_700_000_000_000, v: '0', a: 'Chrome', q: '', ...changes };
}

const wire = (keys: Record<string, string>): string =>
  Object.entries(keys)
    .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
    .join('&');

const INFO = 'pv:1:u:1700000000123456789:rn:123456789:hid:987654321:et:1700000000:t:';

describe('a record', () => {
  const masking = createMasking('secret');
  const mask = (changes: Partial<HitRecord>) => masking.hit(record(changes), testConfig());

  it.each(PLANTED)('[P1] holds %s in none of its places', (secret) => {
    const escaped = encodeURIComponent(secret);
    const keys = {
      'page-url': `https://shop.example/a?x=${escaped}&color=red#y=${escaped}`,
      'page-ref': `https://shop.example/?back=${encodeURIComponent(`/b?x=${escaped}`)}`,
      'browser-info': `${INFO}Hello ${secret}`,
      'site-info': JSON.stringify({ a: { b: [secret] }, __ymu: { c: secret }, __ym: { user_id: secret } }),
      odd: secret,
    };
    for (const changes of [{ q: wire(keys) }, { b: wire(keys) }]) {
      const { record: kept, masked } = mask({
        ...changes,
        r: `https://shop.example/?x=${escaped}`,
        p: [`https://shop.example/?x=${escaped}`, `https://t.example/${escaped}`],
      });
      const text = decodeURIComponent(decodeURIComponent(JSON.stringify(kept).replaceAll('%25', '%')));
      expect(text).not.toContain(secret);
      expect(text).toContain('color=red');
      expect(Object.values(masked).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(7);
      expect(decodeHit(kept).visitor).toBe('1700000000123456789');
    }
  });

  it('[P10] without anything to mask is the same, to the letter', () => {
    const given = record({
      q: wire({
        'page-url': 'https://shop.example/a?color=red&utm_campaign=79161234567&yclid=4111111111111111',
        'browser-info': `${INFO}Shoes – 42`,
        'site-info': '{"order_price":1999.90,"id":12345678901234567890}',
      }),
      r: 'https://ya.ru/',
    });
    expect(masking.hit(given, testConfig()).record).toBe(given);
  });

  it.each([
    ['tel:+74951234567', 'tel:+74951234567'],
    ['mailto:info@shop.example', 'mailto:info@shop.example'],
    ['https://other.example/?x=ivan@mail.ru', 'https://other.example/?x=(email)'],
  ])('[P7] of a link keeps what the page offers: %s', (link, wanted) => {
    const { record: kept } = mask({ q: wire({ 'page-url': link, 'browser-info': `ln:1:${INFO}x` }) });
    expect(decodeHit(kept).url).toBe(wanted);
  });

  it.each(PLANTED.filter((secret) => !/^\d+$/.test(secret)))(
    '[P48] holds %s neither among what the tag says of itself nor in the agent',
    (secret) => {
      const ordinary = 'pv:1:u:1700000000123456789:rn:1:s:1280x720x24:la:en-US:ds:0,0,123,79,,1,0:z:-180';
      for (const info of [`${ordinary}:odd:${secret}:t:Shop`, `${ordinary}:odd:${secret}`]) {
        const { record: kept } = mask({
          q: wire({ 'browser-info': info }),
          a: `Bot (+mailto:${secret}@x.example)`,
        });
        expect(decodeURIComponent(JSON.stringify(kept))).not.toContain(secret);
        expect(decodeURIComponent(kept.q)).toContain(`${ordinary}:odd:(`);
      }
    },
  );

  it('[P7] that only says to be a link in its title is none', () => {
    const { record: kept } = mask({
      q: wire({ 'page-url': 'tel:+79161234567', 'browser-info': 'pv:1:t:x:ln:1' }),
    });
    expect(decodeHit(kept).url).toBe('tel:(phone)');
  });

  it('[P1] with broken parameters loses it too, and keeps its price', () => {
    const { record: kept } = mask({ q: wire({ 'site-info': '{"order_price": 5, "x": "ivan@mail.ru", ' }) });
    expect(decodeURIComponent(kept.q)).toBe('site-info={"order_price": 5, "x": "(email)", ');
    expect(decodeHit(kept).price).toEqual(
      decodeHit(record({ q: wire({ 'site-info': '{"order_price":5}' }) })).price,
    );
  });

  it('[P9] of a counter that masks nothing stays', () => {
    const given = record({ q: wire({ 'page-url': 'https://shop.example/?x=ivan@mail.ru' }) });
    const config = testConfig({ masking: { on: false, names: [], keep: [], shapes: [] } });
    expect(masking.hit(given, config).record).toBe(given);
  });
});

describe('[P6] a value by its name', () => {
  const VALUE = 'hunter-of-two';
  const json = JSON.stringify({ order: 7, customer: { password: VALUE }, visit: [{ first_name: VALUE }] });
  const FORMS: Readonly<Record<string, string>> = {
    'as it is': json,
    'turned into text twice': JSON.stringify(json),
    'turned into text twice, with space': ` ${JSON.stringify(`\n${json}`)}`,
    'escaped by a template': json.replaceAll('"', '&quot;'),
    'escaped by number': json.replaceAll('"', '&#034;'),
    'escaped, then turned into text': JSON.stringify(json).replaceAll('"', '&#x22;'),
    'too deep': `{"a":`.repeat(12) + json + '}'.repeat(12),
    'cut off': json.slice(0, -2),
    'in an array': `[${json}]`,
    'of the visitor': JSON.stringify({ __ymu: JSON.parse(json) as unknown }),
    'of a purchase': JSON.stringify({ __ym: { ecommerce: [{ purchase: JSON.parse(json) as unknown }] } }),
  };
  it.each(Object.keys(FORMS))('goes, however params are written: %s', (form) => {
    const given = record({ b: wire({ 'browser-info': `${INFO}Shop`, 'site-info': FORMS[form] ?? '' }) });
    const { record: kept, masked } = createMasking('secret').hit(given, testConfig());
    expect(decodeURIComponent(kept.b ?? '')).not.toContain(VALUE);
    expect(masked).not.toEqual({});
    const { params, userParams, ecommerce } = decodeHit(kept);
    if (!['too deep', 'cut off', 'escaped, then turned into text'].includes(form))
      expect(params + userParams + ecommerce).toContain('"order":7');
  });
});
