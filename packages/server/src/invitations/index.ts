/** Invitations: which fire for whom, and what they bring. */
export { createInvitationDesk } from './rule-engine.ts';
export { invitationEndpoints } from './endpoints.ts';
