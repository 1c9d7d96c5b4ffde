/** The access feature as a whole. */
import type { Grant } from '@goalpost/contract/management';
import type { Endpoint } from '../kit/endpoint.ts';
import { emailEndpoints } from './new-address/endpoints.ts';
import { createEmails } from './new-address/new-address.ts';
import { grantEndpoints } from './grant-endpoints.ts';
import { bulkEndpoints } from './bulk/endpoints.ts';
import { createBulk } from './bulk/bulk.ts';
import { createGrants } from './grants.ts';
import { invitationEndpoints } from './invitation-endpoints.ts';
import { createInvitations } from './invitations.ts';
import type { AccessDeps } from './outward.ts';
import { passwordEndpoints } from './password-endpoints.ts';
import { createPasswords } from './passwords.ts';

export interface Access {
  readonly endpoints: readonly Endpoint[];
  /** Who may use the counter, without its owner. */
  grantsOf(counterId: number): Promise<Grant[]>;
  /** A one-time link for a new password. @returns null where there is no such account */
  passwordLinkFor(login: string): Promise<string | null>;
  /** Resolves when the letters that were begun have been sent. */
  idle(): Promise<void>;
}

export function createAccess(deps: AccessDeps): Access {
  const invitations = createInvitations(deps);
  const grants = createGrants(deps, invitations);
  const passwords = createPasswords(deps);
  return {
    endpoints: [
      ...grantEndpoints(grants),
      ...invitationEndpoints(invitations),
      ...bulkEndpoints(createBulk({ grants, invitations, clock: deps.clock })),
      ...passwordEndpoints(passwords),
      ...emailEndpoints(createEmails(deps)),
    ],
    grantsOf: (counterId) => grants.list(counterId),
    passwordLinkFor: (login) => passwords.linkForAccount(login),
    idle: () => passwords.idle(),
  };
}
