/** Light or dark: as the visitor likes it, or as the page is. */
import { luminance } from '../../shared/colour.ts';

const DARK = '(prefers-color-scheme:dark)';

function ground(element: Element | null): number | null {
  if (!element) return null;
  const parts =
    getComputedStyle(element)
      .backgroundColor.match(/[\d.]+/g)
      ?.map(Number) ?? [];
  const [red = 0, green = 0, blue = 0, alpha = 1] = parts;
  return parts.length < 3 || alpha < 0.5 ? null : luminance([red, green, blue]);
}

/** A page that says it is light only is believed. */
export function isDark(): boolean {
  const scheme = getComputedStyle(document.documentElement).colorScheme;
  if (/light/.test(scheme) && !/dark/.test(scheme)) return false;
  if (matchMedia(DARK).matches) return true;
  const behind = ground(document.body) ?? ground(document.documentElement);
  return behind !== null && behind < 0.18;
}

/** @returns stops following */
export function followTheme(apply: (dark: boolean) => void): () => void {
  const look = (): void => apply(isDark());
  const media = matchMedia(DARK);
  media.addEventListener('change', look);
  look();
  return () => media.removeEventListener('change', look);
}
