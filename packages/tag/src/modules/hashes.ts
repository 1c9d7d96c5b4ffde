/** Contact data as hashes: what the visitor typed never leaves the page. */
import { own } from '../shared/values.ts';
import type { Module } from '../shared/model.ts';

export const hashes: Module = (counter) => {
  const send = (params: unknown): void => counter._send('pa:1:ar:1:', { params: { __ym: params } });
  /** SHA-256 as base64. Rejects on pages without https: they have no `crypto.subtle`. */
  const hash = async (text: string): Promise<string> =>
    btoa(
      String.fromCharCode(
        ...new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))),
      ),
    );
  return {
    firstPartyParams: (given) =>
      void (async () => {
        try {
          const fpp: unknown[] = [];
          const data = own(given);
          for (const name in data) {
            const text = `${data[name] as string}`;
            // One spelling for each contact, so that equal contacts have equal hashes.
            const spelled = name === 'phone_number' ? text.replace(/\D/g, '') : text.trim().toLowerCase();
            fpp[fpp.length] = [name, await hash(spelled)];
          }
          send({ fpp });
        } catch {
          // Nothing is sent then, and nothing said into the page.
        }
      })(),
    firstPartyParamsHashed: (data) => send({ fpmh: Object.entries(data as object) }),
  };
};
