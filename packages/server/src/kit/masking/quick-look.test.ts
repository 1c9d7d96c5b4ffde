import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXACTLY, mayHold, mayHoldText } from './quick-look.ts';
import { words } from './words.ts';

/** Parts of words, of escapes and of numbers, so that random texts come near to what is looked for. */
const PARTS = [
  ...'0159-_.,:;/?=&+()%@\\ \u00a0uéяA–１٣＠'.split(''),
  ...words(String.raw`
    %25 %5C %5cu u %2B %2d %20 %C2%A0 %40 %2540 %D0 %25d1 %4a %7B %3A %2F
    %E2%80%93 %e2%80%AF %EF%BC%91 %25EF%25BC%25A0 %D9%A1 ma il po ch ta tel ca rd cv v c Pan ke y si d s
    ey J _li ve_ gh o p gl pat AKI a xo x pass otp fi
  `),
];
const text = fc.array(fc.constantFrom(...PARTS), { maxLength: 40 }).map((parts) => parts.join(''));

describe('the quick look', () => {
  it('[P10] tells what the slow look tells, of any text', () => {
    fc.assert(
      fc.property(text, (raw) => {
        expect(mayHold(raw)).toBe(EXACTLY.named.test(raw));
        expect(mayHoldText(raw)).toBe(EXACTLY.text.test(raw));
      }),
      { numRuns: 3000 },
    );
  });
});
