/** Uploads of the costs of advertising, in the shapes of the field's management API [G122]–[G125]. */
import { z } from 'zod';

/** Of one file. */
export const MAX_COST_BYTES = 8 * 1024 * 1024;
export const MAX_COST_LINES = 50_000;
/** Days that its lines are about, all lines together. */
export const MAX_COST_ROWS = 100_000;
/** Of one counter. */
export const MAX_COST_UPLOADS = 2_000;
/** Of one counter within an hour. */
export const MAX_COST_UPLOADS_HOURLY = 60;
/** A line may be about so many days together. */
export const MAX_COST_DAYS = 366;

export const CostUploading = z
  .object({
    id: z.number().int(),
    create_time: z.string().describe('RFC 3339.'),
    provider: z.string(),
    comment: z.string(),
    status: z
      .enum(['UPLOADED', 'PROCESSED'])
      .describe('`UPLOADED`: it was cut off before its rows were stored; send the file again, or delete it.'),
    source_quantity: z.number().int().describe('Lines of the file.'),
    line_quantity: z.number().int().describe('Days with their marks that these lines are about.'),
    first_day: z.string().describe('`YYYY-MM-DD`. Our own, as what follows.'),
    last_day: z.string(),
    clicks: z.number(),
    expenses: z.array(z.object({ currency: z.string(), amount: z.number() })).describe('In each currency.'),
  })
  .meta({ id: 'CostUploading' });
export type CostUploading = z.infer<typeof CostUploading>;

export const CostUploadingEnvelope = z.object({ uploading: CostUploading });
export const CostUploadingList = z.object({ uploadings: z.array(CostUploading), total: z.number().int() });
export const CostUploadingDeleted = z.object({ success: z.boolean() });

/** As JSON; the same text may be the part `file` of a form, or the whole body as `text/csv`. */
export const CostFile = z
  .object({
    file: z
      .string()
      .describe(
        'CSV in UTF-8. Its first line names the columns: `Date` (`YYYY-MM-DD`, or two of them parted by `/`), `UTMSource`, `Expenses`; `UTMMedium`, `UTMCampaign`, `UTMContent`, `UTMTerm`, `Currency`, `Clicks` where they are known.',
      ),
  })
  .meta({ id: 'CostFile' });
