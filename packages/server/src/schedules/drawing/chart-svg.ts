/** A line of one number by days, as an image without a browser: plain SVG, which nothing is loaded for. */
import { escapeHtml } from '../../notify/index.ts';
import { WORDS } from '../words.ts';

export interface Point {
  readonly day: string;
  readonly value: number | null;
}

const [WIDTH, HEIGHT] = [760, 260];
const EDGE = { left: 64, right: 16, top: 44, bottom: 36 } as const;
/** At most. */
const LINES = 5;

export function chartSvg(title: string, points: readonly Point[], language: 'en' | 'ru'): string {
  const step = stepFor(Math.max(1, ...points.map(({ value }) => value ?? 0)) / LINES);
  const lines = Math.max(1, Math.ceil(Math.max(...points.map(({ value }) => value ?? 0)) / step));
  const most = lines * step;
  const x = (at: number): number =>
    EDGE.left + (at * (WIDTH - EDGE.left - EDGE.right)) / Math.max(1, points.length - 1);
  const y = (value: number): number =>
    HEIGHT - EDGE.bottom - (value / most) * (HEIGHT - EDGE.top - EDGE.bottom);
  const grid = Array.from({ length: lines + 1 }, (_, index) => {
    const value = step * index;
    const level = y(value).toFixed(1);
    return `<line x1="${EDGE.left}" x2="${WIDTH - EDGE.right}" y1="${level}" y2="${level}" stroke="#e1e4e8"/><text x="${EDGE.left - 8}" y="${level}" text-anchor="end" dominant-baseline="middle">${escapeHtml(WORDS[language].cell(value))}</text>`;
  });
  const line = points
    .map(({ value }, at) => `${at === 0 ? 'M' : 'L'}${x(at).toFixed(1)} ${y(value ?? 0).toFixed(1)}`)
    .join('');
  const ends = [points[0], points.at(-1)].map((point, index) => {
    const isLast = index === 1;
    return `<text x="${isLast ? WIDTH - EDGE.right : EDGE.left}" y="${HEIGHT - 12}" text-anchor="${isLast ? 'end' : 'start'}">${point === undefined ? '' : escapeHtml(WORDS[language].day(point.day))}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="Roboto, sans-serif" font-size="12" fill="#5f6672"><rect width="100%" height="100%" fill="#ffffff"/><text x="${EDGE.left}" y="24" font-size="15" fill="#1c1f24">${escapeHtml(title)}</text>${grid.join('')}${ends.join('')}<path d="${line}" fill="none" stroke="#1864ab" stroke-width="2" stroke-linejoin="round"/></svg>`;
}

/** The next round number: 1, 2 or 5 with noughts. */
function stepFor(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return power * ([1, 2, 5, 10].find((one) => one * power >= least) ?? 10);
}
