/** Colours that can be read: contrast after WCAG 2. */

type Rgb = readonly [red: number, green: number, blue: number];

/** `#rgb` and `#rrggbb`; null for anything else. */
export const parseHex = (hex: string): Rgb | null => {
  const long = hex.replace(/^#(\w)(\w)(\w)$/, '#$1$1$2$2$3$3');
  // Whatever is no colour becomes `0x`, which is no number.
  const all = +long.replace(/^#([\da-f]{6})$|^[^]*$/i, '0x$1');
  return all >= 0 ? [all >> 16, (all >> 8) & 255, all & 255] : null;
};

/** 0 black to 1 white. */
export const luminance = (colour: Rgb): number => {
  const [red = 0, green = 0, blue = 0] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** 1 to 21. */
export const contrast = (one: number, other: number): number =>
  (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);

/** Text on the colour: white where it can be read (a contrast of 4.5 : 1), else black. */
export const textOn = (hex: string): string =>
  luminance(parseHex(hex) ?? [0, 0, 0]) <= 1.05 / 4.5 - 0.05 ? '#fff' : '#000';
