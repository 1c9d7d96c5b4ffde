/** Reads the parameter of an address whose browser tries goals out [G66], picks one [G76], or is marked [P28]. */

/** Most addresses have none: this is looked for first. */
const MARK = '_gp_';
const TOKEN = /[?&]_gp_test=([\w.-]{20,120})(?=[&#]|$)/;
const WITH_IT = /([?&])_gp_(?:test|pick|own)=[^&#]*(?:&|(?=#)|$)/g;

/** Empty: the address has none. */
export function tryOutTokenOf(address: string): string {
  return address.includes(MARK) ? (TOKEN.exec(address)?.[1] ?? '') : '';
}

/** The address as it would be without. */
export function withoutTryOutToken(address: string): string {
  return address.includes(MARK) ? address.replaceAll(WITH_IT, '$1').replace(/[?&]+(?=#|$)/, '') : address;
}
