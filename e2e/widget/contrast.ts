/** Contrast of every text in the widget. Axe leaves it undecided under a host that has no size of its own. */
import type { Page } from 'playwright-core';

/** Runs in the page. Backgrounds are laid over each other from the page's up, as they are seen. */
const MEASURE = `(() => {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgba = (css) => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = css; canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data; return [r, g, b, a / 255] };
  const over = ([r, g, b, a], below) => [r, g, b].map((part, index) => part * a + below[index] * (1 - a));
  const light = (colour) => { const [r, g, b] = colour.map((part) => { const c = part / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4 }); return 0.2126 * r + 0.7152 * g + 0.0722 * b };
  const ground = (element) => { const below = element.parentElement ? ground(element.parentElement) : [255, 255, 255];
    return over(rgba(getComputedStyle(element).backgroundColor), below) };
  const root = document.querySelector('goalpost-chat').shadowRoot;
  const texts = [...root.querySelectorAll('*')].filter((one) => one.getClientRects().length > 0 && !one.closest('.hid')
    && (one.matches('input, textarea') || [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '')));
  const icons = [...root.querySelectorAll('button svg')].filter((one) => one.getClientRects().length > 0);
  return [...texts.map((one) => [one, 4.5]), ...icons.map((one) => [one, 3])].map(([one, wanted]) => {
    const behind = ground(one);
    const ink = (css) => { const [a, b] = [light(over(rgba(css), behind)), light(behind)];
      return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) };
    const colours = [getComputedStyle(one).color, ...(one.placeholder ? [getComputedStyle(one, '::placeholder').color] : [])];
    return { what: (one.className.baseVal ?? one.className ?? '') + ' ' + one.tagName + ' ' + one.textContent.slice(0, 20),
      ratio: Math.min(...colours.map(ink)), wanted };
  });
})()`;

export interface Measured {
  readonly what: string;
  readonly ratio: number;
  /** 4.5 for texts, 3 for icons: WCAG 1.4.3 and 1.4.11. */
  readonly wanted: number;
}

export const contrasts = (page: Page): Promise<Measured[]> => page.evaluate(MEASURE);
