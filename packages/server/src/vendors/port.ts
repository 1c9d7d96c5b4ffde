/** Where documents and conversations of other vendors' chats are kept. Contract suite: `stores/records/vendors/vendor-conversations.contract.ts`. */

export interface VendorDocuments {
  /** Null: none was saved. */
  read(counterId: number, kind: string): Promise<unknown>;
  save(counterId: number, kind: string, document: unknown): Promise<void>;
}

/** Who spoke before the visitor did: 0 no one, 1 a person or a rule, 2 a rule, 3 an operator by hand. */
export type Side = 0 | 1 | 2 | 3;

export interface VendorConversation {
  readonly counterId: number;
  readonly vendor: string;
  /** The vendor's id of it. */
  readonly thread: string;
  /** Decimal UInt64; empty: not known. */
  readonly visitor: string;
  readonly side: Side;
  /** How it began; empty: the visitor has not written yet. */
  readonly begun: '' | 'started' | 'invited' | 'operator';
  /** What is counted of it. */
  readonly told: readonly string[];
  /** Milliseconds since the epoch. */
  readonly updatedAt: number;
}

export interface VendorConversations {
  find(counterId: number, vendor: string, thread: string): Promise<VendorConversation | null>;
  save(conversation: VendorConversation): Promise<void>;
}
