/** Listens to a socket that may be the page's own wrapper of one, with one half of its ways missing. */
import { type Bag, bag } from '../../shared/globals.ts';
import { guard } from '../../shared/guard.ts';

/** Each event is heard once, by whichever way it comes. @param act gets what the event holds, whatever it is */
export const hear = (socket: object, name: string, act: (event: Bag) => void): void => {
  let latest: unknown;
  const heard = guard((event: unknown): void => {
    if (event !== undefined && event === latest) return;
    latest = event;
    act(bag(event));
  });
  const one = bag(socket);
  guard(() => (one[`on${name}`] = heard))();
  guard(() => (socket as Partial<EventTarget>).addEventListener?.(name, heard))();
};
