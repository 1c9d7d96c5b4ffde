/** [K7] Secrets of webhooks are sealed in the records, and sealed again with a new key. */
import { expect, it } from 'vitest';
import type { ChatDocuments } from '../../chat/port.ts';
import { createSecrets } from '../../kit/secrets/secrets.ts';
import { CannotStart } from '../cannot-start.ts';
import { sealAgain, sealedDocuments } from './sealed-documents.ts';

const OLD = 'an old key of the test';
const NEW = 'a newer key of the test';
const HOOK = { id: 'a', url: 'https://crm.example/', events: [], secret: 'whsec_x', createdAt: 1 };

function memory() {
  const kept = new Map<string, unknown>();
  const documents: ChatDocuments = {
    read: (counterId, kind) => Promise.resolve(kept.get(`${counterId} ${kind}`) ?? null),
    save(counterId, kind, document) {
      kept.set(`${counterId} ${kind}`, document);
      return Promise.resolve();
    },
  };
  return { documents, text: () => JSON.stringify([...kept]) };
}

it('[K7] are sealed in the store, and other documents are left as they are', async () => {
  const { documents, text } = memory();
  const sealed = sealedDocuments(documents, createSecrets([NEW]));
  await sealed.save(1, 'webhooks', [HOOK]);
  await sealed.save(1, 'settings', { secret: 'word' });
  expect(text()).not.toContain('whsec_x');
  expect(text()).toContain('word');
  expect(await sealed.read(1, 'webhooks')).toEqual([HOOK]);
  expect(await sealed.read(2, 'webhooks')).toBeNull();
});

it('[K7] are sealed at a start: plain ones, those of an older key, and back again without one', async () => {
  const { documents, text } = memory();
  await documents.save(1, 'webhooks', [HOOK]);
  await sealAgain(documents, createSecrets([OLD]), [1, 2]);
  expect(text()).not.toContain('whsec_x');
  await expect(sealAgain(documents, createSecrets([NEW]), [1])).rejects.toThrow(CannotStart);
  await expect(sealAgain(documents, createSecrets([]), [1])).rejects.toThrow(/GOALPOST_SECRETS_KEY/);
  await sealAgain(documents, createSecrets([NEW, OLD]), [1]);
  expect(await sealedDocuments(documents, createSecrets([NEW])).read(1, 'webhooks')).toEqual([HOOK]);
});
