/** Undoes escapes of addresses, only for looking: what is broken or of another character set stays as it is [P45]. */

const RUN = /(?:%[\da-f]{2})+/gi;
const PLAIN = /%[0-7][\da-f]/gi;
/** Escapes of bytes that are no UTF-8, escaped once more. */
const FOREIGN = /%25(?=[89a-f][\da-f])/gi;
const LAYERS = 3;

/** `+` is as it is. */
export function decoded(text: string): string {
  return text.includes('%') ? (strictly(text) ?? text.replace(RUN, runOf)) : text;
}

/** All layers undone. */
export function undone(text: string): string {
  let plain = text;
  for (let layer = 0; layer < LAYERS && plain.includes('%'); layer++) {
    const next = decoded(plain);
    if (next === plain) return plain;
    plain = next;
  }
  return plain;
}

/** @param sent what was masked: where it was of another character set, its letters stay */
export function escaped(masked: string, sent: string): string {
  const text = encodeURIComponent(masked.toWellFormed()).replaceAll('%2F', '/');
  return strictly(sent) === null ? text.replace(FOREIGN, '%') : text;
}

function strictly(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** Windows-1251 has signs of ASCII between letters that are no UTF-8. */
const runOf = (run: string): string =>
  strictly(run) ?? run.replace(PLAIN, (one) => String.fromCharCode(Number.parseInt(one.slice(1), 16)));
