/** What the timeline asks of others. */
import type { InvitationEventKindName } from './items.ts';

/** What became of invitations that rules showed to one visitor, newest first. */
export interface ShownInvitations {
  ofVisitor(counterId: number, visitor: string, limit: number): Promise<readonly ShownInvitation[]>;
}

export interface ShownInvitation {
  readonly at: number;
  readonly what: InvitationEventKindName;
  /** Empty: the rule is there no more. */
  readonly rule: string;
}
