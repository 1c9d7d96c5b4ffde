import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { toJson } from './json.ts';

const list = Array.prototype as { toJSON?: unknown };
afterEach(() => {
  delete list.toJSON;
});

describe('toJson', () => {
  it('writes JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(toJson(value)).toBe(JSON.stringify(value));
      }),
    );
  });

  it('keeps arrays arrays where Prototype.js makes them texts, and leaves its method in place', () => {
    const bent = (): string => 'bent';
    list.toJSON = bent;
    expect(toJson({ list: [1, [2]] })).toBe('{"list":[1,[2]]}');
    expect(list.toJSON).toBe(bent);
  });

  it('writes texts, numbers and lists as they are where every kind has been given a `toJSON`', () => {
    const kinds = [Object, Array, String, Number, Boolean].map(
      ({ prototype }) => prototype as { toJSON?: unknown },
    );
    for (const kind of kinds) kind.toJSON = () => 'bent';
    try {
      expect(toJson({ a: ['b', 1, true], d: new Date(0) })).toBe(
        '{"a":["b",1,true],"d":"1970-01-01T00:00:00.000Z"}',
      );
    } finally {
      for (const kind of kinds) delete kind.toJSON;
    }
  });

  it('keeps the price beside what cannot be written', () => {
    const me: Record<string, unknown> = { order_price: 5n, currency: 'RUB' };
    me['me'] = me;
    expect(toJson(me)).toBe('{"order_price":"5","currency":"RUB"}');
  });
});
