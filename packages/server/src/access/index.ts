/** Access: who may use a counter, how people come in, and how they come back. */
export type {
  AccessStore,
  GrantedPermission,
  GrantRecord,
  InvitationRecord,
  PasswordLinkRecord,
} from './port.ts';
