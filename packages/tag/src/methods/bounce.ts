/** "Not a bounce": said by the page, or once a page when it has been open for 15 seconds. */
import { later } from '../shared/browser.ts';
import type { Counter, Methods } from '../shared/model.ts';

const DEFAULT_MS = 15_000;

export const bounceMethods = (counter: Counter): Methods => {
  let timer: unknown;
  const notBounce = (given?: unknown): void => counter._send('nb:1:ar:1:', given);
  /** `true`, `false`, or after how many ms. */
  const accurateTrackBounce = (after: unknown = true): void => {
    counter._listed['accurateTrackBounce'] = after;
    if (after) timer ??= later(notBounce, (after as number) > 1 ? (after as number) : DEFAULT_MS);
  };
  accurateTrackBounce(counter['accurateTrackBounce']);
  return {
    notBounce,
    accurateTrackBounce,
  };
};
