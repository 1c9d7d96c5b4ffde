/** The audit log: who did what, when and from where. Ours alone, at `/api/v1/audit`. Rules: docs/spec/access.md. */
import { z } from 'zod';

export const AUDIT_SUBJECTS = [
  'sign_in',
  'password',
  'second_factor',
  'passkey',
  'account',
  'email',
  'token',
  'counter',
  'goal',
  'backfill',
  'costs',
  'uploads',
  'segment',
  'board',
  'path',
  'share',
  'alert',
  'channel',
  'annotation',
  'schedule',
  'grant',
  'invitation',
  'chat_settings',
  'canned_replies',
  'invitation_rule',
  'webhook',
  'retention',
  'erasure',
  'other',
] as const;
export type AuditSubject = (typeof AUDIT_SUBJECTS)[number];

export const AUDIT_VERBS = [
  'done',
  'ended',
  'failed',
  'refused',
  'made',
  'changed',
  'deleted',
  'restored',
  'accepted',
] as const;
export type AuditVerb = (typeof AUDIT_VERBS)[number];

export const AuditEntry = z
  .object({
    id: z.number().int(),
    /** Milliseconds since the epoch. */
    at: z.number().int(),
    login: z.string().describe('E-mail address of who did it, or that was tried.'),
    address: z.string().describe('Network address that it came from.'),
    subject: z.enum(AUDIT_SUBJECTS),
    verb: z.enum(AUDIT_VERBS),
    counter_id: z.number().int().nullable(),
    target: z.string().describe('What of its kind: a number, an id; empty where there is but one.'),
    details: z.string().describe('Which fields were sent, and what some of them say; never a secret.'),
  })
  .meta({ id: 'AuditEntry' });
export type AuditEntry = z.infer<typeof AuditEntry>;

export const AuditList = z.object({
  entries: z.array(AuditEntry),
  /** For `before`, to see what came earlier; null: there is no more. */
  next: z.number().int().nullable(),
});
