/** Uploads of what happened outside of the site, in the shapes of the field [G130]–[G134]. */
import { z } from 'zod';

/** Of one file. */
export const MAX_CONVERSION_BYTES = 8 * 1024 * 1024;
export const MAX_CONVERSION_LINES = 50_000;
/** So long after its beginning a visit takes what is uploaded [G82]. */
export const LINK_DAYS = 21;
/** Of one counter. */
export const MAX_CONVERSION_UPLOADS = 10_000;
/** Of one counter within an hour. */
export const MAX_CONVERSION_UPLOADS_HOURLY = 120;

/** What an upload tells of, with a file that is taken. */
export const UPLOAD_EXAMPLES = {
  BASIC: 'ClientId,Target,DateTime,Price,Currency\n1771000000123456789,order_paid,1772359507,1500.00,RUB',
  CALLS: 'ClientId,DateTime,TalkDuration,CallMissed,Tag\n1771000000123456789,1772359507,136,0,spring',
  CHATS: 'ClientId,DateTime,Platform,Answered\n1771000000123456789,1772359507,Telegram,1',
  ORDERS: 'ClientId,DateTime,OrderId,OrderStatus,Price\n1771000000123456789,1772359507,A-17,PAID,1500.00',
} as const;
export type UploadType = keyof typeof UPLOAD_EXAMPLES;
export const UPLOAD_TYPES = Object.keys(UPLOAD_EXAMPLES) as UploadType[];
export const UploadType = z.enum(UPLOAD_TYPES);

export const CLIENT_ID_TYPES = ['CLIENT_ID', 'USER_ID', 'YCLID', 'PURCHASE_ID'] as const;

export const ClientIdType = z
  .enum(CLIENT_ID_TYPES)
  .describe('Which id is looked at first where a line has several; a file must have its column.');
export type ClientIdType = z.infer<typeof ClientIdType>;

export const ConversionUploading = z
  .object({
    id: z.number().int(),
    create_time: z.string().describe('RFC 3339.'),
    type: UploadType,
    client_id_type: ClientIdType,
    comment: z.string(),
    status: z
      .enum(['UPLOADED', 'PROCESSED', 'LINKAGE_FAILURE'])
      .describe(
        '`UPLOADED`: it was cut off; send the file again, or delete it. `LINKAGE_FAILURE`: no line found a visit.',
      ),
    source_quantity: z.number().int().describe('Lines of the file.'),
    line_quantity: z
      .number()
      .int()
      .describe('Lines that tell of something: one told twice in a file is one.'),
    linked_quantity: z.number().int().describe('Lines that found their visit.'),
    visitor_quantity: z
      .number()
      .int()
      .describe(
        'Our own, as what follows. Lines that stand on their visitor alone: no visit of the 21 days before.',
      ),
    unknown_quantity: z.number().int().describe('Lines whose ids no visit has.'),
    goalless_quantity: z.number().int().describe('Lines with a visit or a visitor that reach no goal.'),
    dropped_quantity: z.number().int().describe('Reaches beyond the 1,000 of a visit.'),
    goals: z
      .array(z.object({ goal_id: z.number().int(), reaches: z.number().int() }))
      .describe('What was reached how often, with a visit or a visitor.'),
    unmet_targets: z
      .array(z.object({ target: z.string(), lines: z.number().int() }))
      .describe('Targets that no goal has, the most frequent first, at most 20.'),
  })
  .meta({ id: 'ConversionUploading' });
export type ConversionUploading = z.infer<typeof ConversionUploading>;

export const ConversionUploadingEnvelope = z.object({ uploading: ConversionUploading });
export const ConversionUploadingList = z.object({
  uploadings: z.array(ConversionUploading),
  total: z.number().int(),
});
export const ConversionUploadingDeleted = z.object({ success: z.boolean() });

/** As JSON; the same text may be the part `file` of a form, or the whole body as `text/csv`. */
export const ConversionFile = z
  .object({
    file: z
      .string()
      .describe(
        'CSV in UTF-8. Its first line names the columns: `DateTime` (Unix seconds), at least one of `ClientId`, `UserId`, `Yclid`, `PurchaseId`, and those of the type.',
      ),
  })
  .meta({ id: 'ConversionFile' });
