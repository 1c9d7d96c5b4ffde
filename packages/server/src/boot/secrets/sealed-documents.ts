/** Documents of the chat whose secrets are sealed in the store: those of webhooks. */
import type { ChatDocuments } from '../../chat/port.ts';
import { type Secrets, SecretsLocked } from '../../kit/secrets/secrets.ts';
import { CannotStart } from '../cannot-start.ts';

const PURPOSE = 'webhook';
const isWebhook = (one: unknown): one is { readonly secret: string } =>
  typeof one === 'object' && one !== null && 'secret' in one && typeof one.secret === 'string';

export function sealedDocuments(documents: ChatDocuments, secrets: Secrets): ChatDocuments {
  const each = (document: unknown, change: (secret: string) => string): unknown =>
    Array.isArray(document)
      ? document.map((one: unknown) => (isWebhook(one) ? { ...one, secret: change(one.secret) } : one))
      : document;
  return {
    async read(counterId, kind) {
      const kept = await documents.read(counterId, kind);
      return kind === 'webhooks' ? each(kept, (secret) => secrets.open(secret, PURPOSE)) : kept;
    },
    save: (counterId, kind, document) =>
      documents.save(
        counterId,
        kind,
        kind === 'webhooks' ? each(document, (secret) => secrets.seal(secret, PURPOSE)) : document,
      ),
  };
}

/**
 * Seals what is not sealed with the first key yet.
 * @throws CannotStart where no key opens what is kept
 */
export async function sealAgain(
  documents: ChatDocuments,
  secrets: Secrets,
  counters: Iterable<number>,
): Promise<void> {
  const sealed = sealedDocuments(documents, secrets);
  for (const counterId of counters) {
    const kept = await documents.read(counterId, 'webhooks');
    if (!Array.isArray(kept) || !kept.some((one) => isWebhook(one) && secrets.isStale(one.secret))) continue;
    const open = await sealed.read(counterId, 'webhooks').catch((error: unknown) => {
      if (!(error instanceof SecretsLocked)) throw error;
      throw new CannotStart(
        `The secrets of the webhooks of counter ${counterId} cannot be opened: add the key that they were sealed with to GOALPOST_SECRETS_KEY, behind the new one.`,
      );
    });
    await sealed.save(counterId, 'webhooks', open);
  }
}
