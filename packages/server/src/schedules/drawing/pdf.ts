/** A report as pages of A4, without a browser: its chart, and its table with the head on each page. */
import { createRequire } from 'node:module';
import { FONT, fontFiles } from './fonts.ts';
import type { DrawnReport } from './drawn-report.ts';

/** What is used of the package, which has no types of its own. */
interface PdfMaker {
  setFonts(fonts: Readonly<Record<string, Readonly<Record<string, string>>>>): void;
  setUrlAccessPolicy(may: (url: string) => boolean): void;
  setLocalAccessPolicy(may: (path: string) => boolean): void;
  createPdf(document: object): { getBuffer(): Promise<Buffer> };
}

const GREY = '#5f6672';
const LINE = '#e1e4e8';
const WIDTH = 515;
/** Wider tables lie on their side. */
const UPRIGHT_COLUMNS = 7;

export async function drawPdf(report: DrawnReport): Promise<Buffer> {
  const maker = createRequire(import.meta.url)('pdfmake') as PdfMaker;
  const { normal, bold } = fontFiles();
  maker.setFonts({ [FONT]: { normal, bold } });
  // Nothing that a report holds may make the server read a file or ask an address.
  maker.setUrlAccessPolicy(() => false);
  maker.setLocalAccessPolicy((path) => path === normal || path === bold);
  return maker.createPdf(documentOf(report)).getBuffer();
}

function documentOf(report: DrawnReport): object {
  const { language, site, title, days, chart, head, rows, names, more, foot } = report;
  const isWide = head.length > UPRIGHT_COLUMNS;
  const [totals, ...others] = rows;
  const line = (cells: readonly string[], style: object = {}) =>
    cells.map((text, at) => ({ text, alignment: at < names ? 'left' : 'right', ...style }));
  return {
    info: { title: `${site}: ${title}, ${days}`, creator: 'Goalpost' },
    lang: language,
    pageSize: 'A4',
    pageOrientation: isWide ? 'landscape' : 'portrait',
    pageMargins: [40, 40, 40, 48],
    defaultStyle: { font: FONT, fontSize: 9, color: '#1c1f24' },
    footer: (page: number, pages: number) => ({
      columns: [
        { text: `${site} · ${title}`, color: GREY },
        { text: `${page} / ${pages}`, alignment: 'right', color: GREY, width: 60 },
      ],
      margin: [40, 12, 40, 0],
      fontSize: 8,
    }),
    content: [
      { text: site, color: GREY, margin: [0, 0, 0, 2] },
      { text: title, fontSize: 18, bold: true },
      { text: days, color: GREY, margin: [0, 2, 0, 12] },
      ...(chart === null ? [] : [{ svg: chart, width: isWide ? WIDTH + 247 : WIDTH, margin: [0, 0, 0, 12] }]),
      {
        table: {
          headerRows: 1,
          widths: head.map((_name, at) => (at < names ? '*' : 'auto')),
          body: [
            line(head, { color: GREY, bold: true }),
            ...(totals === undefined ? [] : [line(totals, { bold: true })]),
            ...others.map((cells) => line(cells)),
          ],
        },
        layout: {
          hLineWidth: (at: number) => (at === 0 ? 0 : 0.5),
          vLineWidth: () => 0,
          hLineColor: () => LINE,
          paddingTop: () => 4,
          paddingBottom: () => 4,
        },
      },
      ...[more, foot]
        .filter((text) => text !== '')
        .map((text) => ({ text, color: GREY, fontSize: 8, margin: [0, 8, 0, 0] })),
    ],
  };
}
