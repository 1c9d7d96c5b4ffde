import { expect, it } from 'vitest';
import { pageName } from './page-name.ts';

it.each([
  ['https://shop.example/cart', '/cart'],
  ['https://www.shop.example/cart', '/cart'],
  ['https://shop.example/cart?utm_source=yandex&utm_medium=cpc&yclid=1', '/cart'],
  ['https://shop.example/cart?gclid=2#reviews', '/cart'],
  ['https://shop.example/search?q=red&utm_source=a', '/search?q=red'],
  ['https://shop.example/#/orders/5', '/#/orders/5'],
  ['https://shop.example/#!/orders', '/#!/orders'],
  ['https://blog.shop.example/', 'blog.shop.example/'],
  ['https://xn--e1afmkfd.example/', 'пример.example/'],
  ['/cart', '/cart'],
  ['', ''],
])('[M128] names %s as %s', (url, name) => {
  expect(pageName(url, 'shop.example')).toBe(name);
});

it.each([
  ['Shop.Example', 'https://shop.example/cart'],
  ['www.shop.example/store', 'https://shop.example/cart'],
  ['пример.рф', 'https://xn--e1afmkfd.xn--p1ai/cart'],
])('[M128] knows the pages of a site that was typed as %s', (site, url) => {
  expect(pageName(url, site)).toBe('/cart');
});
