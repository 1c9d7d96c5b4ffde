/** Reads digits and signs of other scripts as plain ones, and what has no width not at all [P38]. */

const SPACES = String.raw`\u2000-\u200a\u202f\u3000`;
const DASHES = String.raw`\u2010-\u2015\u2212\ufe63\uff0d`;
const DIGITS = String.raw`\u0660-\u0669\u06f0-\u06f9\uff10-\uff19`;
const SIGNS = String.raw`\uff08\uff09\uff0b\uff0e\uff20\ufe6b`;
/** Pages put them where a line may break, and copies have them. */
const NO_WIDTH = String.raw`\u00ad\u200b-\u200d\u2060\ufeff`;
const WITHOUT_WIDTH = new RegExp(`[${NO_WIDTH}]`, 'g');
const ODD = new RegExp(`[${SPACES}${DASHES}${DIGITS}${SIGNS}]`, 'g');
const SPACE = new RegExp(`[${SPACES}]`);
const DASH = new RegExp(`[${DASHES}]`);

/** For the quick look at raw text: such signs between digits, as they are or escaped. */
export const ODD_BETWEEN = String.raw`[${SPACES}${DASHES}${SIGNS}${NO_WIDTH}]|%(?:25)*E[23F]%(?:25)*[89ABab][\dA-Fa-f]%(?:25)*[89ABab][\dA-Fa-f]`;
/** A digit or an @ of another script is looked at by itself. */
export const ODD_BY_ITSELF = String.raw`[${DIGITS}\uff20\ufe6b]|%(?:25)*EF%(?:25)*B[C9]|%(?:25)*D[9B]%(?:25)*[AB]\d`;

/** @returns the text itself where nothing in it is read otherwise */
export const folded = (text: string): string => text.replace(WITHOUT_WIDTH, '').replace(ODD, plainOne);

function plainOne(sign: string): string {
  if (SPACE.test(sign)) return ' ';
  if (DASH.test(sign)) return '-';
  const code = sign.charCodeAt(0);
  // Full-width forms stand in the order of ASCII.
  if (code >= 0xff00) return String.fromCharCode(code - 0xff00 + 0x20);
  return code === 0xfe6b ? '@' : String(code & 0xf);
}
