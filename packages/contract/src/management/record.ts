/** The record of processing: what is kept of people, where, for how long, who sees it, what leaves. Ours alone [P29]–[P31]. */
import { z } from 'zod';
import { RETENTION_KINDS, RetentionPeriod } from './retention.ts';
import { ROLES } from './roles.ts';

export const RECORD_PLACES = ['journal', 'analytics', 'records', 'files', 'backups'] as const;
export type RecordPlace = (typeof RECORD_PLACES)[number];

/** What a place is; `none`: there is no such place. */
export const PLACE_KINDS = [
  'folder',
  'embedded',
  'clickhouse',
  'sqlite',
  'postgres',
  'bucket',
  'none',
] as const;

export const RECIPIENTS = [
  'analytics',
  'records',
  'files',
  'backups',
  'letters',
  'team_letters',
  'identity_provider',
  'webhook',
  'channel',
] as const;

const Recipients = z.object({
  what: z.enum(RECIPIENTS),
  to: z.string().describe('Host, address or name of who gets it.'),
});
export type RecordRecipient = z.infer<typeof Recipients>;

export const ProcessingRecord = z
  .object({
    made_at: z.number().int().describe('Milliseconds since the epoch.'),
    counter: z.object({ id: z.number().int(), name: z.string(), site: z.string() }),
    kept: z.array(
      z.object({
        kind: z.enum(RETENTION_KINDS),
        place: z.enum(RECORD_PLACES),
        keep: RetentionPeriod.nullable().describe('Null: until the counter is purged.'),
      }),
    ),
    sums: z.boolean().describe('Sums of days stay when their hits and visits go, without any visitor.'),
    purge_days: z.number().int(),
    places: z.array(
      z.object({
        place: z.enum(RECORD_PLACES),
        kind: z.enum(PLACE_KINDS),
        host: z.string().describe('Where it is another machine; else empty.'),
      }),
    ),
    backups: z.object({ keep_days: z.number().int(), every_hours: z.number().int(), encrypted: z.boolean() }),
    people: z.array(z.object({ login: z.string(), role: z.enum(ROLES) })).describe('The owner first.'),
    shared_links: z.number().int(),
    leaves: z.array(Recipients).describe('Empty: nothing leaves the machine.'),
    comes_in: z
      .array(z.object({ vendor: z.string(), signed: z.boolean() }))
      .describe('Other chats whose webhooks tell of people here.'),
    masking: z.boolean(),
    consent: z.object({
      mode: z.string(),
      countries: z.array(z.string()).describe('Empty: everywhere.'),
    }),
    chat: z.boolean().describe('Whether visitors can write.'),
    cities: z.boolean().describe('Whether places are known more exactly than by country.'),
    second_factor_required: z.boolean(),
    secrets_sealed: z.boolean().describe('With a key that is not in the data folder.'),
  })
  .meta({ id: 'ProcessingRecord' });
export type ProcessingRecord = z.infer<typeof ProcessingRecord>;

export const ProcessingRecordEnvelope = z.object({ record: ProcessingRecord });
