/** Finds e-mail addresses whose @ is spelled: `ann (at) shop.example`, `ann @ shop.example`, `анна [собака] почта.рф`, `ann&#64;…` [P39]. */

/** Queries write a space as a plus. */
const SPACE = String.raw`[\s+]`;
const GAP = `${SPACE}{0,2}`;
const bracketed = (words: string): string =>
  String.raw`${GAP}[(\[{]${SPACE}?(?:${words})${SPACE}?[)\]}]${GAP}`;
const AT = String.raw`(?:${bracketed('at|собака')}|${SPACE}{1,2}@${SPACE}{1,2}|&(?:#64|#x40|commat);)`;
const DOT = String.raw`(?:\.|${bracketed('dot|точка')}|&#46;)`;
const LETTER = String.raw`[\p{L}\p{N}_-]`;
/** Each part is bounded, and begins where no part goes on: the cost stays in proportion to the length [P10]. */
const SPELLED = new RegExp(
  String.raw`(?<!${LETTER}|\.)(?:${LETTER}|[.+]){1,64}${AT}(?:${LETTER}{1,63}${DOT}){1,6}\p{L}{2,24}`,
  'giu',
);
const MAYBE = /[([{][\s+]?(?:at|собака)|[\s+]@[\s+]|&(?:#64|#x40|commat);/i;

export const maskSpelled = (text: string, put: (value: string) => string): string =>
  MAYBE.test(text) ? text.replace(SPELLED, put) : text;

/** For the quick look at raw text, as it is or escaped. */
export const SPELLED_AT = String.raw`(?:(?<![A-Za-z])|(?<=%(?:25){0,4}[57][Bb]))at(?:[)\]}]|(?:\s|\+|%(?:25)*20)?%(?:25)*(?:29|5[Dd]|7[Dd])|[\s+][)\]}])|собака|%(?:25)*[Dd]1%(?:25)*81%(?:25)*[Dd]0%(?:25)*[Bb][Ee]%(?:25)*[Dd]0%(?:25)*[Bb]1|(?:&|%(?:25)*26)(?:(?:#|%(?:25)*23)(?:64|[xX]40)|commat)`;
