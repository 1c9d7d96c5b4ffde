/** Contact data as hashes: what the visitor typed never leaves the page. */
import type { Counter, Methods } from '../shared/model.ts';
import { own, type Options } from '../shared/values.ts';

/** One spelling for each contact, so that equal contacts have equal hashes. */
export const normalizeContact = (name: string, text: string): string =>
  name === 'phone_number' ? text.replace(/\D/g, '') : text.trim().toLowerCase();

/** SHA-256 as base64. Rejects on pages without https: they have no `crypto.subtle`. */
const hash = async (text: string): Promise<string> =>
  btoa(
    String.fromCharCode(
      ...new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))),
    ),
  );

export const firstPartyMethods = (counter: Counter): Methods => {
  const send = (params: unknown): void => counter._send('pa:1:ar:1:', { params: { __ym: params } });
  const sendHashes = async (data: Options): Promise<void> => {
    try {
      const fpp: unknown[] = [];
      for (const name in data)
        fpp[fpp.length] = [name, await hash(normalizeContact(name, `${data[name] as string}`))];
      send({ fpp });
    } catch {
      // Nothing is sent then, and nothing said into the page.
    }
  };
  return {
    firstPartyParams: (data) => void sendHashes(own(data)),
    firstPartyParamsHashed: (data) => send({ fpmh: Object.entries(data as object) }),
  };
};
