/** What requests about uploads of a counter have in common: which one, and which page of their list. */
import { z } from 'zod';
import { CounterParams } from './counter-params.ts';

/** Of what an upload is called by its sender, in characters. */
export const MAX_UPLOAD_COMMENT = 255;

export const UploadParams = CounterParams.extend({
  uploadingId: z.coerce.number().int().positive().max(2_147_483_647),
});

export const UploadPage = z.object({
  limit: z.coerce.number().int().min(1).max(10_000).default(10_000),
  offset: z.coerce.number().int().min(1).max(1_000_000).default(1).describe('The first one, from 1.'),
});
