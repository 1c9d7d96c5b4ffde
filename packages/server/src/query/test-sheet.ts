/** For tests: reads a spreadsheet as its cells' texts. */
import { inflateRawSync } from 'node:zlib';

/** The cells of the one sheet, its parts found by the directory at the end of the file. */
export function sheetOf(file: Buffer): string[][] {
  const end = file.lastIndexOf(Buffer.from('PK\x05\x06'));
  let at = file.readUInt32LE(end + 16);
  for (let left = file.readUInt16LE(end + 10); left > 0; left--) {
    const nameLength = file.readUInt16LE(at + 28);
    const name = file.toString('utf8', at + 46, at + 46 + nameLength);
    const start = file.readUInt32LE(at + 42);
    if (name.endsWith('sheet1.xml')) {
      const from_ = start + 30 + file.readUInt16LE(start + 26);
      const xml = inflateRawSync(file.subarray(from_, from_ + file.readUInt32LE(at + 20))).toString();
      return [...xml.matchAll(/<row>(.*?)<\/row>/gs)].map(([, row = '']) =>
        [...row.matchAll(/<c\/>|<c.*?<\/c>/gs)].map(([cell]) => textOf(cell)),
      );
    }
    at += 46 + nameLength;
  }
  throw new Error('no sheet');
}

function textOf(cell: string): string {
  return cell
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#13;', '\r')
    .replaceAll('&amp;', '&');
}
