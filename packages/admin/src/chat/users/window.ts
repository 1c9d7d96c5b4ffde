/** Which rows of a long list are on screen, so that only those are drawn. Pure. */
export interface Window {
  readonly first: number;
  /** One after the last. */
  readonly end: number;
  /** Pixels above the first row and below the last. */
  readonly above: number;
  readonly below: number;
}

/** Rows drawn beyond the edges, so that quick scrolling meets no gap. */
const BEYOND = 8;

export function windowOf(count: number, rowHeight: number, scrolled: number, height: number): Window {
  const first = Math.max(0, Math.min(count, Math.floor(scrolled / rowHeight) - BEYOND));
  const end = Math.min(count, Math.ceil((scrolled + height) / rowHeight) + BEYOND);
  return {
    first,
    end: Math.max(first, end),
    above: first * rowHeight,
    below: Math.max(0, count - end) * rowHeight,
  };
}
