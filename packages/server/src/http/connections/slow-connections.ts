/** Which sockets have to go, so that what waits for slow readers stays within a bound. Pure. */

export interface Reader {
  /** Bytes that were sent to it and have not left yet. */
  readonly bufferedAmount: number;
}

/**
 * The slowest first, until half the bound is free again: one that comes back gets the rest.
 * @param mostBytes that may wait for all together
 */
export function laggards<T extends Reader>(readers: readonly T[], mostBytes: number): T[] {
  let waiting = 0;
  for (const { bufferedAmount } of readers) waiting += bufferedAmount;
  if (waiting <= mostBytes) return [];
  const slowest = readers
    .map((reader) => ({ reader, bytes: reader.bufferedAmount }))
    .filter(({ bytes }) => bytes > 0)
    .toSorted((one, other) => other.bytes - one.bytes);
  const going: T[] = [];
  for (const { reader, bytes } of slowest) {
    if (waiting <= mostBytes / 2) break;
    waiting -= bytes;
    going.push(reader);
  }
  return going;
}
