import { describe, expect, it } from 'vitest';
import { parseSender, plausibleAddress } from './mail-address.ts';

describe('one plain address', () => {
  it.each([
    ['ann@shop.example', 'ann@shop.example'],
    [' Ann.O_Hara+x@Shop.Example ', 'Ann.O_Hara+x@shop.example'],
    ['анна@пример.рф', null],
    ['anna@пример.рф', 'anna@xn--e1afmkfd.xn--p1ai'],
    ['', null],
    ['ann', null],
    ['@shop.example', null],
    ['ann@localhost', null],
    ['ann@[127.0.0.1]', null],
    ['ann@shop.example, bob@shop.example', null],
    ['ann@shop.example;bob@shop.example', null],
    ['ann@a.example,bob@shop.example', null],
    ['Ann <ann@shop.example>', null],
    ['"ann bob"@shop.example', null],
    ['ann@shop.example/x', null],
    ['ann@user:pw@shop.example', null],
    ['ann@shop.example\r\nBcc: bob@shop.example', null],
    ['ann\n@shop.example', null],
    ['ann%bob.example@shop.example\0', null],
    ['-oQ/tmp@shop.example ann@shop.example', null],
    [`${'a'.repeat(250)}@shop.example`, null],
  ])('%j', (typed, address) => expect(plausibleAddress(typed)).toBe(address));
});

describe('who sends', () => {
  it.each([
    ['chat@shop.example', { name: null, address: 'chat@shop.example' }],
    ['<chat@shop.example>', { name: null, address: 'chat@shop.example' }],
    ['Shop, Ltd <chat@shop.example>', { name: 'Shop, Ltd', address: 'chat@shop.example' }],
    ['"Магазин" <chat@shop.example>', { name: 'Магазин', address: 'chat@shop.example' }],
    ['Shop chat@shop.example', null],
    ['Shop <chat>', null],
    ['A <a@shop.example>, B <b@shop.example>', null],
    ['Shop\r\nBcc: x@shop.example <chat@shop.example>', null],
    ['Shop', null],
  ])('%j', (typed, sender) => expect(parseSender(typed)).toEqual(sender));
});
