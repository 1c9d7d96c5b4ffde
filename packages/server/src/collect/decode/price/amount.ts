/** A number as people print it: groups of thousands, a decimal comma or point, any digits [G22]. */

/** Zeros of the scripts whose digits run from it without a gap. */
const ZEROS = [...'0٠۰߀०০੦૦୦௦౦೦൦๐໐༠၀០᠐᱐꯰０𑄶𞥐'].map((zero) => zero.codePointAt(0) ?? 0);

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
  const marks = [...text.replaceAll(/\d/g, '')];
  const groups = text.split(/\D/);
  const last = marks.at(-1);
  if (last === undefined) return valueOf(text, '');
  const kinds = new Set(marks);
  if (kinds.size > 2 || groups.includes('')) return null;

  const [mark = ''] = marks;
  if (kinds.size === 2) {
    const decimals = groups.at(-1) ?? '';
    const thousands = groups.slice(0, -1);
    const isOne = marks.filter((other) => other === last).length === 1;
    if (!isOne || !',.٫·'.includes(last) || '٫·'.includes(mark) || !isGrouped(thousands, mark === ','))
      return null;
    return valueOf(thousands.join(''), decimals);
  }
  const [whole = '', decimals = ''] = groups;
  if (marks.length === 1 && '٫·'.includes(mark)) return valueOf(whole, decimals);
  const isThousands = isGrouped(groups, mark === ',');
  const mayBeDecimal = marks.length === 1 && ',.'.includes(mark);
  if (isThousands && (!mayBeDecimal || isWhole)) return valueOf(groups.join(''), '');
  return mayBeDecimal && !isThousands ? valueOf(whole, decimals) : null;
}
