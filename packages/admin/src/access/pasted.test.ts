/** Addresses are found in what people paste. */
import { expect, it } from 'vitest';
import { pastedAddresses } from './pasted.ts';

it.each<[string, string[]]>([
  ['', []],
  [' \n, ;', []],
  ['ann@shop.example', ['ann@shop.example']],
  ['Ann@Shop.example\r\nbob@shop.example\n', ['ann@shop.example', 'bob@shop.example']],
  [
    'ann@shop.example, bob@shop.example; eve@shop.example.',
    ['ann@shop.example', 'bob@shop.example', 'eve@shop.example'],
  ],
  ['"Lee, Ann" <ann@shop.example>', ['ann@shop.example']],
  ['Ann Lee <ann@shop.example>, mailto:bob@shop.example', ['ann@shop.example', 'bob@shop.example']],
  ['Ann Lee ann@shop.example\tSales', ['ann@shop.example', 'sales']],
  ['ann@shop.example ANN@shop.example', ['ann@shop.example']],
])('[A57] %j', (text, addresses) => expect(pastedAddresses(text)).toEqual(addresses));
