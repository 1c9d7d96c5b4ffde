/** Reads the parameter of an address whose browser tries goals out [G66]. It is no part of the page. */

const PARAMETER = '_gp_test=';
const TOKEN = /[?&]_gp_test=([\w.-]{20,120})(?=[&#]|$)/;
const WITH_IT = /([?&])_gp_test=[^&#]*(?:&|(?=#)|$)/g;

/** Empty: the address has none. */
export function tryOutTokenOf(address: string): string {
  return address.includes(PARAMETER) ? (TOKEN.exec(address)?.[1] ?? '') : '';
}

/** The address as it would be without. */
export function withoutTryOutToken(address: string): string {
  return address.includes(PARAMETER)
    ? address.replaceAll(WITH_IT, '$1').replace(/[?&]+(?=#|$)/, '')
    : address;
}
