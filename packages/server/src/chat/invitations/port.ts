/** What the invitations' report asks of both stores. Times are milliseconds since the epoch. */

/** When visitors began conversations. Contract suite: `stores/records/invitation-outcomes.contract.ts`. */
export interface ConversationTimes {
  begun(
    counterId: number,
    from: number,
    to: number,
  ): Promise<readonly { readonly visitor: string; readonly at: number }[]>;
}

export interface VisitorReach {
  readonly visitor: string;
  readonly goalId: number;
  readonly at: number;
  readonly price: number;
  readonly currency: string;
}

/** What visitors reached. */
export interface VisitorReaches {
  /** @param visitors decimal UInt64 */
  reaches(
    counterId: number,
    visitors: readonly string[],
    from: number,
    to: number,
    signal?: AbortSignal,
  ): Promise<readonly VisitorReach[]>;
}
