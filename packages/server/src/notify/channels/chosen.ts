/** The channels that an alert or a schedule names: whether they are there, and what is sent by each. */
import { problem, type Problem } from '../../kit/problem.ts';
import type { Message } from './channel.ts';
import type { NewNotice, NoticeStore } from './port.ts';

export interface Chosen {
  readonly counterId: number;
  /** Ids of channels. */
  readonly chosen: readonly string[];
}

type Channels = Pick<NoticeStore, 'channels'>;

/** @param field that names them, e.g. `alert` */
export async function refuseChannels(
  store: Channels,
  { counterId, chosen }: Chosen,
  field: string,
): Promise<Problem | null> {
  const known = new Set((await store.channels(counterId)).map(({ id }) => id));
  const unknown = chosen.findIndex((id) => !known.has(id));
  return unknown === -1
    ? null
    : problem('invalid_parameter', 'There is no such channel.', `${field}.channels.${unknown}`);
}

/** @param told by a key each: made again, the notices are the same, and are not sent twice */
export async function noticesBy(
  store: Channels,
  { counterId, chosen }: Chosen,
  told: readonly { readonly key: string; readonly message: Message }[],
): Promise<NewNotice[]> {
  if (told.length === 0) return [];
  const known = (await store.channels(counterId)).filter(({ id }) => chosen.includes(id));
  return told.flatMap(({ key, message }) =>
    known.map(({ id }) => ({ id: `${key}-${id}`, counterId, channelId: id, message })),
  );
}
