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

const isZip = startsWith(0x50, 0x4b, 0x03, 0x04);
/** Office files are ZIP archives that begin with one of these. */
const isOffice = (folder: string) => (head: Buffer) =>
  isZip(head) &&
  ['[Content_Types].xml', '_rels/', 'docProps/', `${folder}/`].some((name) => holds(name, 30)(head));
const office = (name: string): string => `application/vnd.openxmlformats-officedocument.${name}`;

/** One line a kind. Where several match, the name's extension chooses, else the first. */
export const FILE_KINDS: readonly FileKind[] = [
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
