/** Sends hits so that they outlive the page, and sends again what did not arrive. */
import { addressNow, type Letter } from './hit.ts';
import { putOnShelf, takeFromShelf } from './shelf.ts';

/** Calls `done` once, after the first try, whatever came of it. */
export type Send = (letter: Letter, done: () => void) => void;

const LONGEST_WAIT_S = 300;

/** Page views are read with GET; what is an event, or too long for an address, goes with POST. */
const deliver = (letter: Letter, done: (status: number) => void): void => {
  const url = addressNow(letter);
  const body = letter[4];
  try {
    fetch(url, {
      method: body || !/wmode=7/.test(url) ? 'POST' : 'GET',
      credentials: 'include',
      keepalive: true,
      ...(body && { body, headers: { 'Content-Type': 'application/x-www-form-urlencoded' } }),
    }).then(
      ({ status }) => done(status),
      () => done(0),
    );
  } catch {
    // The page has broken `fetch`.
    done(navigator.sendBeacon(url, body) ? 200 : 0);
  }
};

/** @returns how to send a hit, and how to send what is kept */
export const createPost = (): [send: Send, resend: () => void] => {
  const flying = new Set<Letter>();
  let waitS = 1;
  let timer: unknown;
  /** Whether the server has taken the latest hit. */
  let isUp = false;

  const send: Send = (letter, done) => {
    flying.add(letter);
    deliver(letter, (status) => {
      flying.delete(letter);
      // A refusal (4xx) is final; no answer, or a server that cannot take hits now (5xx), is not.
      isUp = status > 0 && status < 500;
      if (isUp) waitS = 1;
      else {
        putOnShelf(letter);
        waitS = Math.min(waitS * 2, LONGEST_WAIT_S);
        timer ??= setTimeout(resend, waitS * 500 * (1 + Math.random()));
      }
      done();
    });
  };

  /** One after the other, until one fails again: a server that comes back is not run over. */
  const resend = (): void => {
    timer = undefined;
    const letter = takeFromShelf();
    if (letter) {
      send(letter, () => {
        if (isUp) resend();
      });
    }
  };

  addEventListener('online', resend);
  // What is in flight arrives without the page if the server is there; where that is not known, it is kept as well.
  addEventListener('pagehide', () => {
    if (!isUp) flying.forEach(putOnShelf);
  });
  return [send, resend];
};
