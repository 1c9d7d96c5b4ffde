/** The engine of a browser, and its version. */

/** Blink has no word of its own: it is of the version that Chrome is. */
const VERSIONS: Readonly<Record<string, RegExp>> = {
  Blink: /\b(?:Chrome|Chromium|CrMo|CriOS)\/(\d[\d.]*)/,
  WebKit: /\bAppleWebKit\/(\d[\d.]*)/,
  Gecko: /\brv:(\d[\d.]*)/,
  Trident: /\bTrident\/(\d[\d.]*)/,
  Presto: /\bPresto\/(\d[\d.]*)/,
  EdgeHTML: /\bEdge\/(\d[\d.]*)/,
};

const PARTS = 4;
const MAX_PART = 65_535;

export function engineOf(
  agent: string,
  engine: string | undefined,
): { readonly engine: string; readonly engineVersion: string } {
  if (engine === undefined) return { engine: '', engineVersion: '' };
  const parts = (VERSIONS[engine]?.exec(agent)?.[1] ?? '').split('.', PARTS);
  const whole = parts.findIndex((part) => !/^\d{1,5}$/.test(part) || Number(part) > MAX_PART);
  return { engine, engineVersion: (whole === -1 ? parts : parts.slice(0, whole)).join('.') };
}
