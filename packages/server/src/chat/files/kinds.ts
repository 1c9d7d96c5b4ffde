/** Which files the chat takes [C10]: what a file is, its first bytes prove; its name may only agree. */
import { isPlainText } from './plain-text.ts';

export interface FileKind {
  readonly type: string;
  /** The first is given to a name that has none. */
  readonly extensions: readonly string[];
  /** Browsers may show it where it stands; everything else is only saved. */
  readonly inline: boolean;
  matches(head: Buffer): boolean;
}

const startsWith =
  (...bytes: readonly number[]) =>
  (head: Buffer): boolean =>
    head.subarray(0, bytes.length).equals(Buffer.from(bytes));
const holds = (text: string, at: number) => (head: Buffer) =>
  head.subarray(at, at + text.length).toString('latin1') === text;

/** The brand of a file of the ISO base media format: pictures of phones, and films. */
const hasBrand =
  (...brands: readonly string[]) =>
  (head: Buffer): boolean =>
    holds('ftyp', 4)(head) && brands.some((brand) => holds(brand, 8)(head));
/** Files of Office before 2007. */
const isCompound = startsWith(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
const isOpenDocument = (kind: string) => (head: Buffer) =>
  isZip(head) && holds(`mimetypeapplication/vnd.oasis.opendocument.${kind}`, 30)(head);

/** One that is saved, not shown. */
const saved = (type: string, extensions: string, matches: FileKind['matches']): FileKind => ({
  type,
  extensions: extensions.split(' '),
  inline: false,
  matches,
});

const isZip = startsWith(0x50, 0x4b, 0x03, 0x04);
/** Office files are ZIP archives that begin with one of these. */
const isOffice = (folder: string) => (head: Buffer) =>
  isZip(head) &&
  ['[Content_Types].xml', '_rels/', 'docProps/', `${folder}/`].some((name) => holds(name, 30)(head));
const office = (name: string): string => `application/vnd.openxmlformats-officedocument.${name}`;

/** One line a kind. Where several match, the name's extension chooses, else the first. */
const FILE_KINDS: readonly FileKind[] = [
  {
    type: 'image/png',
    extensions: ['png'],
    inline: true,
    matches: startsWith(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
  },
  {
    type: 'image/jpeg',
    extensions: ['jpg', 'jpeg', 'jfif'],
    inline: true,
    matches: startsWith(0xff, 0xd8, 0xff),
  },
  {
    type: 'image/gif',
    extensions: ['gif'],
    inline: true,
    matches: (head) => holds('GIF87a', 0)(head) || holds('GIF89a', 0)(head),
  },
  {
    type: 'image/webp',
    extensions: ['webp'],
    inline: true,
    matches: (head) => holds('RIFF', 0)(head) && holds('WEBP', 8)(head),
  },
  { type: 'application/pdf', extensions: ['pdf'], inline: false, matches: holds('%PDF-', 0) },
  { type: 'application/zip', extensions: ['zip'], inline: false, matches: isZip },
  {
    type: office('wordprocessingml.document'),
    extensions: ['docx'],
    inline: false,
    matches: isOffice('word'),
  },
  { type: office('spreadsheetml.sheet'), extensions: ['xlsx'], inline: false, matches: isOffice('xl') },
  {
    type: office('presentationml.presentation'),
    extensions: ['pptx'],
    inline: false,
    matches: isOffice('ppt'),
  },
  saved('application/vnd.oasis.opendocument.text', 'odt', isOpenDocument('text')),
  saved('application/vnd.oasis.opendocument.spreadsheet', 'ods', isOpenDocument('spreadsheet')),
  saved('application/vnd.oasis.opendocument.presentation', 'odp', isOpenDocument('presentation')),
  saved('application/msword', 'doc dot', isCompound),
  saved('application/vnd.ms-excel', 'xls xlt', isCompound),
  saved('application/vnd.ms-powerpoint', 'ppt pps', isCompound),
  saved('application/vnd.ms-outlook', 'msg', isCompound),
  saved('application/rtf', 'rtf', holds('{\\rtf', 0)),
  saved('application/vnd.rar', 'rar', holds('Rar!\x1a\x07', 0)),
  saved('application/x-7z-compressed', '7z', startsWith(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c)),
  saved('application/gzip', 'gz tgz', startsWith(0x1f, 0x8b, 0x08)),
  saved('image/heic', 'heic heif heics hif', hasBrand('hei', 'hev', 'mif1', 'msf1')),
  saved('image/avif', 'avif avifs', hasBrand('avif', 'avis', 'mif1')),
  saved('image/tiff', 'tif tiff', (head) => holds('II*\0', 0)(head) || holds('MM\0*', 0)(head)),
  saved(
    'image/bmp',
    'bmp',
    (head) => holds('BM', 0)(head) && head.subarray(6, 10).every((byte) => byte === 0),
  ),
  saved('audio/wav', 'wav', (head) => holds('RIFF', 0)(head) && holds('WAVE', 8)(head)),
  saved('audio/amr', 'amr', holds('#!AMR', 0)),
  saved('video/3gpp', '3gp 3gpp', hasBrand('3g')),
  saved('video/webm', 'webm weba', startsWith(0x1a, 0x45, 0xdf, 0xa3)),
  { type: 'audio/mpeg', extensions: ['mp3'], inline: false, matches: isMp3 },
  { type: 'audio/ogg', extensions: ['ogg', 'oga', 'opus'], inline: false, matches: holds('OggS', 0) },
  { type: 'video/mp4', extensions: ['mp4', 'm4v', 'm4a', 'mov'], inline: false, matches: holds('ftyp', 4) },
  { type: 'text/plain', extensions: ['txt', 'csv', 'log', 'md'], inline: false, matches: isPlainText },
];

/** @returns null for a file that the chat does not take, or whose name says that it is another */
export function kindOf(head: Buffer, extension: string): FileKind | null {
  const proven = FILE_KINDS.filter((kind) => kind.matches(head));
  const [first = null] = proven;
  if (extension === '') return first;
  return proven.find((kind) => kind.extensions.includes(extension)) ?? null;
}

export function isInline(type: string): boolean {
  return FILE_KINDS.some((kind) => kind.inline && kind.type === type);
}

/** A tag of its own, or the frame header of MPEG audio layer 3. */
function isMp3(head: Buffer): boolean {
  if (holds('ID3', 0)(head)) return true;
  const [first = 0, second = 0, third = 0] = head;
  const hasBitRate = third >> 4 !== 0 && third >> 4 !== 15;
  return first === 0xff && (second & 0xe6) === 0xe2 && (second & 0x18) !== 0x08 && hasBitRate;
}
