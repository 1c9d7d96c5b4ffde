/** Lines as a spreadsheet (Office Open XML), one sheet: texts are texts there, never formulas [M63]. */
import type { Cell, Lines } from '../../kit/files/csv.ts';
import { zip } from './zip.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const FORMAT = 'http://schemas.openxmlformats.org';
const PACKAGE = `${FORMAT}/package/2006`;
const OFFICE = `${FORMAT}/officeDocument/2006/relationships`;
const SHEET = `${FORMAT}/spreadsheetml/2006/main`;
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export const XLSX_TYPE = `${TYPE}.sheet`;

/** What a cell may hold. */
const MAX_TEXT = 32_767;
/** Lines that are written at once, so that other requests get their turn. */
const LINES_A_CHUNK = 500;

export function xlsx(lines: Lines): Promise<Buffer> {
  const relations = (type: string, target: string): string[] => [
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/${type}" Target="${target}"/></Relationships>`,
  ];
  return zip([
    { name: '[Content_Types].xml', chunks: [TYPES] },
    { name: '_rels/.rels', chunks: relations('officeDocument', 'xl/workbook.xml') },
    { name: 'xl/workbook.xml', chunks: [WORKBOOK] },
    { name: 'xl/_rels/workbook.xml.rels', chunks: relations('worksheet', 'worksheets/sheet1.xml') },
    { name: 'xl/worksheets/sheet1.xml', chunks: sheetXml(lines) },
  ]);
}

const part = (name: string, type: string): string =>
  `<Override PartName="${name}" ContentType="${TYPE}.${type}+xml"/>`;
const TYPES = `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${part('/xl/workbook.xml', 'sheet.main')}${part('/xl/worksheets/sheet1.xml', 'worksheet')}</Types>`;
const WORKBOOK = `${HEAD}<workbook xmlns="${SHEET}" xmlns:r="${OFFICE}"><sheets><sheet name="Goalpost" sheetId="1" r:id="rId1"/></sheets></workbook>`;
/** The names stay in sight. */
const VIEW =
  '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';

function* sheetXml(lines: Lines): Generator<string> {
  yield `${HEAD}<worksheet xmlns="${SHEET}">${VIEW}<sheetData>`;
  let chunk: string[] = [];
  for (const line of lines) {
    chunk.push(`<row>${line.map(cellXml).join('')}</row>`);
    if (chunk.length < LINES_A_CHUNK) continue;
    yield chunk.join('');
    chunk = [];
  }
  yield `${chunk.join('')}</sheetData></worksheet>`;
}

function cellXml(value: Cell): string {
  if (value === null || value === '') return '<c/>';
  if (typeof value === 'number') return `<c><v>${value}</v></c>`;
  return `<c t="inlineStr"><is><t xml:space="preserve">${escaped(shortened(value))}</t></is></c>`;
}

/** Cut between characters, and seen to be cut. */
const shortened = (text: string): string =>
  text.length <= MAX_TEXT ? text : `${text.slice(0, MAX_TEXT - 1).toWellFormed()}…`;

/** Characters that XML cannot hold are shown as unknown; `_x0041_` would be read as an escape. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}
