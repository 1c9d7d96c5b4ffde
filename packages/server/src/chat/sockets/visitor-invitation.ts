/** An invitation's life on the page: shown, seen, tapped on a phone, closed [C22, C25, C29, C44]. */
import { randomUUID } from 'node:crypto';
import type { VisitorFrame } from '@goalpost/contract/chat';
import { answerable } from '../conversation/answerable.ts';
import { type Answerable, hasMadeGoal } from '../conversation/index.ts';
import { contextOf } from '../presence/index.ts';
import { CHAT_GOALS, type StandingInvitation } from '../records.ts';
import type { Tab, TabConnection, VisitorDeps } from './visitor-tab.ts';

type InvitationDeps = Pick<
  VisitorDeps,
  | 'store'
  | 'people'
  | 'conversations'
  | 'presence'
  | 'networks'
  | 'goals'
  | 'hub'
  | 'mayTap'
  | 'desk'
  | 'directory'
  | 'clock'
>;

type Frame = Extract<VisitorFrame, { type: 'invitation' }>;

export async function takeInvitation(
  deps: InvitationDeps,
  connection: TabConnection,
  tab: Tab,
  frame: Frame,
): Promise<void> {
  await deps.conversations.inTurn(tab.holder.personId, async () => {
    switch (frame.event) {
      case 'shown':
        return shown(deps, connection, tab, frame);
      case 'tapped':
        return tapped(deps, tab);
      case 'closed':
        return closed(deps, tab, frame);
      case 'held':
      case 'seen':
        await note(deps, tab, frame.ruleId, frame.event);
        return;
    }
  });
}

/** Told to the rules' report; null where no rule showed it. */
function note(
  { desk, clock }: InvitationDeps,
  { holder }: Tab,
  ruleId: string | null,
  event: 'held' | 'shown' | 'seen' | 'accepted' | 'closed',
): ReturnType<InvitationDeps['desk']['happened']> {
  return ruleId === null ? Promise.resolve(null) : desk.happened(holder, ruleId, event, clock.now());
}

/** It stands from now on; a newer one takes the place of an older. */
async function shown(deps: InvitationDeps, connection: TabConnection, tab: Tab, frame: Frame): Promise<void> {
  const { people, presence, clock } = deps;
  const { ruleId } = frame;
  if (!deps.networks.may('invitations', tab.address)) return connection.refuse('network_limit');
  const rule = await note(deps, tab, ruleId, 'shown');
  if (ruleId !== null && rule === null) return connection.refuse('not_found');
  const before = await answerable(deps, await people.ensure(tab.holder), tab.entry, tab.entry.invited);
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
    ...(hasMadeGoal(before) ? { credited: true } : {}),
  };
  await people.update(tab.holder.personId, { invitation });
}

async function tapped(deps: InvitationDeps, tab: Tab): Promise<void> {
  const { people, goals, hub, clock, mayTap, store } = deps;
  const { personId, counterId, visitor } = tab.holder;
  const person = await people.byId(personId);
  const invitation = await answerable(deps, person, tab.entry, tab.entry.invited);
  if (invitation === null || !tab.phone || person?.blocked === true) return;
  // The tap on an invitation before it has made the goal of what is not written yet [C82].
  if (invitation.credited === true) return;
  // One conversation makes one goal: this one has made its own.
  if ((await store.openConversation(personId))?.decided === true) return;
  // A page shows as many invitations as it likes, and each one that was answered makes room for another goal.
  if (!invitation.tapped && !(mayTap(personId) && deps.networks.may('taps', tab.address))) return;
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
  hub.toVisitor({ counterId, personId }, { type: 'event', event: CHAT_GOALS.invitation });
  await note(deps, tab, invitation.ruleId, 'accepted');
}

function tappedNow({ isInLog: _isInLog, ...invitation }: Answerable): StandingInvitation {
  return { ...invitation, tapped: true };
}

/** It is off the screen, and can be answered all the same [C29]. */
async function closed(deps: InvitationDeps, tab: Tab, { ruleId }: Frame): Promise<void> {
  const { people, presence, clock } = deps;
  const { personId } = tab.holder;
  await note(deps, tab, ruleId, 'closed');
  const person = await people.byId(personId);
  // It stood until now: what is put away is as if it had been shown at that moment [C81].
  if (tab.entry.invited && person?.invitation)
    await people.update(personId, { invitation: { ...person.invitation, at: clock.now() } });
  presence.update(tab.entry, { invited: false });
}
