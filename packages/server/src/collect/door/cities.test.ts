/** The owner's own file of cities: whole, damaged, or none at all. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPlace } from './place.ts';
import { mmdb } from './test-mmdb.ts';

const MUNICH = {
  country: { iso_code: 'DE' },
  subdivisions: [{ iso_code: 'BY', names: { en: 'Bavaria', de: 'Bayern' } }],
  city: { names: { en: 'Munich' } },
};
const FLAT = { country_code: 'RU', state1: 'Moscow Oblast', city: 'Khimki' };
const WHOLE = mmdb('Test-City', { 8: MUNICH, 77: FLAT, 1: { city: 5, subdivisions: 'x', state1: 7 } });

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'goalpost-cities-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function opened(content: Buffer | string) {
  const file = join(folder, 'cities.mmdb');
  await writeFile(file, content);
  const warnings: string[] = [];
  const place = await openPlace(file, { warn: (_, text) => warnings.push(text) });
  return { place, warnings };
}

it('[V44] tells region and city, in either layout, and none for private addresses', async () => {
  const { place, warnings } = await opened(WHOLE);
  expect(place.locality('8.8.8.8')).toEqual({ country: 'DE', region: 'Bavaria', city: 'Munich' });
  expect(place.locality('77.88.8.8')).toEqual({ country: 'RU', region: 'Moscow Oblast', city: 'Khimki' });
  expect(['8.8.8.8', '9.9.9.9', '127.0.0.1'].map(place.country)).toEqual(['DE', 'US', '']);
  expect(['9.9.9.9', '1.1.1.1', '127.0.0.1', '', 'x'].map(place.locality)).toEqual([
    null,
    null,
    null,
    null,
    null,
  ]);
  expect(warnings).toEqual([]);
});

it('[V44] a file of another kind starts with a warning, and countries are told as before', async () => {
  const { place, warnings } = await opened(
    mmdb('Test-ASN', { 8: { autonomous_system_number: 15_169, autonomous_system_organization: 'Google' } }),
  );
  expect([place.country('8.8.8.8'), place.locality('8.8.8.8')]).toEqual(['US', null]);
  expect(warnings).toEqual([expect.stringContaining('of the kind Test-ASN')]);
});

it.each<[string, Buffer | string, string]>([
  ['no .mmdb', 'region,city\nBavaria,Munich\n', 'is no whole .mmdb file'],
  ['a page of the web', `<!doctype html>${'x'.repeat(2_000)}`, 'is no whole .mmdb file'],
  ['nothing but zeros', Buffer.alloc(100_000), 'is no whole .mmdb file'],
  ['empty', '', 'is empty'],
  ['cut off', WHOLE.subarray(0, 60), 'is no whole .mmdb file'],
  ['its end alone', WHOLE.subarray(-80), 'is no whole .mmdb file'],
  ['packed with gzip', gzipSync(WHOLE), 'is packed with gzip: unpack it first'],
  [
    'packed as zip',
    Buffer.concat([Buffer.from('PK\u0003\u0004'), WHOLE]),
    'is packed as zip: unpack it first',
  ],
])(
  '[V44] a file that is %s starts with a warning that says so, and countries are told as before',
  async (_, content, why) => {
    const { place, warnings } = await opened(content);
    expect([place.country('8.8.8.8'), place.locality('8.8.8.8')]).toEqual(['US', null]);
    expect(warnings).toEqual([`GOALPOST_GEO_DB ${why}. Countries are told as before.`]);
  },
);

it.each([
  ['nowhere.mmdb', 'is not there'],
  ['.', 'is no file'],
])('[V44] a path that is no file (%s) starts with a warning', async (name, why) => {
  const warnings: string[] = [];
  const place = await openPlace(join(folder, name), { warn: (_, text) => warnings.push(text) });
  expect(place.country('8.8.8.8')).toBe('US');
  expect(warnings).toEqual([`GOALPOST_GEO_DB ${why}. Countries are told as before.`]);
});

it('[V44] a file that is replaced or goes while the server runs changes nothing until the next start', async () => {
  const { place, warnings } = await opened(WHOLE);
  await writeFile(join(folder, 'cities.mmdb'), 'half of a download');
  expect(place.locality('8.8.8.8')?.city).toBe('Munich');
  await rm(join(folder, 'cities.mmdb'));
  expect(place.locality('77.88.8.8')?.city).toBe('Khimki');
  expect(warnings).toEqual([]);
});

it('[V44] bytes that were changed never stop the server, and countries that it told are countries', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat({ max: WHOLE.length - 1 }), fc.nat({ max: 255 })), {
        minLength: 1,
        maxLength: 8,
      }),
      async (changes) => {
        const damaged = Buffer.from(WHOLE);
        for (const [at, byte] of changes) damaged[at] = byte;
        const { place } = await opened(damaged);
        for (const address of ['8.8.8.8', '77.88.8.8', '1.1.1.1', '200.1.1.1']) {
          expect(place.country(address)).toMatch(/^(?:[A-Z]{2})?$/);
          const locality = place.locality(address);
          expect(typeof (locality?.region ?? '')).toBe('string');
        }
      },
    ),
    { numRuns: 60 },
  );
});
