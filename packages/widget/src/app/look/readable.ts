/** The brand's colour as text or line on the window's ground. */
import { contrast } from '../../shared/colour.ts';
import type { Shell } from '../../shared/shell.ts';

/** Nearer and nearer to black or white, until the contrast is 4.5 : 1. */
export function readable(
  { luminance, parseHex }: Pick<Shell, 'luminance' | 'parseHex'>,
  hex: string,
  ground: string,
): string {
  const ink = parseHex(hex) ?? [0, 0, 0];
  const behind = luminance(parseHex(ground) ?? [255, 255, 255]);
  const end = behind > 0.3 ? 0 : 255;
  for (let step = 0; step < 20; step++) {
    const [red, green, blue] = ink.map((part) => Math.round(part + ((end - part) * step) / 20)) as [
      number,
      number,
      number,
    ];
    if (contrast(luminance([red, green, blue]), behind) >= 4.5)
      return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
  }
  return end === 0 ? '#000000' : '#ffffff';
}
