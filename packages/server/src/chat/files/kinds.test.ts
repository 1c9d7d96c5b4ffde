import { describe, expect, it } from 'vitest';
import { isInline, kindOf } from './kinds.ts';

const bytes = (...values: readonly (number | string)[]): Buffer =>
  Buffer.concat(
    values.map((one) => (typeof one === 'number' ? Buffer.from([one]) : Buffer.from(one, 'latin1'))),
  );

const PNG = bytes(0x89, 'PNG\r\n', 0x1a, '\n');
const ZIP = bytes('PK', 3, 4, '\0'.repeat(26), 'photo.txt');
const DOCX = bytes('PK', 3, 4, '\0'.repeat(26), '[Content_Types].xml');
const JPEG = bytes(0xff, 0xd8, 0xff, 0xe0);
const OLE = bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0);
const openDocument = (kind: string) =>
  bytes('PK', 3, 4, '\0'.repeat(26), `mimetypeapplication/vnd.oasis.opendocument.${kind}`);
const MP3 = bytes(0xff, 0xfb, 0x90, 0);

describe('[C10] the first bytes prove what a file is', () => {
  it.each([
    ['png', PNG, 'image/png'],
    ['jpg', JPEG, 'image/jpeg'],
    ['jpeg', JPEG, 'image/jpeg'],
    ['gif', bytes('GIF89a'), 'image/gif'],
    ['webp', bytes('RIFF', 1, 2, 3, 4, 'WEBPVP8 '), 'image/webp'],
    ['pdf', bytes('%PDF-1.7'), 'application/pdf'],
    ['zip', ZIP, 'application/zip'],
    ['zip', DOCX, 'application/zip'],
    ['docx', DOCX, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['xlsx', DOCX, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['mp3', bytes('ID3', 4), 'audio/mpeg'],
    ['mp3', MP3, 'audio/mpeg'],
    ['ogg', bytes('OggS'), 'audio/ogg'],
    ['mp4', bytes(0, 0, 0, 0x18, 'ftypisom'), 'video/mp4'],
    ['heic', bytes(0, 0, 0, 0x18, 'ftypheic'), 'image/heic'],
    ['heic', bytes(0, 0, 0, 0x18, 'ftypmif1'), 'image/heic'],
    ['avif', bytes(0, 0, 0, 0x20, 'ftypavif'), 'image/avif'],
    ['3gp', bytes(0, 0, 0, 0x18, 'ftyp3gp4'), 'video/3gpp'],
    ['doc', OLE, 'application/msword'],
    ['xls', OLE, 'application/vnd.ms-excel'],
    ['ppt', OLE, 'application/vnd.ms-powerpoint'],
    ['rtf', bytes('{\\rtf1\\ansi'), 'application/rtf'],
    ['odt', openDocument('text'), 'application/vnd.oasis.opendocument.text'],
    ['ods', openDocument('spreadsheet'), 'application/vnd.oasis.opendocument.spreadsheet'],
    ['rar', bytes('Rar!', 0x1a, 7, 1, 0), 'application/vnd.rar'],
    ['rar', bytes('Rar!', 0x1a, 7, 0), 'application/vnd.rar'],
    ['7z', bytes('7z', 0xbc, 0xaf, 0x27, 0x1c, 0, 4), 'application/x-7z-compressed'],
    ['gz', bytes(0x1f, 0x8b, 8, 0), 'application/gzip'],
    ['tiff', bytes('II*', 0), 'image/tiff'],
    ['wav', bytes('RIFF', 1, 2, 3, 4, 'WAVEfmt '), 'audio/wav'],
    ['webm', bytes(0x1a, 0x45, 0xdf, 0xa3), 'video/webm'],
    ['txt', bytes('a,b\r\n\t'), 'text/plain'],
    ['csv', Buffer.from('имя;цена\n'), 'text/plain'],
    ['txt', bytes(0xcf, 0xf0, 0xe8, 0xe2), 'text/plain'],
  ])('.%s', (extension, head, type) => {
    expect(kindOf(head, extension)?.type).toBe(type);
  });

  it.each([
    ['a ZIP named .png', ZIP, 'png'],
    ['a ZIP named .docx', ZIP, 'docx'],
    ['a picture named .txt', PNG, 'txt'],
    ['a picture named .heic', JPEG, 'heic'],
    ['a ZIP named .odt', ZIP, 'odt'],
    ['text named .doc', bytes('hello'), 'doc'],
    ['a program named .rar', bytes('MZ', 0x90, 0, 3), 'rar'],
    ['a picture named as another', PNG, 'jpg'],
    ['a program named .txt', bytes('MZ', 0x90, 0, 3), 'txt'],
    ['a page', bytes('<html><script>'), 'html'],
    ['a drawing with scripts', bytes('<svg onload=x>'), 'svg'],
    ['text named .png', bytes('hello'), 'png'],
    ['a form', bytes('--x\r\nContent-Disposition: form-data; name="file"\r\n\r\nhello'), 'txt'],
    ['a program without a name', bytes(0x7f, 'ELF', 2, 1, 1, 0), ''],
    ['MPEG audio of layer 1', bytes(0xff, 0xff, 0x90, 0), 'mp3'],
  ])('refuses %s', (_what, head, extension) => {
    expect(kindOf(head, extension)).toBeNull();
  });

  it('takes the bytes’ word where the name says nothing', () => {
    expect(kindOf(PNG, '')?.extensions[0]).toBe('png');
    expect(kindOf(DOCX, '')?.type).toBe('application/zip');
  });
});

it('only pictures are shown where they stand', () => {
  expect(['image/png', 'image/jpeg', 'image/gif', 'image/webp'].every(isInline)).toBe(true);
  expect(['application/pdf', 'text/plain', 'video/mp4', 'image/svg+xml', ''].some(isInline)).toBe(false);
});
