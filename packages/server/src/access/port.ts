/** Where grants, invitations and links for passwords are kept. Contract suite: `stores/records/access/access-store.contract.ts`. */
import type { GrantedRole } from '@goalpost/contract/management';

export type GrantedPermission = GrantedRole;

/** What an account other than the owner's may do with a counter. */
export interface GrantRecord {
  readonly accountId: string;
  readonly permission: GrantedPermission;
  /** Of a limited grant: which visits its reports show; empty: all. */
  readonly filters: string;
  readonly comment: string;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
}

/** An invited person without an account; they get access when they come. */
export interface InvitationRecord {
  readonly id: string;
  readonly counterId: number;
  /** E-mail address in lower case. */
  readonly login: string;
  readonly permission: GrantedPermission;
  readonly filters: string;
  readonly comment: string;
  /** Account. */
  readonly createdBy: string;
  readonly createdAt: number;
  readonly expiresAt: number;
}

export interface PasswordLinkRecord {
  readonly accountId: string;
  /** Account of the owner who made it for a colleague; null: it was mailed, or is from the administrator of the server. */
  readonly madeBy: string | null;
  readonly createdAt: number;
  readonly expiresAt: number;
}

export interface EmailLinkRecord {
  readonly accountId: string;
  /** The new address, in lower case. */
  readonly email: string;
  /** Of the password that it was asked for with: another password stops the link. */
  readonly passwordMark: string;
  readonly createdAt: number;
  readonly expiresAt: number;
}

/** Hashes are SHA-256 of a link's secret, hex. */
export interface AccessStore {
  /** The longest there first. */
  grants(counterId: number): Promise<GrantRecord[]>;
  grant(counterId: number, accountId: string): Promise<GrantRecord | null>;
  /** @returns false where the account has one */
  addGrant(counterId: number, grant: GrantRecord): Promise<boolean>;
  /** @returns null where the account has none */
  changeGrant(
    counterId: number,
    accountId: string,
    changes: Partial<Pick<GrantRecord, 'permission' | 'filters' | 'comment'>>,
  ): Promise<GrantRecord | null>;
  /** @returns false where the account has none */
  removeGrant(counterId: number, accountId: string): Promise<boolean>;

  /** In the place of any other of the same address to the same counter, whose link stops working. */
  putInvitation(invitation: InvitationRecord, hash: string): Promise<void>;
  /** Also those that have expired; the newest first. */
  invitations(counterId: number): Promise<InvitationRecord[]>;
  invitationByHash(hash: string): Promise<InvitationRecord | null>;
  /** Takes it away, for one of those who ask at once. @returns null where it is gone, or has expired */
  takeInvitation(hash: string, now: number): Promise<InvitationRecord | null>;
  removeInvitation(
    counterId: number,
    which: { readonly id: string } | { readonly login: string },
  ): Promise<boolean>;

  /** Forgets those that have expired by then. */
  addPasswordLink(link: PasswordLinkRecord, hash: string): Promise<void>;
  passwordLink(hash: string): Promise<PasswordLinkRecord | null>;
  /** Takes it away with every other link of the account. @returns null where it is gone, or has expired */
  takePasswordLink(hash: string, now: number): Promise<PasswordLinkRecord | null>;
  /** Forgets every link for a password of the account. */
  dropPasswordLinks(accountId: string): Promise<void>;

  /** In the place of any other of the account. Forgets those that have expired by then. */
  putEmailLink(link: EmailLinkRecord, hash: string): Promise<void>;
  emailLink(hash: string): Promise<EmailLinkRecord | null>;
  /** Takes it away, for one of those who ask at once. @returns null where it is gone, or has expired */
  takeEmailLink(hash: string, now: number): Promise<EmailLinkRecord | null>;
}
