/** Who may use a counter, as `/management/v1/counter/{id}/grants` shows and takes it, and how people come in. */
import { z } from 'zod';
import { GRANTED_ROLES } from './roles.ts';

export const MAX_GRANT_COMMENT = 255;
/** Characters of a limited grant's filters. */
export const MAX_GRANT_FILTERS = 2_000;

/** As many as an account may invite in an hour. */
export const MAX_BULK_LOGINS = 50;
export const MAX_BULK_COUNTERS = 20;
const Login = z.string().trim().toLowerCase().pipe(z.email('an e-mail address is needed').max(255));
const Perm = z
  .enum(GRANTED_ROLES)
  .describe(
    '`edit`: changes settings, lets people in and answers in the chat. `analyst`: reads, and makes goals and segments. `view`: reads. `limited`: reads reports of the visits that fit `filters`, without anybody in person. `chat`: answers in the chat, for their own departments, and sees nothing else.',
  );

/** Of a limited grant: all visits where it is empty. */
const Filters = z
  .string()
  .trim()
  .max(MAX_GRANT_FILTERS)
  .describe('With `limited`: which visits, as filters of reports say it. Empty: all.');

/** Permission of an account other than the owner's. */
export const Grant = z
  .object({
    user_login: z.string().describe('E-mail address of the account.'),
    perm: Perm,
    filters: Filters,
    created_at: z.string(),
    comment: z.string(),
  })
  .meta({ id: 'Grant' });
export type Grant = z.infer<typeof Grant>;

export const GrantInput = z
  .object({
    user_login: Login,
    perm: Perm,
    filters: Filters.optional(),
    comment: z.string().trim().max(MAX_GRANT_COMMENT).optional(),
  })
  .meta({ id: 'GrantInput' });
export type GrantInput = z.infer<typeof GrantInput>;

export const GrantLogin = z.object({ user_login: Login });

/** A person without an account, who has been invited. */
export const AccessInvitation = z
  .object({
    id: z.string(),
    user_login: z.string(),
    perm: Perm,
    filters: Filters,
    comment: z.string(),
    created_at: z.string(),
    expires_at: z.string(),
    invited_by: z.string().describe('Who asked them in; empty where that account is gone.'),
  })
  .meta({ id: 'AccessInvitation' });
export type AccessInvitation = z.infer<typeof AccessInvitation>;

/** A link that works once. It is told this once: only its hash is kept. */
export const OneTimeLink = z
  .object({
    url: z.string(),
    expires_at: z.string(),
    mail: z
      .enum(['sent', 'failed', 'off'])
      .describe('Whether it was also sent by e-mail. `off`: this server sends none.'),
  })
  .meta({ id: 'OneTimeLink' });
export type OneTimeLink = z.infer<typeof OneTimeLink>;

export const GrantList = z.object({ grants: z.array(Grant) });
export const GrantEnvelope = z.object({ grant: Grant });
/** Who has no account yet is asked in: `invitation` and `link` are there then. */
export const GrantMade = GrantEnvelope.extend({
  invitation: AccessInvitation.optional(),
  link: OneTimeLink.optional(),
});
export type GrantMade = z.infer<typeof GrantMade>;
/** Many addresses at once, each as it was pasted. */
export const BulkInput = z
  .object({
    user_logins: z
      .array(z.string().max(255))
      .min(1, 'at least one address is needed')
      .max(MAX_BULK_LOGINS, `at most ${MAX_BULK_LOGINS} addresses are taken at a time`),
    perm: Perm,
    filters: Filters.default(''),
    comment: z.string().trim().max(MAX_GRANT_COMMENT).default(''),
    counters: z
      .array(z.number().int())
      .max(MAX_BULK_COUNTERS)
      .default([])
      .describe('Further counters, beside the one of the address.'),
  })
  .meta({ id: 'BulkInput' });

export const BULK_OUTCOMES = ['added', 'invited', 'has_access', 'invited_before', 'refused'] as const;

export const BulkResult = z
  .object({
    user_login: z.string(),
    counter_id: z.number().int(),
    outcome: z
      .enum(BULK_OUTCOMES)
      .describe('`has_access` and `invited_before`: it was so already, and nothing has changed.'),
    message: z.string().describe('Why it was refused.'),
    perm: Perm.optional().describe('What they may do now, or once they come.'),
    link: OneTimeLink.optional(),
  })
  .meta({ id: 'BulkResult' });
export type BulkResult = z.infer<typeof BulkResult>;
export const BulkResults = z.object({ results: z.array(BulkResult) });

export const AccessInvitationList = z.object({ invitations: z.array(AccessInvitation) });
export const AccessInvitationMade = z.object({ invitation: AccessInvitation, link: OneTimeLink });
export type AccessInvitationMade = z.infer<typeof AccessInvitationMade>;
export const LinkMade = z.object({ link: OneTimeLink });
export type LinkMade = z.infer<typeof LinkMade>;

/** What the page of an invitation shows. */
export const JoinOffer = z
  .object({
    login: z.string(),
    site: z.string(),
    counter_id: z.number().int(),
    perm: Perm,
    has_account: z.boolean().describe('They sign in to accept, and choose no password.'),
  })
  .meta({ id: 'JoinOffer' });
export type JoinOffer = z.infer<typeof JoinOffer>;

export const Joined = z.object({ login: z.string(), counter_id: z.number().int(), perm: Perm });
export type Joined = z.infer<typeof Joined>;
