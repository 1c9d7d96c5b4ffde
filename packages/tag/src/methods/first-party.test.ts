import { expect, it } from 'vitest';
import { normalizeContact } from './first-party.ts';

it.each([
  ['email', ' Me@Shop.Example ', 'me@shop.example'],
  ['phone_number', '8 (912) 345-67-89', '89123456789'],
  ['phone_number', '+7 912 345 67 89', '79123456789'],
  ['phone_number', '+86 138 0013 8000', '8613800138000'],
  ['phone_number', '812 345', '812345'],
  ['first_name', ' Anna ', 'anna'],
])('%s %j is spelled %j', (name, text, spelling) => {
  expect(normalizeContact(name, text)).toBe(spelling);
});
