/** Contact data as hashes: what the visitor typed never leaves the page. */
import { bag } from '../bag.ts';
import type { Counter, Instance } from '../counter.ts';

/** One spelling for each contact, so that equal contacts have equal hashes. */
export const normalizeContact = (name: string, text: string): string => {
  if (name === 'email') return text.trim().toLowerCase();
  // 8 (912) 345-67-89 is how +7 912 345-67-89 is dialled at home.
  if (name === 'phone_number') return text.replace(/\D/g, '').replace(/^8(?=\d{10}$)/, '7');
  return text;
};

/** SHA-256 as base64. Rejects on pages without https: they have no `crypto.subtle`. */
const hash = async (text: string): Promise<string> =>
  btoa(
    String.fromCharCode(...new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))),
  );

export const firstPartyMethods = (counter: Counter): Instance => {
  const send = (key: string, data: unknown, write: (name: string, text: string) => unknown): void => {
    const pairs = Object.entries(bag(data)).map(async ([name, value]) => [name, await write(name, `${value}`)]);
    Promise.all(pairs).then(
      (list) => {
        if (list[0]) counter._send('pa:1:ar:1', { params: { __ym: { [key]: list } } });
      },
      () => undefined,
    );
  };
  return {
    firstPartyParams: (data) =>
      send('fpp', data, (name, text) => (name === 'yandex_cid' ? text : hash(normalizeContact(name, text)))),
    firstPartyParamsHashed: (data) => send('fpmh', data, (_name, text) => text),
  };
};
