/** A line of text with its own sum behind it, so that a wrong byte shows. */
import { crc32 } from 'node:zlib';

const SUM = /^(.*) ([0-9a-f]{8})$/;

export function withSum(line: string): string {
  return `${line} ${crc32(line).toString(16).padStart(8, '0')}`;
}

/** The line without its sum; null where the two do not fit. */
export function withoutSum(line: string): string | null {
  const text = SUM.exec(line)?.[1];
  return text !== undefined && withSum(text) === line ? text : null;
}
