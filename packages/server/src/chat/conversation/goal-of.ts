/** Which goal a conversation's first visitor message makes [C20–C25]. */
import { CHAT_GOALS, type ChatGoal, type ConversationRecord, type StandingInvitation } from '../records.ts';

export interface GoalFacts {
  /** Null: the message opens the conversation. */
  readonly openedBy: ConversationRecord['openedBy'] | null;
  /** Shown in this visit and not answered yet. */
  readonly invitation: Pick<StandingInvitation, 'tapped'> | null;
  /** Whether an operator of the counter, or of the department asked for, is there to read it [C46]. */
  readonly online: boolean;
}

/** Null: the tap on the chat button has reported it already [C25]. */
export function goalOf({ openedBy, invitation, online }: GoalFacts): ChatGoal | null {
  if (!online) return CHAT_GOALS.offline;
  if (openedBy === 'operator') return CHAT_GOALS.operator;
  if (invitation !== null) return invitation.tapped ? null : CHAT_GOALS.invitation;
  return CHAT_GOALS.customer;
}

/** An invitation stands until the visit that it was shown in ends by silence [C22, V2]. */
export function standingIn(
  invitation: StandingInvitation | null | undefined,
  lastActivityAt: number,
  now: number,
  visitTimeoutSeconds: number,
): StandingInvitation | null {
  if (!invitation) return null;
  const silence = now - Math.max(invitation.at, lastActivityAt);
  return silence <= visitTimeoutSeconds * 1_000 ? invitation : null;
}
