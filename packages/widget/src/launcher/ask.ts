/** Asks the server for something until it answers: no network, and no server, is for a while only. */
import { bag } from '../shared/globals.ts';
import { tried } from '../shared/guard.ts';

/** Up to twice as long at first, and doubled with each failure. */
const LEAST_MS = 1_000;
const MOST_DOUBLED = 6;

/** @param take called once, with the first answer that has settings */
export const ask = (url: string, take: (answer: unknown) => void): void => {
  let failures = 0;
  let isOver = false;
  let waiting: number | undefined;
  const answered = tried(({ status, response }: XMLHttpRequest): void => {
    // The server knows no such counter: it will not know it in a minute.
    if ((isOver ||= /^4(?!08|29)/.test(`${status}`))) return;
    if ((isOver = !!bag(response)['settings'])) return take(response);
    clearTimeout(waiting);
    waiting = setTimeout(again, LEAST_MS * 2 ** Math.min(failures++, MOST_DOUBLED) * (1 + Math.random()));
  });
  /** Not `fetch`: pages make anything of promises, and of the `then` of all objects. */
  const again = tried((): void => {
    clearTimeout(waiting);
    if (isOver) return;
    const request = new XMLHttpRequest();
    // oxlint-disable-next-line unicorn/prefer-add-event-listener -- pages replace that
    request.onloadend = () => answered(request);
    request.open('GET', url);
    request.responseType = 'json';
    request.send();
  });
  addEventListener('online', again as () => void);
  document.addEventListener('visibilitychange', again as () => void);
  again();
};
