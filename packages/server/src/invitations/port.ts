/** What the invitations' report asks of both stores. Times are milliseconds since the epoch. */
import type { InvitationRule, InvitationRuleInput } from '@goalpost/contract/chat';

/** When visitors began conversations. Contract suite: `stores/records/invitations/outcomes.contract.ts`. */
export interface ConversationTimes {
  begun(
    counterId: number,
    from: number,
    to: number,
  ): Promise<readonly { readonly visitor: string; readonly at: number }[]>;
}

export type InvitationEventKind = 'shown' | 'seen' | 'accepted' | 'closed';

export interface InvitationEvent {
  readonly counterId: number;
  readonly ruleId: string;
  readonly variant: number;
  /** Would have been shown, and was not [C43]. */
  readonly control: boolean;
  readonly visitor: string;
  readonly kind: InvitationEventKind;
  readonly at: number;
}

export interface InvitationStore {
  rules(counterId: number): Promise<InvitationRule[]>;
  rule(counterId: number, id: string): Promise<InvitationRule | null>;
  saveRule(counterId: number, id: string | null, input: InvitationRuleInput): Promise<InvitationRule | null>;
  deleteRule(counterId: number, id: string): Promise<boolean>;
  /** One row for each (rule, visitor, kind, UTC day); the same again is a no-op. */
  record(event: InvitationEvent): Promise<void>;
  events(counterId: number, ruleId: string, from: number, to: number): Promise<InvitationEvent[]>;
  /** Latest `shown` of each rule for a visitor; for `frequency` and `since_invitation`. */
  lastShown(counterId: number, visitor: string): Promise<ReadonlyMap<string, number>>;
}
