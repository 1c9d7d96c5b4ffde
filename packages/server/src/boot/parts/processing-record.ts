/** The record of processing: what the settings of the server and of a counter say about people's data. */
import { createNoticeStore, createRetentionStore, createShareStore } from '../../stores/records/index.ts';
import type { Endpoint } from '../../kit/endpoint.ts';
import { createSecrets } from '../../kit/secrets/secrets.ts';
import { CHANNELS } from '../../notify/index.ts';
import { PURGE_DAYS, recordEndpoints } from '../../privacy/index.ts';
import type { Part } from '../part.ts';
import { serverFacts } from '../config/server-facts.ts';
import { access } from './access.ts';
import { accounts } from './accounts.ts';
import { chat } from './chat.ts';
import { counters } from './counters.ts';
import { records } from './records.ts';
import { vendors } from './vendors.ts';
import { webhooks } from './webhooks.ts';

export const processingRecord: Part<readonly Endpoint[]> = {
  name: 'processing record',
  open({ config, clock, use }) {
    const { db } = use(records);
    const notices = createNoticeStore(db, createSecrets(config.secretsKeys));
    const shares = createShareStore(db);
    const periods = createRetentionStore(db, () => clock.now());
    return recordEndpoints({
      server: serverFacts(config),
      clock,
      async factsOf(counterId) {
        const counter = await use(counters).counters.get(counterId);
        if (counter === null) return null;
        const owner = await use(accounts).loginOf(counter.ownerId);
        const granted = await use(access).grantsOf(counterId);
        const channels = await notices.channels(counterId);
        return {
          counter,
          periods: await periods.periods(counterId),
          purgeDays: PURGE_DAYS,
          people: [
            ...(owner === null ? [] : [{ login: owner, role: 'own' as const }]),
            ...granted.map(({ user_login: login, perm: role }) => ({ login, role })),
          ],
          sharedLinks: (await shares.list(counterId)).length,
          hasChat: (await use(chat).chat.whyClosed(counterId)) === null,
          team: (await use(chat).chat.settings.get(counterId)).mail.team,
          comesIn: Object.entries(await use(vendors).doorsOf(counterId)).map(([vendor, { isSigned }]) => ({
            vendor,
            signed: isSigned,
          })),
          webhooks: await use(webhooks).hosts(counterId),
          channels: channels.map(({ kind, config: chosen }) => CHANNELS[kind].target(chosen as never)),
        };
      },
    });
  },
};
