/** Reads the header `Cookie`. */

/** @returns the value of the first cookie of that name, as it was sent; empty where there is none */
export function cookieIn(header: string, name: string): string {
  const mark = `${name}=`;
  const parts = header.split(';').map((part) => part.trim());
  return parts.find((part) => part.startsWith(mark))?.slice(mark.length) ?? '';
}
