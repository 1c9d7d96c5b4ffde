/** Each way to write what is masked × each way to escape it × each place of a hit. */
import { describe, expect, it } from 'vitest';
import { createMasks, MASKING_DEFAULTS } from './masks.ts';
import { maskCardsIn } from './shapes.ts';

const masks = createMasks(MASKING_DEFAULTS, (value) => `m${value.length}`);
const found = () => undefined;
/** Put together here, so that no scanner of repositories takes them for keys. */
const key = (...parts: string[]): string => parts.join('');

const WRITTEN: Readonly<Record<string, readonly string[]>> = {
  '(card)': [
    '4111 - 1111 - 1111 - 1111',
    '4111  1111  1111  1111',
    '4111 – 1111 – 1111 – 1111',
    '4111\u200b1111\u200b1111\u200b1111',
    '5555\u00ad5555\u00ad5555\u00ad4444',
    '4111-1111-1111-1111',
    '4111.1111.1111.1111',
    '4111111111111111',
  ],
  '(phone)': [
    '8 (4852) 55-12-34',
    '8 (48522) 5-12-34',
    '8 4852 55 12 34',
    '(4852) 55-12-34',
    '(48522) 5-12-34',
    '7\u200b916\u200b555\u200b12\u200b34',
    '+7\u200d9165551234',
    '8 (916) 555-12-34',
    '8\u00a0916\u00a0555\u00a012\u00a034',
    '8 916 5551234',
  ],
  '(email)': [
    'ann @ shop.example',
    'ann\u200b@shop.example',
    'ann@shop\u00ad.example',
    'ann[at]shop[dot]example',
    'ann {at} shop.example',
    'ann (собака) shop.example',
    'ann&#64;shop&#46;example',
    'ann&#x40;shop.example',
    'ANN+TAG@SHOP.EXAMPLE',
    'ann@xn--80a1acny.xn--p1ai',
    'анна@почта.рф',
  ],
  '(token)': [
    key('sk-proj-', 'abcD1234efgh5678ijkl'),
    key('rzp_live_', 'abcdefgh123456'),
    key('pk_test_', 'abcdefghij'),
    key('eyJhbGciOiJub25lIn0', '.eyJzdWIiOiIxIn0', '.'),
    key('glpat-', 'abcdefghij1234567890'),
  ],
};

const everySign = (text: string): string =>
  [...Buffer.from(text)]
    .map((byte) => {
      const letter = String.fromCharCode(byte);
      return /[\w.-]/.test(letter) ? letter : `%${byte.toString(16).padStart(2, '0')}`;
    })
    .join('');
const ESCAPED: Readonly<Record<string, (text: string) => string>> = {
  once: encodeURIComponent,
  twice: (text) => encodeURIComponent(encodeURIComponent(text)),
  'by a form': (text) => new URLSearchParams({ a: text }).toString().slice(2),
  'at every sign, in small letters': everySign,
};

const all = Object.entries(WRITTEN).flatMap(([mask, texts]) => texts.map((text) => [mask, text] as const));

describe.each(all)('[P2]–[P5] [P38] [P39] %s for %j', (mask, text) => {
  it('stands in texts, params and the chat, however quickly they are looked at', () => {
    expect(masks.text(`Of ${text}`, found)).toBe(`Of ${mask}`);
    expect(masks.mayHoldText(encodeURIComponent(`Of ${text}`))).toBe(true);
    const params = { order: { by: text } };
    expect(masks.params(params, found)).toEqual({ order: { by: mask } });
    expect(masks.mayHold(encodeURIComponent(JSON.stringify(params)))).toBe(true);
    if (mask === '(card)') expect(maskCardsIn(`Pay by ${text}`, found)).toBe(`Pay by ${mask}`);
  });

  it.each(Object.keys(ESCAPED))('stands in addresses, escaped %s', (how) => {
    const value = ESCAPED[how]?.(text) ?? '';
    for (const address of [
      `https://shop.example/a?q=${value}&x=1`,
      `https://shop.example/u/${value}/orders`,
      `https://shop.example/a#/me?q=${value}`,
    ]) {
      // A plus stands for a space in queries alone.
      if (how === 'by a form' && !address.includes('?q=')) continue;
      expect([address, masks.address(address, found)]).toEqual([address, expect.stringContaining(mask)]);
      expect([address, masks.mayHold(encodeURIComponent(address))]).toEqual([address, true]);
    }
  });
});

it.each([
  'Sizes 7 8 9 10 11 12 13',
  '8 4852 pieces of 55, 12 and 34',
  'write to @support.bot, or meet @ noon',
  '2 @ 5.99',
  '4000  1234  1234  1235',
  'task-manager-2024-10-12',
  'see chapter (4852) of 55-12-34-56',
])('[P7] what only looks alike stays: %s', (text) => expect(masks.text(text, found)).toBe(text));
