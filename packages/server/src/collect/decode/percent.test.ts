import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeFormValue, decodePercent } from './percent.ts';

const text = fc.string({ unit: 'grapheme' });

describe('percent-decoding', () => {
  it('[W2] gives back what was encoded', () => {
    fc.assert(fc.property(text, (value) => decodePercent(encodeURIComponent(value)) === value));
    fc.assert(
      fc.property(text, (value) => {
        const encoded = new URLSearchParams({ key: value }).toString().slice('key='.length);
        expect(decodeFormValue(encoded)).toBe(value);
      }),
    );
  });

  it('[W2] makes U+FFFD of what is no UTF-8, and refuses nothing', () => {
    expect(decodePercent('a%FFb')).toBe('a\ufffdb');
    expect(decodePercent('%E4%F6%FC-%D0%BF')).toBe('\ufffd\ufffd\ufffd-п');
    expect(decodePercent('100%')).toBe('100%');
    expect(decodePercent('%zz%41%4')).toBe('%zzA%4');
    expect(decodePercent('%ED%A0%80')).not.toMatch(/[\ud800-\udfff]/);
  });

  it('[W2] never throws, and gives whole characters', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const encoded = [...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
        expect(decodePercent(encoded)).toBe(Buffer.from(bytes).toString('utf8'));
      }),
    );
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (value) => void decodeFormValue(value)));
  });
});
