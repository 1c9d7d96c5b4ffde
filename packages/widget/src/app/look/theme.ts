/** Light or dark: as the visitor likes it, or as the page is. */
import type { Shell } from '../../shared/shell.ts';

type Light = Pick<Shell, 'luminance'>;

const DARK = '(prefers-color-scheme:dark)';

function ground({ luminance }: Light, element: Element | null): number | null {
  if (!element) return null;
  const parts =
    getComputedStyle(element)
      .backgroundColor.match(/[\d.]+/g)
      ?.map(Number) ?? [];
  const [red = 0, green = 0, blue = 0, alpha = 1] = parts;
  return parts.length < 3 || alpha < 0.5 ? null : luminance([red, green, blue]);
}

/** A page that says it is light only is believed. */
export function isDark(light: Light): boolean {
  const scheme = getComputedStyle(document.documentElement).colorScheme;
  if (/light/.test(scheme) && !/dark/.test(scheme)) return false;
  if (matchMedia(DARK).matches) return true;
  const behind = ground(light, document.body) ?? ground(light, document.documentElement);
  return behind !== null && behind < 0.18;
}

/** @returns stops following */
export function followTheme(light: Light, apply: (dark: boolean) => void): () => void {
  const look = (): void => apply(isDark(light));
  const media = matchMedia(DARK);
  media.addEventListener('change', look);
  look();
  return () => media.removeEventListener('change', look);
}
