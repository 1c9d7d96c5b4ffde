/** Sends hits so that they outlive the page, and sends again what did not arrive. */
import { later, listen, local } from '../shared/browser.ts';
import { guard } from '../shared/guard.ts';
import type { Letter, Send } from '../shared/model.ts';
import { cut } from '../shared/values.ts';
import { keepUnsent, takeUnsent } from './unsent.ts';

/** A callback waits no longer [W32]. */
const PATIENCE_MS = 2_000;
/** Characters of a body that an image's address may hold. */
const MAX_IN_ADDRESS = 8_000;

/** Sends what is kept as well. @returns what sends a hit */
export const createTransport = (): Send => {
  const flying = { __proto__: null } as unknown as Record<string, Letter>;
  let waitMs = 1_000;
  let timer: unknown;
  /** Whether the server has taken the latest hit. */
  let isUp: unknown;

  /**
   * @param done throws nothing
   * @param next what is to be sent after it, if the server takes it
   */
  const send = async (letter: Letter, done?: () => unknown, next?: () => void): Promise<void> => {
    // By number: to take a list apart is to ask its iterator, which pages replace.
    const { 0: key, 1: address, 2: body } = letter;
    const call = (): void => {
      done?.();
      done = undefined;
    };
    /** A refusal (4xx) is final; no answer, or a server that cannot take hits now (5xx), is not. */
    const settle = (isFinal: boolean): void => {
      // One that is tried again is another letter.
      if (flying[key] !== letter) return;
      delete flying[key];
      isUp = isFinal;
      if (isUp) {
        waitMs = 1_000;
        delete local[key];
        next?.();
      } else {
        keepUnsent(letter);
        // So the next try is never longer away than the server has been.
        timer ||= later(resend, (waitMs *= 2));
      }
      call();
    };
    /** For pages without a `fetch` that works. Nothing tells what becomes of it. */
    const sendBeacon = guard(() => navigator.sendBeacon(address, body));
    /** For pages whose policy blocks `connect-src`. Kept until it has arrived: the page may be gone by then. */
    const sendImage = guard((): void => {
      keepUnsent(letter);
      const image = new Image();
      // oxlint-disable-next-line unicorn/prefer-add-event-listener -- pages replace that
      image.onload = () => settle(true);
      // oxlint-disable-next-line unicorn/prefer-add-event-listener -- pages replace that
      image.onerror = () => settle(false);
      // Servers refuse longer ones; the hit is worth more than the end of its params.
      image.src = address + cut(body, 0, MAX_IN_ADDRESS);
    });

    flying[key] = letter;
    later(() => {
      call();
      if (flying[key] !== letter) return;
      // A `fetch` that never answers, or a slow way. What is sent twice, the server counts once [V12].
      if (!isUp && !sendBeacon()) sendImage();
      isUp = false;
    }, PATIENCE_MS);
    let asked: Promise<Response> | undefined;
    try {
      asked = fetch(address, {
        __proto__: null,
        method: 'POST',
        credentials: 'include',
        keepalive: true,
        body,
      } as RequestInit);
      const { status } = await asked;
      // Else an answer of something that only looks like it.
      if (status > 0) return settle(status < 500);
    } catch {
      // A callback is not to come while its call is still under way.
      await (0 as unknown);
    }
    if (asked || !sendBeacon()) sendImage();
    else settle(true);
  };

  /** One after the other, until one fails again: a server that comes back is not run over. */
  const resend = (): void => {
    timer = 0;
    const letter = takeUnsent();
    if (letter) void send(letter, undefined, resend);
  };

  listen('online', resend);
  // What is in flight arrives without the page if the server is there; where that is not known, it is kept as well.
  listen('pagehide', () => {
    for (const key in flying) if (!isUp) keepUnsent(flying[key]!);
  });
  later(resend, 0);
  return send;
};
