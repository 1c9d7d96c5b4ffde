/** Tells numbers of payment cards from other long numbers: by their beginning, length and check digit [P4]. */

/** Digits, with few separators between two: groups are also parted by a dash with a space on each side. */
export const MAYBE_CARD = /(?<!\d)\d(?:[ \t+\-.\u00A0]{0,3}\d){13,}/g;

/** How numbers of each system begin, and how long they are. */
const SYSTEMS: readonly RegExp[] = [
  /^4\d{15}(?:\d{2,3})?$/,
  /^5[0-8]\d{14}$/,
  /^(?:222[1-9]|22[3-9]\d|2[3-6]\d{2}|27[01]\d|2720)\d{12}$/,
  /^220[0-5]\d{12,15}$/,
  /^3[47]\d{13}$/,
  /^3(?:0[0-5]|[68]\d)\d{11}$/,
  /^35\d{14}$/,
  /^6\d{15,18}$/,
  /^(?:8600|9860|9112|9704)\d{12}$/,
];

export function isCard(digits: string): boolean {
  return sumFits(digits) && SYSTEMS.some((system) => system.test(digits));
}

/** The check digit of ISO/IEC 7812-1. */
function sumFits(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place++) {
    const digit = digits.charCodeAt(digits.length - 1 - place) - 48;
    const doubled = place % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
