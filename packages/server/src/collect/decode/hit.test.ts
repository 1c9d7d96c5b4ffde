import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cpuMsOf } from '../../../test/cpu-time.ts';
import type { HitRecord } from '../journal-record.ts';
import { decodeHit } from './hit.ts';
import { isNewborn, readVisitor } from './visitor.ts';

const record = (q: string, more: Partial<HitRecord> = {}): HitRecord => ({
  k: 'h',
  c: 1,
  t: 1_795_378_105_000,
  q,
  a: 'agent',
  v: '42',
  ...more,
});
const decode = (keys: Record<string, string>, more: Partial<HitRecord> = {}) =>
  decodeHit(record(new URLSearchParams(keys).toString(), more));
const kind = (pageUrl: string, info: string, more: Record<string, string> = {}) =>
  decode({ 'page-url': pageUrl, 'browser-info': info, ...more }).kind;

const PAGE = 'http://shop.example/';

describe('kinds of hits', () => {
  it.each([
    ['view', PAGE, 'pv:1:ar:1'],
    ['event', 'goal://localhost/Jivo', 'ar:1'],
    ['form', 'form://localhost/?i=lead', 'ar:1'],
    ['button', 'btn://localhost/?b=1', 'ar:1'],
    ['link', 'https://example.org/out', 'ln:1'],
    ['download', `${PAGE}price.pdf`, 'dl:1:ln:1'],
    ['download', `${PAGE}price.pdf`, 'ite:1:dl:1'],
    ['params', PAGE, 'pa:1:ar:1'],
    ['notbounce', PAGE, 'nb:1:cl:21:ar:1'],
    ['view', PAGE, 'ar:1'],
    ['view', 'HTTPS://shop.example/', 'ar:1:t:x'],
    ['other', 'about:blank', 'ar:1'],
    ['other', '', 'ar:1'],
    ['view', PAGE, ''],
    ['view', PAGE, 'v:25'],
  ])('[W4] %s: %s %s', (expected, url, info) => {
    expect(kind(url, info)).toBe(expected);
  });

  it('[W4] a hit that only fetches settings (nohit) is no page view', () => {
    expect(kind(PAGE, 'pv:1', { nohit: '1' })).toBe('other');
  });

  it('[W4] [G4] the identifier is all that follows the host, decoded once', () => {
    const identifier = (url: string) => decode({ 'page-url': url, 'browser-info': 'ar:1' }).identifier;
    expect(identifier('goal://shop.example/order sent')).toBe('order sent');
    expect(identifier('goal://shop.example/%D0%B7%D0%B0%D0%BA%D0%B0%D0%B7')).toBe('заказ');
    expect(identifier('goal://shop.example/a%2520b')).toBe('a%20b');
    expect(identifier('goal://shop.example/a/b?c#d+e')).toBe('a/b?c#d+e');
    expect(identifier('goal://shop.example/100%')).toBe('100%');
    expect(identifier('goal:///x')).toBe('x');
    expect(identifier('goal://shop.example')).toBe('');
  });

  it('[W4] a call made by hand with no address of its own is no page view, whatever the Referer', () => {
    expect(decode({ 'browser-info': 'ar:1' }, { r: PAGE }).kind).toBe('other');
    expect(kind(PAGE, 'ar:1', { nohit: '1' })).toBe('other');
  });

  it.each([
    ['goal://shop.example/x', 'ar:1'],
    ['form://shop.example/?i=x', 'ar:1'],
    ['btn://shop.example/?b=x', 'ar:1'],
    ['https://example.org/out', 'ln:1'],
    [`${PAGE}price.pdf`, 'dl:1:ln:1'],
  ])('[V21] %s says its page, and not what led there', (url, info) => {
    const hit = decode({ 'page-url': url, 'page-ref': PAGE, 'browser-info': info });
    expect(hit).toMatchObject({ page: PAGE, entry: PAGE, cameFrom: '' });
  });

  it('[W4] the pixel without any key is a page view of the Referer [W5]', () => {
    expect(decodeHit(record('', { r: PAGE }))).toMatchObject({ kind: 'view', url: PAGE, visitor: '42' });
  });

  it('[W13] a server library hit with no visitor is the one that the door named', () => {
    const hit = decode({ 'page-url': 'goal://a/b', 'page-ref': PAGE, 'browser-info': 'ar:1:en:utf-8:rn:5' });
    expect(hit).toMatchObject({ kind: 'event', identifier: 'b', visitor: '42', page: PAGE });
  });
});

describe('fields of hits', () => {
  it('[W5] addresses are cut at 2,048 characters, titles at 400, with whole characters', () => {
    const hit = decode({
      'page-url': `${PAGE}${'a'.repeat(3_000)}`,
      'page-ref': `${'x'.repeat(2_047)}😀`,
      'browser-info': `pv:1:t:${'😀'.repeat(300)}`,
    });
    expect(hit.url).toHaveLength(2_048);
    expect(hit.urlCut).toBe(true);
    expect(hit.referrer).toBe(`${'x'.repeat(2_047)}\ufffd`);
    expect(hit.title).toBe('😀'.repeat(200));
  });

  it.each([
    ['1795378102825877058', '1795378102825877058'],
    ['18446744073709551615', '18446744073709551615'],
    ['18446744073709551616', '42'],
    ['007', '7'],
    ['0', '42'],
    ['-5', '42'],
    ['abc', '42'],
    ['', '42'],
    ['9'.repeat(100), '42'],
  ])('[W13] visitor %j is %s', (sent, expected) => {
    expect(decode({ 'browser-info': `pv:1:u:${sent}:t:x` }).visitor).toBe(expected);
    expect(readVisitor(sent) || '42').toBe(expected);
  });

  it('[V12] what tells a hit from all others; nothing does without rn', () => {
    const key = (info: string) => decode({ 'browser-info': info }).dedupeKey;
    expect(key('u:5:hid:1:rn:2:rqn:3:rqnl:1')).toBe('1:5:1:2:3');
    expect(key('u:5:hid:1:rn:2:rqn:3:rqnl:2')).toBe('1:5:1:2:3');
    expect(key('u:5:hid:1:rqn:3')).toBe('');
  });

  it.each([
    ['1280x720x24', 1_280, 720],
    ['70000x-1x24', 0, 0],
    ['1280', 0, 0],
    ['axb', 0, 0],
  ])('screen %s', (screen, width, height) => {
    const hit = decode({ 'browser-info': `pv:1:s:${screen}` });
    expect([hit.screenWidth, hit.screenHeight]).toEqual([width, height]);
  });

  it('languages and countries are themselves or nothing', () => {
    const fields = (la: string, g: string) => {
      const hit = decode({ 'browser-info': `pv:1:la:${la}` }, { g });
      return [hit.language, hit.country];
    };
    expect(fields('en-US', 'DE')).toEqual(['en-US', 'DE']);
    expect(fields('"x"', 'de"')).toEqual(['', '']);
  });

  it('an id made a moment ago has no past', () => {
    expect(isNewborn('1795378100123456789', 1_795_378_105_000)).toBe(true);
    expect(isNewborn('1795370000123456789', 1_795_378_105_000)).toBe(false);
    expect(isNewborn('1795378200123456789', 1_795_378_105_000)).toBe(false);
    expect(isNewborn('17953781', 1_795_378_105_000)).toBe(false);
  });
});

describe('whatever came', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .uint8Array({ maxLength: 300 })
      .map((bytes) => [...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')),
    fc.string({
      unit: fc.constantFrom('%', ':', '&', '=', '+', '1', 't', 'u', '{', '[', '"', '\\', '\ud800'),
    }),
  );

  it('[W2] [W6] decoding never throws, and gives text that is whole', () => {
    const safe = (text: string) => text.toWellFormed();
    fc.assert(
      fc.property(anything, anything, anything, anything, (url, info, site, body) => {
        const q = `page-url=${url}&browser-info=${info}&site-info=${site}`;
        const hit = decodeHit(record(q, { b: body, r: url, a: info, g: site, v: body }));
        for (const text of [hit.url, hit.referrer, hit.title, hit.userId, hit.identifier]) {
          expect(safe(text)).toBe(text);
        }
        expect(hit.visitor).toMatch(/^\d{1,20}$/);
        expect(Number.isSafeInteger(hit.at)).toBe(true);
      }),
    );
  });

  it.each(['&', '=', '%', '%FF', '+', ':', 'a:', '&=', '=&', '[', '{"', '\\\\u', '%5B', 't'])(
    '64 KiB of %j stall nobody',
    (piece) => {
      const text = piece.repeat(65_536 / piece.length);
      const decodeBoth = () => {
        decodeHit(record(text, { b: text }));
        decodeHit(
          record(`browser-info=${text}&page-url=${text}`, { b: `site-info=${text}&page-ref=${text}` }),
        );
      };
      expect(cpuMsOf(decodeBoth)).toBeLessThan(200);
    },
  );

  it('decoding gives back what was encoded', () => {
    fc.assert(
      fc.property(
        fc.webUrl({ withQueryParameters: true, withFragments: true }),
        fc.string({ unit: 'grapheme', maxLength: 100 }),
        fc.bigInt({ min: 1n, max: 2n ** 64n - 1n }),
        (url, title, visitor) => {
          const hit = decode({ 'page-url': url, 'browser-info': `pv:1:u:${visitor}:t:${title}` });
          expect([hit.url, hit.title, hit.visitor]).toEqual([url, title, String(visitor)]);
        },
      ),
    );
  });
});
