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

  it('is undefined for what contains itself, and leaves the method in place then too', () => {
    const bent = (): string => 'bent';
    const me: Record<string, unknown> = {};
    me['me'] = me;
    list.toJSON = bent;
    expect(toJson(me)).toBeUndefined();
    expect(list.toJSON).toBe(bent);
  });
});
