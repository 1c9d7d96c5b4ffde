import fc from 'fast-check';
import { expect, it } from 'vitest';
import { challengeIn } from './challenge.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_'.split('');
const drawn = fc.string({ unit: fc.constantFrom(...LETTERS), minLength: 20, maxLength: 20 });

it('[A52] reads whatever the library draws, among cookies of other servers', () => {
  fc.assert(
    fc.property(drawn, drawn, (own, other) => {
      const cookies = `goalpost.two_factor=2fa-${other}.a%2Fb; x=1; goalpost-stats.two_factor=2fa-${own}.c%3D`;
      expect(challengeIn(cookies, 'goalpost-stats.two_factor')).toBe(`2fa-${own}`);
      expect(challengeIn(cookies, 'goalpost.two_factor')).toBe(`2fa-${other}`);
      expect(challengeIn(cookies, 'goalpost-shop.two_factor')).toBeUndefined();
    }),
  );
});

it('[A52] reads none where there is none', () => {
  for (const cookies of ['', 'goalpost.two_factor=', 'goalpost.two_factor=2fa-', 'goalpost.two_factor=x'])
    expect(challengeIn(cookies, 'goalpost.two_factor')).toBeUndefined();
});
