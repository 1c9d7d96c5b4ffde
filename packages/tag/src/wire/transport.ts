/** Sends hits so that they outlive the page, and sends again what did not arrive. */
import { later, listen, local } from '../shared/browser.ts';
import { guard } from '../shared/guard.ts';
import { addressNow } from './hit.ts';
import type { Letter, Send } from '../shared/model.ts';
import { cut, isObject, numberOf } from '../shared/values.ts';
import { keepUnsent, takeUnsent } from './unsent.ts';

/** A callback waits no longer [W32]. */
const PATIENCE_MS = 2_000;
/** Characters of a body that an image's address may hold. */
const MAX_IN_ADDRESS = 8_000;

export interface Transport {
  readonly _send: Send;
  /** Sends what is kept. */
  readonly _resend: () => void;
}

export const createTransport = (): Transport => {
  const flying = { __proto__: null } as unknown as Record<string, Letter>;
  let waitMs = 1_000;
  let timer: unknown;
  /** Whether the server has taken the latest hit. */
  let isUp = false;

  /** @param next what is to be sent after it, if the server takes it */
  const send = (letter: Letter, done: () => unknown, next?: () => void): void => {
    const key = letter[0];
    const body = letter[3];
    const isView = letter[4][1] === 'v';
    const call = guard((): void => {
      const run = done;
      // Called again, it throws, and the guard keeps that.
      done = undefined as never;
      run();
    });
    /** A refusal (4xx) is final; no answer, 0, or a server that cannot take hits now (5xx), is not. */
    const settle = guard((status: number): void => {
      if (!flying[key]) return;
      delete flying[key];
      isUp = status > 0 && status < 500;
      if (isUp) {
        waitMs = 1_000;
        delete local[key];
        next?.();
      } else {
        keepUnsent(letter);
        // So the next try is never longer away than the server has been.
        timer ??= later(resend, (waitMs *= 2));
      }
      call();
    });

    /** For pages whose policy blocks `connect-src`. Kept until it has arrived: the page may be gone by then. */
    const sendImage = (): void => {
      keepUnsent(letter);
      const image = guard(() => new Image())() ?? ({} as HTMLImageElement);
      // oxlint-disable-next-line unicorn/prefer-add-event-listener -- pages replace that
      image.onload = () => settle(200);
      // oxlint-disable-next-line unicorn/prefer-add-event-listener -- pages replace that
      image.onerror = () => settle(0);
      // Servers refuse longer ones; the hit is worth more than the end of its params.
      image.src = `${addressNow(letter)}&${cut(body, 0, MAX_IN_ADDRESS)}`;
    };
    /** For pages without a `fetch` that works. Nothing tells what becomes of it. */
    const sendBeacon = guard((): boolean =>
      navigator.sendBeacon(addressNow(letter), new URLSearchParams(body)),
    );

    flying[key] = letter;
    later(() => {
      call();
      if (!flying[key]) return;
      // A `fetch` that never answers, or a slow way. What is sent twice, the server counts once [V12].
      if (!isUp) sendBeacon();
      isUp = false;
    }, PATIENCE_MS);

    const fallBack = (): void => {
      // Later: a callback is not to come while its call is still under way.
      if (sendBeacon() !== true) sendImage();
      else if (!later(() => settle(200), 0)) settle(200);
    };
    const isPromise = guard(() => {
      fetch(addressNow(letter) + (isView ? '&wmode=7' : ''), {
        __proto__: null,
        // Page views are read with GET; what is an event, or too long for an address, goes with POST.
        method: body || !isView ? 'POST' : 'GET',
        credentials: 'include',
        keepalive: true,
        // Which also says what it is: `application/x-www-form-urlencoded`.
        body: body ? new URLSearchParams(body) : null,
      } as RequestInit).then((response) => {
        const status = numberOf(isObject(response) && response.status);
        return status ? settle(status) : fallBack();
      }, guard(sendImage));
      return true;
    })();
    if (!isPromise) fallBack();
  };

  /** One after the other, until one fails again: a server that comes back is not run over. */
  const resend = (): void => {
    timer = undefined;
    const letter = takeUnsent();
    if (letter) send(letter, () => undefined, resend);
  };

  listen('online', resend);
  // What is in flight arrives without the page if the server is there; where that is not known, it is kept as well.
  listen('pagehide', () => {
    if (!isUp) for (const key in flying) keepUnsent(flying[key]!);
  });
  return { _send: send, _resend: resend };
};
