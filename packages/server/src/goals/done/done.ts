/** What the address of a form, button, contact or engagement says was done [G45–G50]. Pure; takes any text. */

export interface Done {
  /** Of a parameter; empty where there is none. */
  part(name: string): string;
  /** The number that a parameter says; 0 where it says none. */
  count(name: string): number;
}

export function readDone(address: string): Done {
  const mark = address.indexOf('?');
  const parts = new Map<string, string>();
  for (const part of mark === -1 ? [] : address.slice(mark + 1).split('&')) {
    const equals = part.indexOf('=');
    if (equals <= 0) continue;
    const name = part.slice(0, equals);
    if (!parts.has(name)) parts.set(name, decoded(part.slice(equals + 1)));
  }
  const part = (name: string): string => parts.get(name) ?? '';
  return { part, count: (name) => wholeOf(part(name)) };
}

/** Of the address of engagement: seconds since the last one in which the page was visible and used. */
export const activeSecondsOf = (address: string): number => readDone(address).count('at');

function decoded(text: string): string {
  const spaced = text.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}

/** Of decimals the whole part; more digits than any of ours has are none. */
function wholeOf(text: string): number {
  const digits = /^(\d{1,9})(?:\.\d*)?$/.exec(text)?.[1];
  return digits === undefined ? 0 : Number(digits);
}
