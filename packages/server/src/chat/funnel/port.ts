/** What the chat's funnel asks of the records store. Contract suite: `stores/records/chat/funnel.contract.ts`. */

export interface FunnelConversation {
  /** Decimal. */
  readonly visitor: string;
  /** Milliseconds since the epoch: the visitor's first message. */
  readonly at: number;
}

/** Periods are milliseconds since the epoch: from the first on, before the second. */
export interface FunnelRecords {
  /** Each visitor once: whom a rule showed its invitation to, or an operator wrote to first [M20]. */
  invited(counterId: number, from: number, before: number): Promise<readonly string[]>;
  /** By the visitor's first message [M21]. */
  conversations(counterId: number, from: number, before: number): Promise<readonly FunnelConversation[]>;
}
