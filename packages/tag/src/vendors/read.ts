/** Reads what vendors and pages give; nothing here throws, and nothing else is trusted. */
import { guard } from '../shared/guard.ts';

/** A step `@x` goes on at the global whose name `x` holds. */
export const at = guard((root: unknown, path: string): unknown => {
  let value = root;
  for (let step of path.split('.')) {
    if (step[0] === '@') step = at(window, step.slice(1)) as string;
    value = (value as Record<string, unknown>)[step];
  }
  return value;
}) as (root: unknown, path: string) => unknown;

/** A listener that never throws. */
export const on = <Name extends keyof WindowEventMap>(
  target: Window | Document,
  name: Name | (string & {}),
  run: (event: WindowEventMap[Name]) => void,
): void => target.addEventListener(name, guard(run) as () => void, true);

/** Has it counted that something odd was ignored, once a page: the browser fetches a module once [W74]. */
export const odd = (id: number, what: 'object' | 'origin' | 'value', folder = '.'): void => {
  import(/* @vite-ignore */ `${folder}/odd-${what}.js?id=${id}`).catch(() => undefined);
};

/** Whether the origin is a page of one of the hosts. */
export const isFrom = (origin: string, hosts: readonly string[]): boolean => {
  const { hostname } = new URL(origin);
  return hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`));
};

/** Where a function stands: the object that holds it and its name there. */
export const placeOf = (
  root: unknown,
  path: string,
): [owner: Record<string, unknown> | undefined, name: string] => {
  const cut = path.lastIndexOf('.');
  const last = path.slice(cut + 1);
  return [
    (cut < 0 ? root : at(root, path.slice(0, cut))) as Record<string, unknown> | undefined,
    last[0] === '@' ? `${at(window, last.slice(1)) as string}` : last,
  ];
};

/** `args` with the name and the listener in their places, at any depth. */
export const fill = (args: unknown, name: string, run: unknown): unknown => {
  if (args === '$name') return name;
  if (args === '$run') return run;
  if (Array.isArray(args)) return args.map((one) => fill(one, name, run));
  if (typeof args !== 'object') return args;
  const made: Record<string, unknown> = {};
  for (const key in args) made[key] = fill((args as Record<string, unknown>)[key], name, run);
  return made;
};
