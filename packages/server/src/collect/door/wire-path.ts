/** `/watch/<counter>[:<class>][/1]` and `/clmap/<counter>` [W1, W17]. */
import { counterNumber } from '../../kit/schemas/counter-number.ts';

export type WirePath =
  | { readonly kind: 'watch' | 'clmap'; readonly counterId: number; readonly asked: string }
  /** No counter can have this number [W11]. */
  | { readonly kind: 'watch' | 'clmap'; readonly counterId: null; readonly asked: string };

const ASKED = /^(\d{1,10})(?::[^/]*)?(?:\/1?)?$/;
const PREFIXES = { watch: '/watch/', clmap: '/clmap/' } as const;
/** Of a number that is none, what is remembered. */
const MAX_ASKED = 32;

export function ownsPath(url: string): boolean {
  return url.startsWith(PREFIXES.watch) || url.startsWith(PREFIXES.clmap);
}

/** @param path without its query; must be one of ours */
export function parsePath(path: string): WirePath {
  const kind = path.startsWith(PREFIXES.watch) ? 'watch' : 'clmap';
  const rest = path.slice(PREFIXES[kind].length);
  const digits = ASKED.exec(rest)?.[1];
  const counterId = counterNumber(digits);
  if (counterId !== null) return { kind, counterId, asked: digits ?? '' };
  return { kind, counterId: null, asked: rest.slice(0, MAX_ASKED) };
}
