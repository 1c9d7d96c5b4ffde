/** Which goal a conversation's first visitor message makes [C20–C25]. */
import { CHAT_GOALS, type ChatGoal, type ConversationRecord, type StandingInvitation } from '../records.ts';

export interface GoalFacts {
  /** Null: the message opens the conversation. */
  readonly openedBy: ConversationRecord['openedBy'] | null;
  /** The one that the message answers [C22]. */
  readonly invitation: Pick<StandingInvitation, 'tapped' | 'credited'> | null;
  /** Whether an operator of the counter, or of the department asked for, is there to read it [C46]. */
  readonly online: boolean;
  /** It was left in the offline form; else it was written in the composer [C24]. */
  readonly inForm: boolean;
}

/** Whether a tap on it, or on one before it, has made the goal of what is not written yet [C82]. */
export const hasMadeGoal = (invitation: GoalFacts['invitation']): boolean =>
  invitation?.tapped === true || invitation?.credited === true;

/** Null: the tap on the chat button has made the conversation's goal already [C25, C82]. */
export function goalOf({ openedBy, invitation, online, inForm }: GoalFacts): ChatGoal | null {
  if (hasMadeGoal(invitation)) return null;
  const isAnswer = openedBy === 'operator' || invitation !== null;
  if (!online && (inForm || !isAnswer)) return CHAT_GOALS.offline;
  if (openedBy === 'operator') return CHAT_GOALS.operator;
  return invitation === null ? CHAT_GOALS.customer : CHAT_GOALS.invitation;
}

export interface Scope {
  readonly lastActivityAt: number;
  readonly now: number;
  readonly visitTimeoutSeconds: number;
  /** The visitor's page says that it is on the screen. */
  readonly isOnScreen: boolean;
}

/** An invitation can be answered until the visit that it was shown in ends, or as long as it is on the screen [C81]. */
export function standingIn(
  invitation: StandingInvitation | null | undefined,
  { lastActivityAt, now, visitTimeoutSeconds, isOnScreen }: Scope,
): StandingInvitation | null {
  if (!invitation) return null;
  const silence = now - Math.max(invitation.at, lastActivityAt);
  return isOnScreen || silence <= visitTimeoutSeconds * 1_000 ? invitation : null;
}
