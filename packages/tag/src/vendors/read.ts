/** Reads what vendors and pages give; nothing here throws, and nothing else is trusted. */
import { guard } from '../shared/guard.ts';
import { each } from '../shared/values.ts';

/** What has only what we put in: pages add to `Object.prototype`. */
export const byName = <Value>(): Record<string, Value> =>
  ({ __proto__: null }) as unknown as Record<string, Value>;

/** Not `Array.prototype.some`: pages replace the methods of lists, and their iterator. */
export const some = <Item>(list: ArrayLike<Item>, fits: (item: Item) => unknown): boolean => {
  for (let place = 0; place < list.length; place++) if (fits(list[place]!)) return true;
  return false;
};

/**
 * A step `@x` goes on at the global whose name `x` holds.
 * @param unreadable is told where reading throws; what is not there has no parts, and does not throw
 */
export const at = (root: unknown, path: string, unreadable?: () => void): unknown => {
  let value = root;
  try {
    each(path.split('.'), (step) => {
      // Asked, not tried: to throw costs milliseconds, as the browser reads the whole script to say where it was.
      value = (value as Record<string, unknown> | undefined)?.[
        step[0] === '@' ? (at(window, step.slice(1)) as string) : step
      ];
    });
    return value;
  } catch {
    // What is there, and cannot be read, may be another site's frame.
    if (value) unreadable?.();
    return undefined;
  }
};

/** A listener that never throws. */
export const on = <Name extends keyof WindowEventMap>(
  target: Window | Document,
  name: Name | (string & {}),
  run: (event: WindowEventMap[Name]) => void,
): void => target.addEventListener(name, guard(run) as () => void, true);

/** Has it counted that something odd was ignored, once a page: the browser fetches a module once [W74]. */
export const odd = (async (id: number, what: 'object' | 'origin' | 'value', folder = '.'): Promise<void> => {
  try {
    await import(/* @vite-ignore */ `${folder}/odd-${what}.js?id=${id}`);
  } catch {
    // Then it is not counted.
  }
}) as (id: number, what: 'object' | 'origin' | 'value', folder?: string) => void;

/** Where the tag keeps what outlasts a page: nowhere without consent, and without cookies [P20, P24]. */
export type Place = () => Record<string, string | undefined>;

/** Keeps texts by name for the page, and in the tag's place as soon as that takes them. */
export const keeper = (place: Place) => {
  const memory = byName<string>();
  const set = (key: string, text: string): void => {
    memory[key] = text;
    guard(() => (place()[key] = text))();
  };
  // Consent may have come since.
  on(window, 'pagehide', () => {
    for (const key in memory) if (!guard(place)()?.[key]) set(key, memory[key]!);
  });
  return { get: (key: string): string | undefined => guard(() => place()[key])() ?? memory[key], set };
};

/** Taken apart by the browser itself. Not by `URL`: pages have variables of that name. */
export const addressOf = (url: string): HTMLAnchorElement => {
  const anchor = document.createElement('a');
  anchor.href = url;
  return anchor;
};

/** Whether the origin is a page of one of the hosts. */
export const isFrom = (origin: string, hosts: readonly string[]): boolean => {
  const { hostname, origin: whole } = addressOf(origin);
  // What is no origin would be read as a part of the page's own address.
  return whole === origin && some(hosts, (host) => hostname === host || hostname.endsWith(`.${host}`));
};

/** Where a function stands. */
export interface Standing {
  readonly owner: Record<string, unknown> | undefined;
  readonly name: string;
}

export const placeOf = (root: unknown, path: string): Standing => {
  const cut = path.lastIndexOf('.');
  const last = path.slice(cut + 1);
  return {
    owner: (cut < 0 ? root : at(root, path.slice(0, cut))) as Record<string, unknown> | undefined,
    name: last[0] === '@' ? `${at(window, last.slice(1)) as string}` : last,
  };
};

/** `args` with the name and the listener in their places, at any depth. */
export const fill = (args: unknown, name: string, run: unknown): unknown => {
  if (args === '$name') return name;
  if (args === '$run') return run;
  if (!args || typeof args !== 'object') return args;
  const made: Record<string, unknown> = Array.isArray(args) ? ([] as never) : byName<unknown>();
  for (const key in args) made[key] = fill((args as Record<string, unknown>)[key], name, run);
  return made;
};
