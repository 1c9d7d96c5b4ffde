/** Sends hits so that they outlive the page, and sends again what did not arrive. */
import { guard } from './guard.ts';
import { addressNow, type Letter } from './hit.ts';
import { putOnShelf, takeFromShelf } from './shelf.ts';

/** Calls `done` once, after the first try, whatever came of it. */
export type Send = (letter: Letter, done: () => unknown) => void;

/** @returns how to send a hit, and how to send what is kept */
export const createPost = (): [send: Send, resend: () => void] => {
  const flying = new Set<Letter>();
  let waitS = 1;
  let timer: unknown;
  /** Whether the server has taken the latest hit. */
  let isUp = false;

  const send: Send = (letter, done) => {
    const settle = guard((status: number): void => {
      flying.delete(letter);
      // A refusal (4xx) is final; no answer, or a server that cannot take hits now (5xx), is not.
      isUp = status > 0 && status < 500;
      if (isUp) waitS = 1;
      else {
        putOnShelf(letter);
        // So the next try is never longer away than the server has been.
        timer ??= setTimeout(resend, (waitS *= 2) * 1000);
      }
      done();
    });
    flying.add(letter);
    const body = letter[3];
    // Page views are read with GET; what is an event, or too long for an address, goes with POST.
    const method = body || !/wmode/.test(letter[2]) ? 'POST' : 'GET';
    const sent = guard(() =>
      fetch(addressNow(letter), {
        method,
        credentials: 'include',
        keepalive: true,
        // Which also says what it is: `application/x-www-form-urlencoded`.
        body: body ? new URLSearchParams(body) : null,
      }).then(
        ({ status }) => settle(status),
        () => settle(0),
      ),
    )();
    // The page has broken `fetch`.
    if (!sent) settle(0);
  };

  /** One after the other, until one fails again: a server that comes back is not run over. */
  const resend = (): void => {
    timer = undefined;
    const letter = takeFromShelf();
    if (letter) send(letter, () => isUp && resend());
  };

  addEventListener('online', resend);
  // What is in flight arrives without the page if the server is there; where that is not known, it is kept as well.
  addEventListener('pagehide', () => isUp || flying.forEach(putOnShelf));
  return [send, resend];
};
