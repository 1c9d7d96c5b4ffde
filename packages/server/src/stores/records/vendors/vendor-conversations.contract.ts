/** What every store of other vendors' conversations does, whatever the database. */
import type { Kysely } from 'kysely';
import { expect, it } from 'vitest';
import type { CounterStore } from '../../../counters/index.ts';
import type { PersonRecords } from '../../../privacy/index.ts';
import type { VendorConversation, VendorConversations } from '../../../vendors/index.ts';
import { SETTINGS } from '../counters/counter-store.contract.ts';
import { createExpiringRecords } from '../privacy/expiring-records.ts';
import { createPurgeableRecords } from '../privacy/purgeable-records.ts';
import type { RecordsSchema } from '../schema.ts';

interface Made {
  readonly db: Kysely<RecordsSchema>;
  readonly vendorConversations: VendorConversations;
  readonly people: PersonRecords;
  readonly counters: CounterStore;
  close(): Promise<void>;
}

const VISITOR = '18446744073709551615';
const nothing = async (): Promise<void> => undefined;

export function registerVendorContract(make: () => Promise<Made>): void {
  async function filled() {
    const made = await make();
    const created = await made.counters.create('ann', null, SETTINGS, 1);
    if (created === 'taken') throw new Error('taken');
    const conversation = (changes: Partial<VendorConversation> = {}): VendorConversation => ({
      counterId: created.id,
      vendor: 'chatwoot',
      thread: '7',
      visitor: VISITOR,
      side: 0,
      begun: '',
      told: [],
      updatedAt: 1_800_000_000_000,
      ...changes,
    });
    return { ...made, counterId: created.id, conversation };
  }

  it('[C105] a conversation is found by counter, vendor and id, as it was saved last', async () => {
    const { vendorConversations: store, conversation, counterId, close } = await filled();
    expect(await store.find(counterId, 'chatwoot', '7')).toBeNull();
    const others = [
      conversation({ vendor: 'crisp' }),
      conversation({ thread: "7'; DROP TABLE vendor_conversations --" }),
      conversation({ counterId: counterId + 1 }),
    ];
    for (const one of [conversation(), ...others]) await store.save(one);
    const changed = conversation({ side: 3, begun: 'operator', told: ['start', 'rated'], updatedAt: 1 });
    await store.save(changed);
    await store.save(changed);
    expect(await store.find(counterId, 'chatwoot', '7')).toEqual(changed);
    for (const one of others) expect(await store.find(one.counterId, one.vendor, one.thread)).toEqual(one);
    await close();
  });

  it('[P11] those of a person are read out and deleted, and of others none', async () => {
    const { vendorConversations: store, conversation, counterId, people, close } = await filled();
    await store.save(conversation());
    await store.save(conversation({ thread: '8', visitor: '5' }));
    const person = { visitors: [VISITOR], people: [], conversations: [], files: [], names: [] };
    expect((await people.rows(counterId, person))['otherChats']).toMatchObject([{ thread: '7' }]);
    await people.remove(counterId, person);
    expect(await store.find(counterId, 'chatwoot', '7')).toBeNull();
    expect(await store.find(counterId, 'chatwoot', '8')).not.toBeNull();
    await close();
  });

  it('[P16] [P19] old ones go with conversations, and all of a counter with the counter', async () => {
    const { vendorConversations: store, conversation, counterId, db, close } = await filled();
    await store.save(conversation({ updatedAt: 10 }));
    await store.save(conversation({ thread: '8', updatedAt: 20 }));
    await createExpiringRecords(db, nothing).conversations.remove(counterId, 20);
    expect(await store.find(counterId, 'chatwoot', '7')).toBeNull();
    expect(await store.find(counterId, 'chatwoot', '8')).not.toBeNull();
    await createPurgeableRecords(db, nothing).purge(counterId);
    expect(await store.find(counterId, 'chatwoot', '8')).toBeNull();
    await close();
  });
}
