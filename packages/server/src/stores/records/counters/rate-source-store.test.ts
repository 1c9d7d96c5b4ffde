/** The address of a source of rates is sealed, and sealed again with another key. */
import { expect, it } from 'vitest';
import { createSecrets, SecretsLocked } from '../../../kit/secrets/secrets.ts';
import { openTestRecords } from '../test-records.ts';
import { createRateSourceStore, sealRateSourcesAgain } from './rate-source-store.ts';

const [OLD, NEW] = ['an old key that is long enough', 'a new key that is long enough'];

it('seals addresses, and again where the first key changes', async () => {
  const { db, close } = await openTestRecords();
  const source = { url: 'https://rates.example/?app_id=secret', into: 'RUB', currencies: ['USD'] };
  const state = { rates: [], nextAt: 0, failures: 0, fetchedAt: null, fault: null };
  await createRateSourceStore(db, createSecrets([OLD])).put(1, () => ({ ...source, ...state }));
  const kept = async () => (await db.selectFrom('rate_sources').select('url').executeTakeFirstOrThrow()).url;
  expect(await kept()).not.toContain('secret');
  await expect(sealRateSourcesAgain(db, createSecrets([NEW]))).rejects.toThrow(SecretsLocked);
  await sealRateSourcesAgain(db, createSecrets([NEW, OLD]));
  expect(await createRateSourceStore(db, createSecrets([NEW])).get(1)).toMatchObject(source);
  await close();
});
