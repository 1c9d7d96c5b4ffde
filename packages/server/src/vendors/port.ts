/** Where documents about other vendors' chats are kept, one of a kind for a counter. */

export interface VendorDocuments {
  /** Null: none was saved. */
  read(counterId: number, kind: string): Promise<unknown>;
  save(counterId: number, kind: string, document: unknown): Promise<void>;
}
