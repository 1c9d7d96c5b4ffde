/** Invitations: which fire for whom, and what they bring. */
export { createInvitationDesk, type InvitationDeskDeps } from './rule-engine.ts';
export { invitationEndpoints, type InvitationEndpointDeps } from './endpoints.ts';
export type { ConversationTimes } from './port.ts';
