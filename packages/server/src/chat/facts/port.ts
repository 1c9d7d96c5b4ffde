/** What reports say of a conversation, and where it is on its way to the analytics store [M85]. */
import type { ChatBeginning } from '@goalpost/contract/reports/beginnings';

/** A conversation in which the visitor has written. */
export interface ConversationFact {
  readonly counterId: number;
  readonly conversationId: string;
  /** Analytics visitor number, decimal. */
  readonly visitor: string;
  /** Of the visitor's first message, Unix milliseconds. */
  readonly at: number;
  readonly start: ChatBeginning;
  /** From there to an operator's first answer; null: there is none. */
  readonly answeredMs: number | null;
  readonly rating: number | null;
  /** Who has it, else who answered first. */
  readonly operator: { readonly id: string; readonly name: string } | null;
  readonly rule: { readonly id: string; readonly name: string; readonly variant: number } | null;
  /** Grows whenever any of this may have changed. */
  readonly revision: number;
}

/** Contract suite: `stores/records/chat/facts.contract.ts`. */
export interface FactOutbox {
  /** Those that the analytics store does not know as they are now, oldest first. */
  due(limit: number): Promise<ConversationFact[]>;
  /** The store knows them up to these revisions. @returns ids of those that are gone since they were read */
  told(facts: readonly ConversationFact[]): Promise<string[]>;
}

export interface FactSink {
  /** The same again changes nothing. */
  put(facts: readonly ConversationFact[]): Promise<void>;
  forget(conversationIds: readonly string[]): Promise<void>;
}
