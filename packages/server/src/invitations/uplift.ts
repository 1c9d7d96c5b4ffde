/** How much more often those who were asked did something than those who were not [C45]. */
import type { Uplift } from '@goalpost/contract/chat';

/** Standard normal quantile of a two-sided 95 % interval. */
const Z = 1.959_963_984_540_054;

export interface Share {
  readonly some: number;
  readonly all: number;
}

/**
 * The difference of two independent proportions with Newcombe's hybrid score interval (Statistics in Medicine
 * 17 (1998), method 10), in percentage points. Null where either is a share of nothing.
 */
export function upliftOf(asked: Share, control: Share): Uplift | null {
  if (asked.all === 0 || control.all === 0) return null;
  const one = wilson(asked);
  const other = wilson(control);
  const value = one.share - other.share;
  return {
    value: 100 * value,
    low: 100 * (value - Math.hypot(one.share - one.low, other.high - other.share)),
    high: 100 * (value + Math.hypot(one.high - one.share, other.share - other.low)),
  };
}

/** Wilson's score interval. */
function wilson({ some, all }: Share): { share: number; low: number; high: number } {
  const share = some / all;
  const scale = 1 + Z ** 2 / all;
  const centre = (share + Z ** 2 / (2 * all)) / scale;
  const half = (Z * Math.sqrt((share * (1 - share)) / all + Z ** 2 / (4 * all ** 2))) / scale;
  // At the ends the bound is the share itself; arithmetic alone would miss it by a rounding.
  return {
    share,
    low: some === 0 ? 0 : centre - half,
    high: some === all ? 1 : centre + half,
  };
}
