/** Why a frame or a file of the chat is refused: a closed set. */
export interface ChatRefusal {
  readonly type: 'refused';
  readonly reason: ChatRefusalReason;
  /** Key of the message refused, where there is one. */
  readonly key: string | null;
}
export const CHAT_REFUSALS = [
  'malformed',
  'version',
  'unknown_counter',
  'disabled',
  'denied',
  'blocked',
  'too_long',
  'too_large',
  'file_type',
  'too_fast',
  /** Others of the same network did too much [C77]. */
  'network_limit',
  'not_found',
  'closed',
  /** The visitor has a newer conversation that is open [C92]. */
  'already_open',
  'unavailable',
] as const;
export type ChatRefusalReason = (typeof CHAT_REFUSALS)[number];
