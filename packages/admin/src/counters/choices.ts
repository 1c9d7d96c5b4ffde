/** Time zones and currencies to choose from, and the likely ones for this browser. */

export function localTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Also the one chosen now, which the browser may not list. */
export function timeZones(...also: readonly string[]): string[] {
  return [...new Set(['UTC', ...also, localTimeZone(), ...Intl.supportedValuesOf('timeZone')])];
}

const FREQUENT = ['RUB', 'USD', 'EUR', 'GBP', 'KZT', 'BYN', 'TRY', 'UAH', 'PLN', 'CNY'];
const BY_REGION: Readonly<Record<string, string>> = {
  RU: 'RUB',
  US: 'USD',
  GB: 'GBP',
  KZ: 'KZT',
  BY: 'BYN',
  TR: 'TRY',
  UA: 'UAH',
  PL: 'PLN',
  CN: 'CNY',
  DE: 'EUR',
  FR: 'EUR',
  ES: 'EUR',
  IT: 'EUR',
  NL: 'EUR',
  AT: 'EUR',
  FI: 'EUR',
  PT: 'EUR',
  IE: 'EUR',
  BE: 'EUR',
};

export function localCurrency(language: string): string {
  const region = navigator.languages
    .map((tag) => new Intl.Locale(tag).region)
    .find((code) => code !== undefined);
  return BY_REGION[region ?? ''] ?? (language === 'ru' ? 'RUB' : 'USD');
}

export function currencies(language: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(language, { type: 'currency' });
  const codes = [...new Set([...FREQUENT, ...Intl.supportedValuesOf('currency')])];
  return codes.map((code) => ({ value: code, label: `${code} · ${names.of(code) ?? code}` }));
}
