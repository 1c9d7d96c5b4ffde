/** The chat's side of the shop's past: conversations for the chat events among its hits, and invitations. */
import type { InvitationRule } from '@goalpost/contract/chat';
import { createHash } from 'node:crypto';
import { assign } from '../src/invitations/assignment.ts';
import type { HitRecord } from '../src/collect/index.ts';
import { createChatStore, createInvitationStore, type Records } from '../src/stores/records/index.ts';
import { conversationOf, isChatGoal, type PastChat } from './chat-conversation.ts';
import { createChance } from './random.ts';

/** Of those who look at a second page; the rule waits a while, and most do not stay as long. */
const INVITED = 0.3;

export interface ChatPast {
  /** @param hits of one day; the same again changes nothing */
  write(hits: readonly HitRecord[]): Promise<void>;
}

export async function createChatPast(
  db: Records['db'],
  shop: { readonly counterId: number; readonly until: number },
): Promise<ChatPast> {
  const clock = { now: Date.now };
  const invitations = createInvitationStore(db, clock);
  const [rule] = await invitations.rules(shop.counterId);
  return {
    async write(hits) {
      const chance = createChance(hits[0]?.t ?? 0);
      const events = hits.flatMap((hit) => {
        const event = eventOf(hit);
        return isChatGoal(event) ? [{ hit, event }] : [];
      });
      // All of a day at once: each write by itself would wait for the disk.
      if (rule !== undefined) {
        const shown = shownOf(hits, rule, () => chance.happens(INVITED));
        await db.transaction().execute(async (trx) => {
          const store = createInvitationStore(trx, clock);
          for (const event of shown) await store.record(event);
        });
      }
      const store = createChatStore(db);
      for (const { hit, event } of events) {
        await keep(store, conversationOf({ hit, event, rule, until: shop.until, chance }));
      }
    },
  };
}

async function keep(store: ReturnType<typeof createChatStore>, past: PastChat): Promise<void> {
  if ((await store.conversation(past.conversationId)) !== null) return;
  const hash = createHash('sha256').update(`demo ${past.person.visitor}`).digest('hex');
  const known = await store.personBySecret(past.person.counterId, hash);
  const person = known ?? (await store.createPerson(past.person, hash));
  await store.write(past.step(person.id));
}

/** The event that a hit reports; empty where it is a page view. */
function eventOf({ q }: HitRecord): string {
  const url = new URLSearchParams(q).get('page-url') ?? '';
  return url.startsWith('goal://') ? (url.split('/').at(-1) ?? '') : '';
}

/** Those who accepted had been shown it; the others by chance, at their second page of the day. */
function shownOf(hits: readonly HitRecord[], rule: InvitationRule, isInvited: () => boolean) {
  const seen = new Set<string>();
  const second = new Map<string, number>();
  const accepted = new Map<string, number>();
  for (const hit of hits) {
    const visitor = hit.v ?? '';
    if (eventOf(hit) === 'Jivo_Proactive_invitation_accepted') accepted.set(visitor, hit.t);
    if (eventOf(hit) !== '') continue;
    if (seen.has(visitor) && !second.has(visitor)) second.set(visitor, hit.t);
    seen.add(visitor);
  }
  return [...second].flatMap(([visitor, at]) => {
    const { variant, control } = assign(visitor, rule);
    const took = control ? undefined : accepted.get(visitor);
    if (took === undefined && !isInvited()) return [];
    const event = { counterId: rule.counterId, ruleId: rule.id, variant, control, visitor };
    const shownAt = took === undefined ? at : took - 15_000;
    const shown = { ...event, kind: 'shown' as const, at: shownAt };
    if (control) return [shown];
    const after = [{ ...event, kind: 'seen' as const, at: shownAt + 1_000 }];
    return took === undefined
      ? [shown, ...after]
      : [shown, ...after, { ...event, kind: 'accepted' as const, at: took }];
  });
}
