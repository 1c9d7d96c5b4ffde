/** A ZIP file of a few texts, each packed as it is written: what spreadsheets keep their parts in. */
import { once } from 'node:events';
import { crc32, createDeflateRaw } from 'node:zlib';

export interface ZipEntry {
  readonly name: string;
  readonly chunks: Iterable<string>;
}

/** 1 January 1980, the first that the format knows: the same rows make the same file. */
const DATE = 0x21;
const DEFLATED = 8;
const UTF8_NAMES = 0x0800;
const VERSION = 20;

/** The text is never whole in memory; what it packs to is. Packing runs beside the main thread. */
export async function zip(entries: readonly ZipEntry[]): Promise<Buffer> {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const { packed, crc, size } = await pack(entry.chunks);
    const name = Buffer.from(entry.name);
    const about = fields(crc, packed.length, size, name.length);
    const local = Buffer.concat([uint32(0x04034b50), about, uint16(0), name]);
    const central = Buffer.concat([
      uint32(0x02014b50),
      uint16(VERSION),
      about,
      Buffer.alloc(2 + 2 + 2 + 2 + 4),
      uint32(offset),
      name,
    ]);
    parts.push(local, packed);
    directory.push(central);
    offset += local.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const count = uint16(entries.length);
  const end = [uint32(0x06054b50), uint32(0), count, count, uint32(listed.length), uint32(offset), uint16(0)];
  return Buffer.concat([...parts, listed, ...end]);
}

/** What both headers of an entry say of it, up to the length of its name. */
function fields(crc: number, packed: number, size: number, name: number): Buffer {
  const numbers = [uint32(crc), uint32(packed), uint32(size), uint16(name)];
  const head = [VERSION, UTF8_NAMES, DEFLATED, 0, DATE].map(uint16);
  return Buffer.concat([...head, ...numbers]);
}

async function pack(chunks: Iterable<string>): Promise<{ packed: Buffer; crc: number; size: number }> {
  const deflate = createDeflateRaw();
  const packed: Buffer[] = [];
  deflate.on('data', (part: Buffer) => packed.push(part));
  let crc = 0;
  let size = 0;
  for (const chunk of chunks) {
    const bytes = Buffer.from(chunk);
    crc = crc32(bytes, crc);
    size += bytes.length;
    if (!deflate.write(bytes)) await once(deflate, 'drain');
  }
  deflate.end();
  await once(deflate, 'end');
  return { packed: Buffer.concat(packed), crc, size };
}

function uint16(value: number): Buffer {
  const buffer = Buffer.alloc(2);
  buffer.writeUInt16LE(value);
  return buffer;
}

function uint32(value: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32LE(value);
  return buffer;
}
