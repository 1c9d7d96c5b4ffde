/** "Not a bounce": said by the page, or once a page when it has been open for 15 seconds. */
import { bag } from '../bag.ts';
import type { Counter, Instance } from '../counter.ts';

const DEFAULT_MS = 15_000;

export const bounceMethods = (counter: Counter): Instance => {
  const start = Date.now();
  let timer: number | undefined;

  const notBounce = (given?: unknown): void => {
    clearTimeout(timer);
    counter._send(`nb:1:cl:${Date.now() - start}:ar:1`, bag(given));
  };
  /** `true`, `false`, or after how many ms. */
  const accurateTrackBounce = (after: unknown = true): void => {
    counter._listed['accurateTrackBounce'] = after;
    if (after) timer ??= window.setTimeout(notBounce, Number(after) > 1 ? Number(after) : DEFAULT_MS);
    else clearTimeout(timer);
  };

  accurateTrackBounce(counter._options['accurateTrackBounce']);
  return { notBounce, accurateTrackBounce };
};
