/** Visits to report on, sent as hits over the wire. */
import { newVisitorId, reach, sendHit } from '../path/wire.ts';
import type { Stage } from './stage.ts';

export const CHAT = 'Jivo_Client_initiate_chat';
export const CHAT_GOAL = 'Jivo auto-goal: customer opened chat';

/** Visitors who look at one page; those below `chats` then write to the chat. */
export async function sendVisits(
  { server }: Pick<Stage, 'server'>,
  counter: number,
  { visits, chats, from = '' }: { readonly visits: number; readonly chats: number; readonly from?: string },
): Promise<void> {
  for (let number = 0; number < visits; number++) {
    const visitor = newVisitorId();
    await sendHit(server.url, { counter, visitor, pageUrl: 'https://shop.example/', pageRef: from });
    if (number < chats) await reach(server.url, { counter, visitor }, CHAT);
  }
  await server.flushed();
}
