/** On a phone, keeps the button where it is seen on a page that is wider than its screen. */
import type { Shell } from '../../shared/shell.ts';

/**
 * There the browser lays out what is fixed as on a screen as wide as the page, of which the visitor sees a part.
 * @returns stops
 */
export function stayInView({ host, button }: Shell): () => void {
  const { visualViewport: seen } = window;
  if (!seen) return () => undefined;
  const fit = (): void => {
    const { width, height, offsetLeft, offsetTop, scale } = seen;
    const isWider = innerWidth - width * scale > 1;
    const left = host.getAttribute('side') === 'left';
    const x = left ? offsetLeft : offsetLeft + width - innerWidth;
    button.style.translate = isWider ? 'var(--at)' : '';
    // The card beside it takes it from here.
    host.style.setProperty('--at', isWider ? `${x}px ${offsetTop + height - innerHeight}px` : 'none');
  };
  fit();
  seen.addEventListener('resize', fit);
  seen.addEventListener('scroll', fit);
  return () => {
    seen.removeEventListener('resize', fit);
    seen.removeEventListener('scroll', fit);
  };
}
