/** The headers that make a stranger's file harmless in the browser that opens it. */
import type { FileRecord } from '../port.ts';
import { isInline } from './kinds.ts';

export function fileHeaders({
  name,
  type,
  bytes,
}: Pick<FileRecord, 'name' | 'type' | 'bytes'>): Record<string, string> {
  return {
    'content-type': type,
    'content-length': String(bytes),
    'content-disposition': `${isInline(type) ? 'inline' : 'attachment'}; ${named(name)}`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    // Pictures stand in the widget, on other sites' pages.
    'cross-origin-resource-policy': 'cross-origin',
    'access-control-allow-origin': '*',
    'referrer-policy': 'no-referrer',
    // Bytes never change under an id.
    'cache-control': 'private, max-age=31536000, immutable',
  };
}

/** RFC 6266: a plain name for old programs, the real one for the others. */
function named(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const full = encodeURIComponent(name).replace(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16)}`);
  return `filename="${plain}"; filename*=UTF-8''${full}`;
}
