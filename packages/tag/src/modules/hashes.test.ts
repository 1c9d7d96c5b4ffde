/** Contact data given by the page: its spelling before it is hashed. */
import { expect, it, vi } from 'vitest';
import { runModule } from '../test-module.ts';
import { hashes } from './hashes.ts';

const base64 = async (text: string): Promise<string> =>
  btoa(
    String.fromCharCode(
      ...new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))),
    ),
  );

it.each([
  ['email', ' Me@Shop.Example ', 'me@shop.example'],
  ['phone_number', '8 (912) 345-67-89', '89123456789'],
  ['phone_number', '+7 912 345 67 89', '79123456789'],
  ['phone_number', '+86 138 0013 8000', '8613800138000'],
  ['phone_number', '812 345', '812345'],
  ['first_name', ' Anna ', 'anna'],
])('%s %j is spelled %j', async (name, text, spelling) => {
  const { methods, sent } = runModule(hashes);
  methods['firstPartyParams']?.({ [name]: text });
  await vi.waitUntil(() => sent.length > 0, { timeout: 120_000 });
  expect(sent[0]?.given).toEqual({ params: { __ym: { fpp: [[name, await base64(spelling)]] } } });
});
