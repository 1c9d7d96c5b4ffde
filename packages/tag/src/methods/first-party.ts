/** Contact data as hashes: what the visitor typed never leaves the page. */
import { guard } from '../guard.ts';
import type { Counter, Methods } from '../model.ts';

/** One spelling for each contact, so that equal contacts have equal hashes. */
export const normalizeContact = (name: string, text: string): string =>
  name === 'phone_number' ? text.replace(/\D/g, '') : text.trim().toLowerCase();

/** SHA-256 as base64. Rejects on pages without https: they have no `crypto.subtle`. */
const hash = async ([name, value]: [string, unknown]): Promise<[string, unknown]> => [
  name,
  btoa(
    String.fromCharCode(
      ...new Uint8Array(
        await crypto.subtle.digest('SHA-256', new TextEncoder().encode(normalizeContact(name, `${value}`))),
      ),
    ),
  ),
];

export const firstPartyMethods = (counter: Counter): Methods => {
  const send = (params: unknown): void => counter._send('pa:1:ar:1:', { params: { __ym: params } });
  return {
    firstPartyParams: (data) => {
      Promise.all(Object.entries(data as object).map(hash)).then((fpp) => send({ fpp }), guard(String));
    },
    firstPartyParamsHashed: (data) => send({ fpmh: Object.entries(data as object) }),
  };
};
