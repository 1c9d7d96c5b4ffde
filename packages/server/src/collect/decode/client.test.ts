/** What a browser says of itself: read where it is whole, and no value where it is anything else. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeHit } from './hit.ts';
import { listed, NO_CLIENT, NO_ZONE, unlisted } from './client.ts';

const ARRIVED_AT = Date.UTC(2026, 10, 22, 17, 8, 22);

const clientOf = (info: string | null, more: object = {}) =>
  decodeHit({
    k: 'h',
    c: 1,
    t: ARRIVED_AT,
    a: '',
    v: '1',
    q: new URLSearchParams(info === null ? {} : { 'browser-info': info }).toString(),
    ...more,
  }).client;

describe('what a browser says of itself', () => {
  it('[V43] is kept: window, colours, ratio, zone, cookies, scripts', () => {
    expect(clientOf('pv:1:v:25:z:180:c:1:w:1280x720:s:1280x720x24:sk:1.25:i:20261122200822')).toEqual({
      ...NO_CLIENT,
      windowWidth: 1280,
      windowHeight: 720,
      screenColors: 24,
      pixelRatio: 1.25,
      zone: 180,
      cookies: 'yes',
      javascript: 'yes',
    });
    expect(clientOf('pv:1:v:1:c:0').cookies).toBe('no');
  });

  it('[V43] the zone is what its clock is ahead of the hit, where it says no more than its time', () => {
    expect(clientOf('pv:1:i:20261122200822').zone).toBe(180);
    expect(clientOf('pv:1:i:20261122123900').zone).toBe(-270);
    expect(clientOf('pv:1:i:20361122123900').zone).toBe(NO_ZONE);
    expect(clientOf('pv:1:z:-0').zone).toBe(0);
  });

  it('[V43] no browser-info is no script, and an event that the server reports says nothing of it', () => {
    expect(clientOf(null).javascript).toBe('no');
    expect(clientOf('pv:1').javascript).toBe('');
    expect(clientOf('ar:1:v:1', { p: ['https://shop.example/', ''] }).javascript).toBe('');
  });

  it('[V43] a cookie on another site tells that those are taken', () => {
    expect(clientOf('pv:1', { y: 1 }).thirdPartyCookies).toBe('yes');
    expect(clientOf('pv:1').thirdPartyCookies).toBe('');
  });

  it('[V44] region and city are those of the door, cut', () => {
    expect(clientOf('pv:1', { d: ['Bavaria', 'x'.repeat(300)] })).toMatchObject({
      region: 'Bavaria',
      city: 'x'.repeat(100),
    });
  });

  it.each([
    'w:0x0:s:0x0x0:sk:0:z:x',
    'w:x:s:x:sk:x:z:',
    'w:-1x-5:s:xx900:sk:99999:z:99999:i:99999999999999',
    'w:NaN:s:1x1x65:sk:17:z:1081:c:yes',
    'w::s::sk:1.:z:1.5:i:2026',
  ])('[V43] what cannot be is no value: %s', (info) => {
    expect(clientOf(`pv:1:${info}`)).toEqual(NO_CLIENT);
  });

  it('[V43] whatever it says fits the columns, and comes back from memory', () => {
    const value = fc.oneof(fc.string({ maxLength: 30 }), fc.double().map(String), fc.integer().map(String));
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('w', 's', 'sk', 'z', 'i', 'c', 'v'), value)), (pairs) => {
        const client = clientOf(pairs.map((pair) => pair.join(':')).join(':'));
        for (const size of [client.windowWidth, client.windowHeight]) {
          expect(Number.isInteger(size) && size >= 0 && size <= 65_535).toBe(true);
        }
        expect(Number.isInteger(client.screenColors) && client.screenColors <= 64).toBe(true);
        expect(client.pixelRatio >= 0 && client.pixelRatio <= 16).toBe(true);
        expect(client.zone === NO_ZONE || Math.abs(client.zone) <= 1_080).toBe(true);
        expect(unlisted(listed(client))).toEqual(client);
      }),
    );
  });
});
