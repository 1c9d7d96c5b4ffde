/** A report as one picture in SVG: its chart above the first rows of its table. Pure. */
import { escapeHtml } from '../../notify/index.ts';
import type { DrawnReport } from './drawn-report.ts';
import { FONT } from './fonts.ts';

/** At least; wider where its columns need it, so that no number is cut. */
const WIDTH = 1_000;
const EDGE = 32;
const CHART = { width: WIDTH - 2 * EDGE, height: (260 * (WIDTH - 2 * EDGE)) / 760 } as const;
const ROW = 30;
const HEAD = 46;
const TOP = 100;
/** Of a letter at the size of a row, and a little more. */
const LETTER = 7.4;
/** Names may be addresses of any length: longer ones are cut. */
const NAME_WIDTH = 320;
const GAP = 14;
/** Of a head over numbers, which may be the name of a goal. */
const HEAD_LETTERS = 26;
const [INK, GREY, LINE] = ['#1c1f24', '#5f6672', '#e1e4e8'];

export function pictureOf(report: DrawnReport): string {
  const { site, title, days, chart, head, rows, names, more, foot } = report;
  const { columns, width: wide } = columnsOf(report);
  const tableTop = TOP + (chart === null ? 0 : CHART.height + 16);
  const said = [more, ...foot.split('\n')].flatMap((text) =>
    text === '' ? [] : inTwo(text, wide - 2 * EDGE),
  );
  const tableEnd = tableTop + HEAD + rows.length * ROW;
  const height = tableEnd + said.length * ROW + EDGE;
  const cell = (text: string, at: number, y: number, style: string): string => {
    const { left, width } = columns[at] ?? { left: 0, width: 0 };
    const isName = at < names;
    const x = isName ? left : left + width;
    return words(cut(text, width), x, y, `${isName ? '' : 'text-anchor="end" '}${style}`);
  };
  const headCells = head.map((text, at) =>
    inTwo(text, columns[at]?.width ?? 0)
      .map((part, line) => cell(part, at, tableTop + 16 + line * 16, `fill="${GREY}"`))
      .join(''),
  );
  const lines = rows.map((cells, index) => {
    const y = tableTop + HEAD + index * ROW;
    const style = `fill="${INK}"${index === 0 ? ' font-weight="500"' : ''}`;
    const rule = `<line x1="${EDGE}" x2="${wide - EDGE}" y1="${y - 6}" y2="${y - 6}" stroke="${LINE}"/>`;
    return rule + cells.map((text, at) => cell(text, at, y + 14, style)).join('');
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${height}" viewBox="0 0 ${wide} ${height}" font-family="${FONT}" font-size="13">`,
    '<rect width="100%" height="100%" fill="#ffffff"/>',
    words(cut(site, wide - 2 * EDGE), EDGE, 34, `fill="${GREY}"`),
    words(cut(title, (wide - 2 * EDGE) / 1.7), EDGE, 62, `fill="${INK}" font-size="22" font-weight="500"`),
    words(days, EDGE, 84, `fill="${GREY}"`),
    ...(chart === null
      ? []
      : [
          chart
            .replace('<svg ', `<svg x="${EDGE}" y="${TOP}" `)
            .replace(/width="\d+" height="\d+"/, `width="${CHART.width}" height="${CHART.height}"`),
        ]),
    ...headCells,
    ...lines,
    ...said.map((text, at) => words(text, EDGE, tableEnd + (at + 1) * ROW + 4, `fill="${GREY}"`)),
    '</svg>',
  ].join('');
}

interface Column {
  readonly left: number;
  readonly width: number;
}

/** Each as wide as its longest cell; names get what numbers leave of the least width. */
function columnsOf({ head, rows, names }: DrawnReport): { columns: Column[]; width: number } {
  const needed = head.map((text, at) => {
    const letters = Math.max(
      Math.min(headLetters(text), HEAD_LETTERS),
      ...rows.map((cells) => Array.from(cells[at] ?? '').length),
    );
    const width = (letters + 1) * LETTER;
    return at < names ? Math.min(width, NAME_WIDTH) : width;
  });
  const least = needed.reduce((sum, width) => sum + width + GAP, 2 * EDGE - GAP);
  const spare = Math.max(0, WIDTH - least);
  let left = EDGE;
  const columns = needed.map((width, at) => {
    const wide = width + (names === 0 ? spare / head.length : at < names ? spare / names : 0);
    const column = { left, width: wide };
    left += wide + GAP;
    return column;
  });
  return { columns, width: Math.ceil(least + spare) };
}

/** Of the longer line where a head stands in two, parted as evenly as its words let. */
function headLetters(text: string): number {
  const splits = [...text.matchAll(/ /g)].map(({ index }) => Math.max(index, text.length - index - 1));
  return Math.min(text.length, ...splits);
}

const words = (text: string, x: number, y: number, attributes: string): string =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" ${attributes}>${escapeHtml(text)}</text>`;

function cut(text: string, width: number): string {
  const most = Math.max(3, Math.floor(width / LETTER));
  const letters = Array.from(text);
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join('')}…`;
}

/** A long text stands in two lines, parted between words. */
function inTwo(text: string, width: number): string[] {
  const most = Math.max(3, Math.floor(width / LETTER));
  if (text.length <= most) return [text];
  const at = text.lastIndexOf(' ', most);
  return at <= 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
