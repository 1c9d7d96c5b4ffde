/** What browsers say of themselves, as columns: one object for all hits that say the same. */
import { LRUCache } from 'lru-cache';
import { NO_CLIENT, type ClientFields } from '../decode/client.ts';
import { detach } from '../decode/text.ts';

export interface Client extends ClientFields {
  /** The same as JSON members, as rows hold them: made once, written with every row. */
  readonly columns: string;
}

export function clientOf(fields: ClientFields): Client {
  const columns = JSON.stringify({
    window_width: fields.windowWidth,
    window_height: fields.windowHeight,
    screen_colors: fields.screenColors,
    pixel_ratio: fields.pixelRatio,
    client_zone: fields.zone,
    cookies: fields.cookies,
    javascript: fields.javascript,
    third_party_cookies: fields.thirdPartyCookies,
    region: fields.region,
    city: fields.city,
  }).slice(1, -1);
  return { ...fields, columns };
}

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
