/** What only the door knows of a hit, in the journal's record. */
import { expect, it } from 'vitest';
import { decodeHit } from '../decode/hit.ts';
import { draftHit, recordOf } from './hit-draft.ts';
import { readHead } from './request-head.ts';
import { parsePath } from './wire-path.ts';

const recordWith = (headers: Record<string, string>) => {
  const draft = draftHit({
    method: 'GET',
    path: parsePath('/watch/1'),
    query: 'browser-info=pv:1:v:1',
    head: readHead(headers),
    address: '8.8.8.8',
    now: 1_790_000_000_000,
  });
  draft.locality = { country: 'DE', region: 'Bavaria', city: 'Munich' };
  return recordOf(draft, 1, '5');
};

it('[V43] a cookie on the page of another site is noted, not kept', () => {
  const foreign = recordWith({ cookie: 'a=secret', 'sec-fetch-site': 'cross-site' });
  expect(foreign.y).toBe(1);
  expect(JSON.stringify(foreign)).not.toContain('secret');
  expect(recordWith({ cookie: 'a=b', 'sec-fetch-site': 'same-site' }).y).toBeUndefined();
  expect(recordWith({ 'sec-fetch-site': 'cross-site' }).y).toBeUndefined();
});

it('[V44] region and city go with the hit to its row', () => {
  expect(decodeHit(recordWith({})).client).toMatchObject({ region: 'Bavaria', city: 'Munich' });
});
