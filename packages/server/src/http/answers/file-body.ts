/** Reads a file as a body: as a part of a form, as the whole of it, or in JSON. Pure. */
import { readJsonBody, type JsonBody } from './json-body.ts';

const FORM = /^multipart\/form-data\b/i;
const PLAIN = /^(?:text\/|application\/(?:csv|octet-stream|vnd\.ms-excel)\b)/i;
const BOUNDARY = /;\s*boundary=(?:"([^"]{1,200})"|([^;\s]{1,200}))/i;

/** @param text the whole body, read as UTF-8 */
export function readFileBody(contentType: string, text: string): JsonBody {
  if (FORM.test(contentType)) {
    const [, quoted, plain] = BOUNDARY.exec(contentType) ?? [];
    const boundary = quoted ?? plain;
    const file = boundary === undefined ? null : partOf(text, boundary, 'file');
    return file === null
      ? { ok: false, why: 'the form has no part "file"', place: 'file' }
      : { ok: true, value: { file } };
  }
  if (PLAIN.test(contentType)) return { ok: true, value: { file: text } };
  return readJsonBody(text);
}

/** @returns null where the form has no such part, or ends before it does */
function partOf(text: string, boundary: string, name: string): string | null {
  const mark = `\r\n--${boundary}`;
  const whole = `\r\n${text}`;
  let from = whole.indexOf(mark);
  while (from !== -1) {
    const begin = from + mark.length;
    if (whole.startsWith('--', begin)) return null;
    const next = whole.indexOf(mark, begin);
    if (next === -1) return null;
    // Each part is searched alone: what the whole is searched for again at each part takes hours.
    const part = whole.slice(begin, next);
    const head = part.indexOf('\r\n\r\n');
    if (head !== -1 && isCalled(part.slice(0, head), name)) return part.slice(head + 4);
    from = next;
  }
  return null;
}

const isCalled = (head: string, name: string): boolean =>
  head
    .split('\r\n')
    .filter((line) => /^content-disposition:/i.test(line))
    .some((line) => (/;\s*name=(?:"([^"]*)"|([^;\s]+))/i.exec(line) ?? []).slice(1).includes(name));
