/** A number as people print it: groups of thousands, a decimal comma or point, any digits [G22]. */

/** Zeros of the scripts whose digits run from it without a gap. */
const ZEROS = Array.from('0٠۰߀०০੦૦୦௦౦೦൦๐໐༠၀០᠐᱐꯰０𑄶𞥐', (zero) => zero.codePointAt(0) ?? 0);

/** Plain digits instead of any script's. Digits that are not known stay, and are no number. */
export function plainDigits(text: string): string {
  return text.replaceAll(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const zero = ZEROS.find((first) => code >= first && code < first + 10);
    return zero === undefined ? digit : String(code - zero);
  });
}

/** `first` holds 1–3 digits without a leading zero, the others 3; or, as in India, all but the last 2. */
function isGrouped(groups: readonly string[], indian: boolean): boolean {
  const [first = '', ...rest] = groups;
  if (first.length > 3 || first.startsWith('0')) return false;
  if (rest.every(({ length }) => length === 3)) return true;
  return (
    indian &&
    first.length <= 2 &&
    rest.at(-1)?.length === 3 &&
    rest.slice(0, -1).every(({ length }) => length === 2)
  );
}

const MAX_WHOLE = 13;
const MAX_DECIMALS = 20;

function valueOf(whole: string, decimals: string): number | null {
  if (whole.length > MAX_WHOLE || decimals.length > MAX_DECIMALS) return null;
  return Number(decimals === '' ? whole : `${whole}.${decimals}`);
}

/**
 * Null where it is no number, or where it can be read in two ways, as `1,999` can.
 * @param text plain digits and separators `,` `.` `'` ` ` `٬` `٫` `·`, beginning and ending with a digit
 * @param isWhole it can have no decimals, so that `1,999` is no longer in doubt
 */
export function readNumber(text: string, isWhole: boolean): number | null {
  const marks = text.match(/\D/g) ?? [];
  const groups = text.split(/\D/);
  const kinds = new Set(marks);
  if (kinds.size > 2 || groups.includes('')) return null;
  if (kinds.size === 2) return readBothMarks(marks, groups);

  const [mark] = marks;
  return mark === undefined ? valueOf(text, '') : readOneMark(mark, groups, isWhole);
}

/** All marks are of one kind. */
function readOneMark(mark: string, groups: readonly string[], isWhole: boolean): number | null {
  const [whole = '', decimals = ''] = groups;
  const isOne = groups.length === 2;
  if (ONLY_DECIMAL.has(mark)) return isOne ? valueOf(whole, decimals) : null;
  const isThousands = isGrouped(groups, mark === ',');
  const mayBeDecimal = isOne && EITHER.has(mark);
  if (mayBeDecimal && !isThousands) return valueOf(whole, decimals);
  return isThousands && (!mayBeDecimal || isWhole) ? valueOf(groups.join(''), '') : null;
}

const ONLY_DECIMAL: ReadonlySet<string> = new Set('٫·');
/** They part thousands here and decimals there. */
const EITHER: ReadonlySet<string> = new Set(',.');

/** The first kind of mark parts thousands, the other one the decimals. */
function readBothMarks(marks: readonly string[], groups: readonly string[]): number | null {
  const [mark = ''] = marks;
  const last = marks.at(-1) ?? '';
  const isDecimal = (EITHER.has(last) || ONLY_DECIMAL.has(last)) && marks.indexOf(last) === marks.length - 1;
  const thousands = groups.slice(0, -1);
  if (!isDecimal || ONLY_DECIMAL.has(mark) || !isGrouped(thousands, mark === ',')) return null;
  return valueOf(thousands.join(''), groups.at(-1) ?? '');
}
