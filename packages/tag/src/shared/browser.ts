/** What the tag needs of the browser, each in a second way where the page has taken the first. */
import { attempt, guard } from './guard.ts';
import { cut, type Options } from './values.ts';

/** What the page has by name; undefined in tests without a browser. */
export const globals = /* @__PURE__ */ attempt(() => window as unknown as Options)!;

/** Milliseconds since the epoch; 0 where nothing tells: the server takes the time of arrival. */
export const now = (): number => attempt(() => +Date.now()) || 0;

/**
 * A random number from 100,000,000 to 999,999,999: always nine digits. The time is in it since pages seed
 * `Math.random`, and all their visitors would be one.
 */
export const random = (): number =>
  (1e8 + (((attempt(() => +Math.random()) || 0) + now() / 1e6) % 1) * 9e8) | 0;

/** `localStorage`, or something that lasts as long as the page where naming it throws, or reading. */
export let local: Options =
  attempt(() => (localStorage['_gp'], localStorage) as unknown as Options) ??
  ({ __proto__: null } as unknown as Options);

/** Keeps things elsewhere from now on. @returns where they were kept before */
export const keepIn = (place: unknown): unknown => {
  const before = local;
  local = place as Options;
  return before;
};

/** Keeps it or not: storage may be full. */
export const remember = (key: string, value: string): unknown => attempt(() => (local[key] = value));

/** A listener of the window, before those of the page. */
export const listen = guard((type: string, run: (event: Event) => unknown): void =>
  addEventListener(type, guard(run) as () => void, true),
);

export const later = guard((run: () => unknown, ms: number): number => setTimeout(guard(run), ms));

interface Address {
  /** Absolute. */
  readonly href: string;
  /** Without the port. */
  readonly hostname: string;
  readonly origin?: string;
}

/** An address, taken apart by the browser itself. Not by `URL`: pages have variables of that name. */
export const addressOf = (url: unknown): Address =>
  attempt((): Address => {
    const anchor = document.createElement('a');
    anchor.href = url as string;
    return anchor;
  }) ?? { href: `${url}`, hostname: location.hostname };

/** Percent-encoded. The second way also takes half a surrogate pair: cutting a text can leave one. */
export const encode = (text: string): string =>
  attempt(() => encodeURIComponent(text)) ??
  attempt(() => cut(`${new URLSearchParams({ __proto__: null, '': text } as never)}`, 1)) ??
  '';
