/** The `_openstat` mark of advertising systems: `service;campaign;ad;place`, plain or in base64. */

const PARTS = /^([^;]{1,100});[^;]*;[^;]*(?:;|$)/;

/** The mark in plain text; empty where it is none. */
export function openstatText(mark: string): string {
  if (mark === '' || mark.length > 2_048) return '';
  const text = mark.includes(';') ? mark : Buffer.from(mark, 'base64').toString('utf8');
  return PARTS.test(text) ? text : '';
}

/** Lower-case name of the service, e.g. `direct.yandex.ru`; empty where the mark is none. */
export function openstatService(mark: string): string {
  const service = PARTS.exec(openstatText(mark))?.[1]?.trim().toLowerCase() ?? '';
  return /^[\w.-]+$/.test(service) ? service : '';
}
