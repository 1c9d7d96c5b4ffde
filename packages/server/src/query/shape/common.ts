/** What every answer says of itself: nothing is sampled, rounded or hidden. */
export function commonParts(rows: number, visits: number) {
  return {
    total_rows: rows,
    total_rows_rounded: false,
    sampled: false,
    contains_sensitive_data: false,
    sample_share: 1,
    sample_size: visits,
    sample_space: visits,
    data_lag: 0,
  };
}
