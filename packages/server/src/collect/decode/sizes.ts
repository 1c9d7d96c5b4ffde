/** Sizes as the wire writes them: `1280x720`. */
const MAX_UINT16 = 65_535;

/** 0: not known. */
export function sizeOf(text: string): number {
  const size = Number.parseInt(text, 10);
  return size > 0 && size <= MAX_UINT16 ? size : 0;
}

export function sizesOf(text: string): readonly [width: number, height: number] {
  const x = text.indexOf('x');
  return x === -1 ? [0, 0] : [sizeOf(text.slice(0, x)), sizeOf(text.slice(x + 1))];
}
