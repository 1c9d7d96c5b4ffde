import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withAsciiHost } from './ascii-host.ts';
import { decodeHit } from './hit.ts';

describe('[W70] hosts in letters', () => {
  it.each([
    ['https://пример.рф/каталог?q=чай#я', 'https://xn--e1afmkfd.xn--p1ai/каталог?q=чай#я'],
    ['https://ПРИМЕР.РФ:8443/', 'https://xn--e1afmkfd.xn--p1ai:8443/'],
    ['https://пример。рф', 'https://xn--e1afmkfd.xn--p1ai'],
    ['https://bücher.example?я', 'https://xn--bcher-kva.example?я'],
    ['https://shop.example/каталог', 'https://shop.example/каталог'],
    ['goal://пример.рф/заказ', 'goal://xn--e1afmkfd.xn--p1ai/заказ'],
    ['каталог', 'каталог'],
    ['https://я..рф/', 'https://xn--41a..xn--p1ai/'],
  ])('%s', (sent, kept) => {
    expect(withAsciiHost(sent)).toBe(kept);
  });

  it('leaves what is no host as it was sent, and throws nothing', () => {
    const part = fc.oneof(
      fc.constantFrom('..', '@', ':', '[', '%', '\ud800', 'xn--', 'я', '。', '/', '\0'),
      fc.string({ unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const kept = withAsciiHost(`https://${parts.join('')}`);
        expect(withAsciiHost(kept)).toBe(kept);
      }),
    );
    const long = `https://${'я'.repeat(10_000)}/`;
    expect(withAsciiHost(long)).toBe(long);
  });

  it('are kept alike, whoever sends the address', () => {
    const hit = (host: string) => {
      const q = new URLSearchParams({
        'page-url': `https://${host}/x`,
        'page-ref': `https://${host}/y`,
        'browser-info': 'pv:1:u:17000000001',
      });
      return decodeHit({ k: 'h', c: 1, t: 0, q: q.toString(), a: '', v: '1' });
    };
    expect(hit('пример.рф')).toEqual(hit('xn--e1afmkfd.xn--p1ai'));
  });
});
