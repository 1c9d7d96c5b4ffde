/** Asks the server for something until it answers: no network, and no server, is for a while only. */
import { bag } from '../shared/globals.ts';
import { guard, tried } from '../shared/guard.ts';

/** Doubled with each failure. */
const FIRST_MS = 2_000;
const MOST_DOUBLED = 6;

/** @param take called once, with the first answer that has settings */
export const ask = (url: string, take: (answer: unknown) => void): void => {
  let failures = 0;
  let isOver = false;
  let waiting: number | undefined;
  const failed = (): void => {
    clearTimeout(waiting);
    waiting = setTimeout(
      () => void again(),
      FIRST_MS * 2 ** Math.min(failures++, MOST_DOUBLED) * (0.5 + Math.random() / 2),
    );
  };
  /** By `await`: whatever the page has made of `fetch`, of `Promise` and of its `then`. */
  const again = async (): Promise<void> => {
    clearTimeout(waiting);
    if (isOver) return;
    try {
      const response = await guard(fetch)(url);
      // A `fetch` of the page's own may be none, or answer nothing: now and in a minute.
      const status = tried(() => response!.status)();
      // The server knows no such counter: it will not know it in a minute.
      isOver ||= !status || (status > 399 && status < 500 && status !== 408 && status !== 429);
      const got: unknown = await response!.json();
      if (isOver) return;
      if (bag(got)['settings']) {
        isOver = true;
        return guard(take)(got);
      }
    } catch {
      // No network, or no answer: for a while.
    }
    guard(failed)();
  };
  addEventListener('online', again as () => void);
  document.addEventListener('visibilitychange', again as () => void);
  void again();
};
