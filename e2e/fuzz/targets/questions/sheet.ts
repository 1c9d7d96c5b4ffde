/** Reads a spreadsheet by the format's own book, knowing nothing of how ours are written. */
import { crc32, inflateRawSync } from 'node:zlib';

export interface SheetCell {
  readonly kind: 'number' | 'text' | 'empty';
  readonly text: string;
}

export interface Sheet {
  readonly rows: readonly (readonly SheetCell[])[];
  readonly formulas: number;
}

const END = 0x06_05_4b_50;
const ENTRY = 0x02_01_4b_50;
const LOCAL = 0x04_03_4b_50;

/** Files of a ZIP by its central directory; throws where it contradicts itself. */
export function unzip(bytes: Buffer): ReadonlyMap<string, Buffer> {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0 || bytes.readUInt32LE(end) !== END) throw new Error('no end of a directory');
  const files = new Map<string, Buffer>();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    if (bytes.readUInt32LE(at) !== ENTRY) throw new Error('no entry where one should be');
    const [method, crc, packed, size] = [
      bytes.readUInt16LE(at + 10),
      bytes.readUInt32LE(at + 16),
      bytes.readUInt32LE(at + 20),
      bytes.readUInt32LE(at + 24),
    ];
    const [name, extra, comment] = [28, 30, 32].map((place) => bytes.readUInt16LE(at + place)) as [
      number,
      number,
      number,
    ];
    const local = bytes.readUInt32LE(at + 42);
    if (bytes.readUInt32LE(local) !== LOCAL) throw new Error('no file where its entry says');
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const data = bytes.subarray(from, from + packed);
    const plain = method === 0 ? data : inflateRawSync(data);
    if (plain.length !== size || crc32(plain) !== crc)
      throw new Error('a file that is not what its entry says');
    files.set(bytes.toString('utf8', at + 46, at + 46 + name), plain);
    at += 46 + name + extra + comment;
  }
  return files;
}

const decoder = new TextDecoder('utf-8', { fatal: true });

/** The first sheet; throws if the file is no spreadsheet, or its XML has what XML may not hold. */
export function sheetOf(bytes: Buffer): Sheet {
  const files = unzip(bytes);
  for (const name of ['[Content_Types].xml', '_rels/.rels', 'xl/workbook.xml'])
    if (!files.has(name)) throw new Error(`no ${name}`);
  const xml = decoder.decode(files.get('xl/worksheets/sheet1.xml'));
  // eslint-disable-next-line no-control-regex
  if (/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/.test(xml)) throw new Error('a character that XML cannot hold');
  if (/&(?!amp;|lt;|gt;|quot;|apos;|#\d+;|#x[\da-f]+;)/i.test(xml)) throw new Error('a bare ampersand');
  const rows = [...xml.matchAll(/<row\b[^>]*?(?:\/>|>(.*?)<\/row>)/gs)].map(([, row = '']) =>
    [...row.matchAll(/<c\b([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(([, attributes = '', within = '']) =>
      cellOf(attributes, within),
    ),
  );
  return { rows, formulas: xml.match(/<f\b/g)?.length ?? 0 };
}

function cellOf(attributes: string, within: string): SheetCell {
  const text = /<t\b[^>]*>(.*?)<\/t>/s.exec(within)?.[1];
  if (/t="inlineStr"/.test(attributes)) return { kind: 'text', text: text ?? '' };
  const value = /<v>(.*?)<\/v>/s.exec(within)?.[1];
  return value === undefined ? { kind: 'empty', text: '' } : { kind: 'number', text: value };
}
