/** What browsers say of themselves, as rows hold it: one object for all hits that say the same. */
import { LRUCache } from 'lru-cache';
import { NO_CLIENT, type ClientFields } from '../decode/client.ts';
import { detach } from '../decode/text.ts';
import { encode } from '../encode/columns.ts';
import { CLIENT_COLUMNS } from '../encode/agent-columns.ts';

export interface Client extends ClientFields {
  /** The same as rows hold it: made once, written with every row. */
  readonly encoded: Uint8Array;
}

export const clientOf = (fields: ClientFields): Client => ({
  ...fields,
  encoded: encode(CLIENT_COLUMNS, fields),
});

export const UNKNOWN_CLIENT = clientOf(NO_CLIENT);

const SHARED = 10_000;

export function createClientSharer(): (fields: ClientFields) => Client {
  const known = new LRUCache<string, Client>({ max: SHARED });
  return (fields) => {
    const key =
      `${fields.windowWidth} ${fields.windowHeight} ${fields.screenColors} ${fields.pixelRatio} ${fields.zone} ` +
      `${fields.cookies} ${fields.javascript} ${fields.thirdPartyCookies}\n${fields.region}\n${fields.city}`;
    let shared = known.get(key);
    if (shared === undefined) {
      shared = clientOf({ ...fields, region: detach(fields.region), city: detach(fields.city) });
      known.set(key, shared);
    }
    return shared;
  };
}
