/**
 * The first line of a block: where in the journal it belongs. By it a block that was lost, copied or moved is known,
 * and how many records went with it. Its length is always the same, since it is written when the rest stands already.
 */
export interface BlockPlace {
  /** The segment's number. */
  readonly s: number;
  /** Records of the segment before this block, and how many of those are settings. */
  readonly n: number;
  readonly c: number;
}

const NUMBER_WIDTH = 16;
const COUNT_WIDTH = 10;

export function placeLine({ s, n, c }: BlockPlace): string {
  const count = (value: number) => String(value).padStart(COUNT_WIDTH);
  return `{"k":"b","s":${String(s).padStart(NUMBER_WIDTH)},"n":${count(n)},"c":${count(c)}}\n`;
}

export const PLACE_LINE_BYTES = placeLine({ s: 0, n: 0, c: 0 }).length;
