/** Passes chat events on to the page's other counters, each event to each counter once [S3]. */
import { globals } from '../../shared/globals.ts';
import { callBack, guard, quietly } from '../../shared/guard.ts';
import type { Memory } from '../keep/memory.ts';
import { counterIds, isOurs, reachOf } from './counters.ts';
import { pushToDataLayer } from './data-layer.ts';

export interface TransmitDeps {
  readonly memory: Memory;
  /** Ours: it has the event from the server. */
  readonly counter: number;
}

/** As many as are remembered. */
const REMEMBERED = 100;
/** A tag that loads late is found then. */
const LATER_MS = [2_000, 8_000];
/** Hidden tabs let those that are looked at go first. */
const HIDDEN_DELAY_MS = 400;

/** What one process of a browser stores, another may read a moment later only; the lock is held for as long. */
const SPREAD_MS = 300;
const spread = (isNew: boolean): Promise<void> | undefined =>
  isNew ? new Promise((done) => setTimeout(done, SPREAD_MS)) : undefined;

/** @returns `(event, conversationId)`; the same pair again, also from another tab, is passed on no more */
export function createTransmit({ memory, counter }: TransmitDeps): (event: string, of: string) => void {
  const claim = (id: string): boolean => {
    const list = memory.read('told');
    const told: unknown[] = Array.isArray(list) ? list : [];
    if (told.includes(id)) return false;
    memory.write('told', [...told, id].slice(-REMEMBERED));
    return true;
  };
  const pass = guard((event: string): void => {
    const told: number[] = [];
    const sweep = guard((): void => {
      for (const id of counterIds()) {
        if (told.includes(id) || (id === counter && isOurs(id))) continue;
        const reach = reachOf(id);
        if (reach === undefined) continue;
        told.push(id);
        callBack(reach, event);
      }
    });
    sweep();
    pushToDataLayer(event);
    for (const name of ['yandex_metrika_callbacks', 'yandex_metrika_callbacks2']) {
      const queue = globals()[name];
      if (Array.isArray(queue)) queue.push(sweep);
    }
    for (const ms of LATER_MS) setTimeout(sweep, ms);
  });

  return (event, of) => {
    const tell = (): boolean => {
      const isMine = claim(`${of}:${event}`);
      if (isMine) pass(event);
      return isMine;
    };
    const locks = guard(() => (navigator as { locks?: LockManager }).locks)();
    const locked = (): void => {
      // Two tabs hear of it at once; pages without TLS have no locks.
      if (locks) quietly(locks.request(`_gp.chat.${counter}`, () => spread(tell())));
      else tell();
    };
    if (document.hidden) setTimeout(locked, HIDDEN_DELAY_MS);
    else locked();
  };
}
