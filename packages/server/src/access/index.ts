/** Access: who may use a counter, how people come in, and how they come back. */
export { createAccess, type Access } from './access.ts';
export { createPasswordLink } from './passwords.ts';
export type { LetterSender } from './outward.ts';
export type {
  AccessStore,
  EmailLinkRecord,
  GrantRecord,
  InvitationRecord,
  PasswordLinkRecord,
} from './port.ts';
