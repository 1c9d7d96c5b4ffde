/** Invitations: which fire for whom, and what they bring. */
export { createInvitationDesk, type InvitationDeskDeps } from './desk.ts';
export { invitationEndpoints, type InvitationEndpointDeps } from './endpoints.ts';
export type { ConversationTimes, VisitorReach, VisitorReaches } from './port.ts';
