/** An invitation's life on the page: shown, seen, tapped on a phone, closed [C22, C25, C29, C44]. */
import { randomUUID } from 'node:crypto';
import type { VisitorFrame } from '@goalpost/contract/chat';
import { answerable } from '../conversation/answerable.ts';
import type { ChatCore } from '../core.ts';
import type { Answerable } from '../conversation/index.ts';
import { contextOf } from '../presence/index.ts';
import { CHAT_GOALS, type StandingInvitation } from '../records.ts';
import type { Tab, TabConnection } from './visitor-tab.ts';

type Frame = Extract<VisitorFrame, { type: 'invitation' }>;

export async function takeInvitation(
  core: ChatCore,
  connection: TabConnection,
  tab: Tab,
  frame: Frame,
): Promise<void> {
  await core.conversations.inTurn(tab.holder.personId, async () => {
    switch (frame.event) {
      case 'shown':
        return shown(core, connection, tab, frame);
      case 'tapped':
        return tapped(core, tab);
      case 'closed':
        return closed(core, tab, frame);
      case 'held':
      case 'seen':
        await note(core, tab, frame.ruleId, frame.event);
        return;
    }
  });
}

/** Told to the rules' report; null where no rule showed it. */
function note(
  { desk, clock }: ChatCore,
  { holder }: Tab,
  ruleId: string | null,
  event: 'held' | 'shown' | 'seen' | 'accepted' | 'closed',
): ReturnType<ChatCore['desk']['happened']> {
  return ruleId === null ? Promise.resolve(null) : desk.happened(holder, ruleId, event, clock.now());
}

/** It stands from now on; a newer one takes the place of an older. */
async function shown(core: ChatCore, connection: TabConnection, tab: Tab, frame: Frame): Promise<void> {
  const { people, presence, clock } = core;
  const { ruleId } = frame;
  if (!core.networks.may('invitations', tab.address)) return connection.refuse('network_limit');
  const rule = await note(core, tab, ruleId, 'shown');
  if (ruleId !== null && rule === null) return connection.refuse('not_found');
  const before = await answerable(core, await people.ensure(tab.holder), tab.entry, tab.entry.invited);
  const text = rule?.text ?? frame.text;
  presence.update(tab.entry, { invited: true });
  // The next page of the same visit says it again.
  if (before !== null && before.ruleId === ruleId && before.text === text) return;
  const invitation: StandingInvitation = {
    id: randomUUID(),
    ruleId,
    variant: rule?.variant ?? 0,
    text,
    author: rule?.author ?? '',
    at: clock.now(),
    tapped: false,
    ...(before?.tapped === true ? { credited: true } : {}),
  };
  await people.update(tab.holder.personId, { invitation });
}

async function tapped(core: ChatCore, tab: Tab): Promise<void> {
  const { people, goals, hub, clock, mayTap, store } = core;
  const { personId, counterId, visitor } = tab.holder;
  const person = await people.byId(personId);
  const invitation = await answerable(core, person, tab.entry, tab.entry.invited);
  if (invitation === null || !tab.phone || person?.blocked === true) return;
  // One conversation makes one goal: this one has made its own.
  if ((await store.openConversation(personId))?.decided === true) return;
  // A page shows as many invitations as it likes, and each tap on one is a goal.
  if (!invitation.tapped && !(mayTap(personId) && core.networks.may('taps', tab.address))) return;
  if (!invitation.tapped) await people.update(personId, { invitation: tappedNow(invitation) });
  // Asked again after a crash between the two, it is the same goal.
  const isNew = await goals.add({
    id: `${personId}:${invitation.id}:${CHAT_GOALS.invitation}`,
    counterId,
    visitor,
    event: CHAT_GOALS.invitation,
    context: contextOf(tab.entry),
    at: clock.now(),
  });
  if (!isNew) return;
  hub.toVisitor(personId, { type: 'event', event: CHAT_GOALS.invitation });
  await note(core, tab, invitation.ruleId, 'accepted');
}

function tappedNow({ isInLog: _isInLog, ...invitation }: Answerable): StandingInvitation {
  return { ...invitation, tapped: true };
}

/** It is off the screen, and can be answered all the same [C29]. */
async function closed(core: ChatCore, tab: Tab, { ruleId }: Frame): Promise<void> {
  await note(core, tab, ruleId, 'closed');
  core.presence.update(tab.entry, { invited: false });
}
