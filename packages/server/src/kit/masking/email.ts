/** Finds e-mail addresses from their @ on, in proportion to the text's length [P2]. */

const LOCAL = /[\p{L}\p{N}._+\-'!$%*~]/u;
const DOMAIN = /[\p{L}\p{N}.-]*/uy;
/** Whole labels with dots between them, the last of letters at its beginning. */
const SOUND = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}[\p{L}\p{N}-]+$/u;
const LONGEST_LOCAL = 64;
const LONGEST_DOMAIN = 190;

export function maskEmails(text: string, put: (value: string) => string): string {
  let masked = '';
  let done = 0;
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    const from = localFrom(text, at, done);
    if (from === at) continue;
    const domain = domainAfter(text, at + 1);
    if (domain === '') continue;
    const end = at + 1 + domain.length;
    masked += text.slice(done, from) + put(text.slice(from, end));
    done = end;
  }
  return masked + text.slice(done);
}

function localFrom(text: string, at: number, earliest: number): number {
  const least = Math.max(earliest, at - LONGEST_LOCAL);
  let from = at;
  while (from > least && LOCAL.test(text.charAt(from - 1))) from--;
  return from;
}

/** Empty where none is there. */
function domainAfter(text: string, from: number): string {
  DOMAIN.lastIndex = 0;
  const run = DOMAIN.exec(text.slice(from, from + LONGEST_DOMAIN))?.[0] ?? '';
  const domain = run.replace(/[.-]{1,190}$/, '');
  return SOUND.test(domain) ? domain : '';
}
