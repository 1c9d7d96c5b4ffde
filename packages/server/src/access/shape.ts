/** Grants and invitations in the API's shapes. */
import type { AccessInvitation, Grant } from '@goalpost/contract/management';
import type { GrantRecord, InvitationRecord } from './port.ts';

export const toSecond = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`;

export function toGrant(grant: Omit<GrantRecord, 'accountId'>, login: string): Grant {
  return {
    user_login: login,
    perm: grant.permission,
    filters: grant.filters,
    created_at: toSecond(grant.createdAt),
    comment: grant.comment,
  };
}

export function toInvitation(invitation: InvitationRecord, invitedBy: string): AccessInvitation {
  return {
    id: invitation.id,
    user_login: invitation.login,
    perm: invitation.permission,
    filters: invitation.filters,
    comment: invitation.comment,
    created_at: toSecond(invitation.createdAt),
    expires_at: toSecond(invitation.expiresAt),
    invited_by: invitedBy,
  };
}
