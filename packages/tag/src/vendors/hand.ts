/** Tells a vendor the visitor's number, where the owner wants it, so that its webhooks match a visit [W65]. */
import { guard } from '../shared/guard.ts';
import { placeOf } from './read.ts';

/** Of the vendor; put in when a page asks. */
declare const GOALPOST_HAND: readonly [path: string, argsOf: (visitor: unknown) => readonly unknown[]];

const LOOKS = 10;
/** Some forget what they were told before their frame was there: 3 and 8 seconds later it is said again. */
const LOOKS_AFTER = 7;
const TIMES = 3;

const hand = (visitor: unknown): void => {
  // Said once: it is put in wherever it stands.
  const how = GOALPOST_HAND;
  let left = LOOKS;
  let told = 0;
  const again = (): void => {
    guard(() => {
      const { owner, name } = placeOf(window, how[0]);
      (owner![name] as (...given: unknown[]) => void).apply(owner, how[1](visitor) as unknown[]);
      if (!told++) left = LOOKS_AFTER;
    })();
    if (told < TIMES && left--) setTimeout(again, 200 * 1.9 ** (LOOKS - left));
  };
  again();
};

export default guard(hand);
