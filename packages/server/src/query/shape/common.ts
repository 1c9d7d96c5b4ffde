/** What every answer says of itself: nothing is sampled, rounded or hidden. */
import type { DimensionValue } from '@goalpost/contract/reports';
import { isMasked } from '../../kit/masking/index.ts';

interface Labelled {
  readonly dimensions: readonly DimensionValue[];
}

/**
 * @param rows how many there are in all
 * @param shown those of this answer: it has what was personal where masking took that out of one of them [P32]
 */
export function commonParts(rows: number, visits: number, shown: readonly Labelled[]) {
  return {
    total_rows: rows,
    total_rows_rounded: false,
    sampled: false,
    contains_sensitive_data: shown.some(({ dimensions }) => dimensions.some(holdsMasked)),
    sample_share: 1,
    sample_size: visits,
    sample_space: visits,
    data_lag: 0,
  };
}

const holdsMasked = ({ id, name }: DimensionValue): boolean =>
  (typeof name === 'string' && isMasked(name)) || (typeof id === 'string' && isMasked(id));
