/** The words in which the tag's parts speak with each other. */
import type { Options } from './values.ts';

/**
 * A hit that can be sent any number of times: where it is kept (a key with its time in ms and its `rn`), address, and
 * body. An array, since it is kept in localStorage for the next page, which may run another version of this script.
 */
export type Letter = [key: string, address: string, body: string];

/** Calls `done` once: when the first try has been answered or has failed, at the latest after 2 s [W32]. */
export type Send = (letter: Letter, done: () => unknown) => unknown;

/** The visitor's number, and whether a cookie holds it. */
export type Visitor = readonly [id: string, hasCookie: number];

/** What `counters()` tells of a counter. */
export type Listed = { readonly id: number } & Options;

/**
 * What the page gave to `init`, and what methods and modules need to know of the counter; under `#name`, what calls
 * of methods gave that are not there yet.
 */
export interface Counter extends Options {
  /** `https://stats.example`, the place below which everything of ours is. */
  readonly _home: string;
  /** By `visitorOf`: found, and kept in the browser, when first asked for. */
  _visitor?: Visitor | undefined;
  /** What is done once the visitor agrees, hits first of all; undefined: nothing need wait. */
  _held?: (() => unknown)[] | undefined;
  /** What hits say of it where the visitor has agreed, else empty; absent: was not asked. */
  _agreed?: string;
  readonly _listed: Listed;
  /** Calls back the page for the call that is being made; hits of modules are none of that call. */
  _after?: unknown;
  /** Hits that it has sent. */
  _sent?: number;
  /** Takes it out of the lists of the page. */
  _leave(): void;
  /** The address that the visitor is on: `url`, which the page gives to `init` or `hit`, or the page's own. */
  _page(): string;
  /**
   * @param kind in the words of `browser-info`: `pv:1:`
   * @param given from the page: `title`, `params`, and `callback` and `ctx` unless those of the call itself serve
   * @param url what was done, if it is more than being on the page
   * @param referrer the page unless it is given
   */
  _send(kind: string, given?: unknown, url?: string, referrer?: string): void;
  /** Sends what was done on the page: `goal://shop.example/` and `what`. */
  _tell(scheme: string, what: string, given?: unknown): void;
  /** A page view of the address that the visitor is on. */
  _view(kind: string, given?: unknown): void;
  /** Sends what was done with an element, `more` being the end of its query; there with the module `elements`. */
  _tellElement(scheme: string, element: Element, more?: string): void;
  /** The innermost element of a click that fits, also in open shadow roots; there with the module `elements`. */
  _clicked(event: Event, fits: (element: HTMLElement) => unknown): HTMLElement | undefined;
  /** Hears of events that do not leave shadow roots, also in open ones; there with the module `elements`. */
  _hear(type: string, run: (event: Event) => unknown): void;
  /** Hears of forms that are sent; there with the module `contacts`. */
  _formSent?(form: HTMLFormElement): void;
  /** The visitor's answer, there with the module `consent`; undefined is none. */
  _consent?(yes: unknown, mark?: number): void;
  /** Runs with what is found, once it is there; ten seconds are waited. */
  _until?<Found>(find: () => Found | undefined, run: (found: Found) => void, tries?: number): void;
  /** Looks for an answer now and at each of the events, once the page has `name`; undefined: there is none yet. */
  _heard?<Vendor>(name: string, types: readonly string[], look: (vendor: Vendor) => unknown): void;
  /** The browser itself says no. */
  _refused?: unknown;
  /** The click that was told as a link; while an element is told of, the element. */
  _told?: Event | Element | undefined;
}

/** By the names that the page calls; each takes the first four arguments of a call, and the list of all. */
export type Methods = Record<
  string,
  (a?: unknown, b?: unknown, c?: unknown, d?: unknown, all?: readonly unknown[]) => unknown
>;

/**
 * A part of the tag that the server may leave out, or hand in later. Of the core it may use what `kit.ts` hands on:
 * so it runs apart from the script that it was built with.
 * @param methods those that are there before it
 */
export type Module = (counter: Counter, methods: Methods) => Methods | void;

/** What the page holds of a counter: its methods by name. */
export interface Instance extends Options {
  readonly _listed: Listed;
  /** Starts modules that it has not yet. */
  _add(modules: unknown): void;
  /** Calls a method by what the page says is its name, with `args` from `at` on. */
  _call(name: unknown, args: ArrayLike<unknown>, at?: number): unknown;
}

/** The counters of this page. */
export interface Registry {
  /** 2 ours, 0 another tag's or none, 1 perhaps both. */
  _owns(id: number): number;
  _get(id: number): Instance | undefined;
  /** A second one with the same number is the first, and a word in the console. */
  _init(id: number, options: unknown): Instance;
  readonly _all: Readonly<Record<string, Instance>>;
}
