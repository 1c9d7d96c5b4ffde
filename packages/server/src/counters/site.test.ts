import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSite } from './site.ts';

describe('the address of a site', () => {
  it.each([
    ['shop.example', 'shop.example', 'shop.example'],
    ['  shop.example  ', 'shop.example', 'shop.example'],
    ['Shop.Example', 'Shop.Example', 'shop.example'],
    ['www.shop.example', 'www.shop.example', 'shop.example'],
    ['https://shop.example', 'shop.example', 'shop.example'],
    ['HTTP://shop.example/', 'shop.example', 'shop.example'],
    ['shop.example/store', 'shop.example/store', 'shop.example'],
    ['https://shop.example/store/?utm_source=x#top', 'shop.example/store', 'shop.example'],
    ['shop.example?x=1', 'shop.example', 'shop.example'],
    ['shop.example:8080', 'shop.example:8080', 'shop.example'],
    ['shop.example.', 'shop.example.', 'shop.example'],
    ['магазин.рф', 'магазин.рф', 'xn--80aairftm.xn--p1ai'],
    ['Магазин.РФ/каталог', 'Магазин.РФ/каталог', 'xn--80aairftm.xn--p1ai'],
    ['xn--80aairftm.xn--p1ai', 'xn--80aairftm.xn--p1ai', 'xn--80aairftm.xn--p1ai'],
    ['localhost', 'localhost', 'localhost'],
    ['127.0.0.1:5173', '127.0.0.1:5173', '127.0.0.1'],
    ['[::1]:80', '[::1]:80', '[::1]'],
    ['my_shop.example', 'my_shop.example', 'my_shop.example'],
  ])('%j is shown as %j and compared as %j', (typed, shown, host) => {
    expect(parseSite(typed)).toEqual({ ok: true, shown, host });
  });

  it.each([
    [''],
    ['   '],
    ['not a host'],
    ['ftp://shop.example'],
    ['javascript:alert(1)'],
    ['*.shop.example'],
    ['shop..example'],
    ['-shop.example'],
    ['user:password@shop.example'],
    ['shop.example:99999'],
    ['300.300.300.300'],
    ['1'],
    ['0x7f.1'],
    ['<script>'],
    [`${'a'.repeat(64)}.example`],
  ])('%j is refused', (typed) => {
    expect(parseSite(typed).ok).toBe(false);
  });

  it('is shown so that it is read the same way again', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl(), fc.domain(), fc.string()), (typed) => {
        const site = parseSite(typed);
        fc.pre(site.ok);
        expect(site.ok && parseSite(site.shown)).toEqual(site);
      }),
    );
  });
});
