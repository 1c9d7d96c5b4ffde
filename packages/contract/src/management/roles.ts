/** The table of roles and scopes: what an account, and what an API token, may do with a counter. */

/** What an account is to a counter, as `perm` names it. Only the account that made the counter has `own`. */
export const ROLES = ['own', 'edit', 'analyst', 'view', 'limited', 'chat'] as const;
export type Role = (typeof ROLES)[number];

/** Roles that can be given. */
export const GRANTED_ROLES = ['edit', 'analyst', 'view', 'limited', 'chat'] as const;
export type GrantedRole = (typeof GRANTED_ROLES)[number];

/** What an endpoint or a frame asks for. */
export const ABILITIES = [
  /** To know that the counter is there, and what it is called. */
  'enter',
  /** Reports and names of goals, within the limits of who asks [A83]. */
  'report',
  /** Reports without limits, visits, segments and settings, to look at. */
  'view',
  /** Conversations and who writes them, to look at. */
  'chat:read',
  /** Answers, notes, invitations by hand, files of the chat. */
  'chat:answer',
  /** Goals and segments, to make and change. */
  'analyse',
  /** All settings, and who else may use the counter. */
  'edit',
  /** Deleting and restoring. */
  'own',
] as const;
export type Ability = (typeof ABILITIES)[number];

/** The table [A45]. */
const HELD: Readonly<Record<Role, readonly Ability[]>> = {
  own: ABILITIES,
  edit: ['enter', 'report', 'view', 'chat:read', 'chat:answer', 'analyse', 'edit'],
  analyst: ['enter', 'report', 'view', 'chat:read', 'analyse'],
  view: ['enter', 'report', 'view', 'chat:read'],
  limited: ['enter', 'report'],
  chat: ['enter', 'chat:read', 'chat:answer'],
};

/** @param role null: none at all */
export function may(role: Role | null | undefined, ability: Ability): boolean {
  return role !== null && role !== undefined && HELD[role].includes(ability);
}

/** Their reports show what fits the filters of their grant, and no one person [A83]. */
export const isLimited = (role: Role | null | undefined): boolean => role === 'limited';

/** They reach the conversations of their own departments only [A46]. */
export const isBoundToDepartments = (role: Role | null | undefined): boolean => role === 'chat';

/** How far an API token goes, however much its account may. */
export const TOKEN_SCOPES = ['read', 'analyse', 'chat', 'write'] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];

const ALLOWED: Readonly<Record<TokenScope, readonly Ability[]>> = {
  read: ['enter', 'report', 'view', 'chat:read'],
  analyse: ['enter', 'report', 'view', 'chat:read', 'analyse'],
  chat: ['enter', 'chat:read', 'chat:answer'],
  write: ABILITIES,
};

export const scopeAllows = (scope: TokenScope, ability: Ability): boolean => ALLOWED[scope].includes(ability);
