/** Uploads of costs over HTTP, in the shapes of the field's management API [G122]–[G125]. */
import {
  CostFile,
  CostUploadingDeleted,
  CostUploadingEnvelope,
  CostUploadingList,
  MAX_COST_BYTES,
  type CostUploading,
} from '@goalpost/contract/management';
import { z } from 'zod';
import { defineEndpoint, type Endpoint } from '../../kit/endpoint.ts';
import { isProblem, type Problem } from '../../kit/problem.ts';
import { CounterParams } from '../../kit/schemas/counter-params.ts';
import { MAX_UPLOAD_COMMENT, UploadPage, UploadParams } from '../../kit/schemas/upload-params.ts';
import type { CostUpload } from './port.ts';
import { createCostUploads, type CostDeps } from './uploads.ts';

const EXPENSE = '/management/v1/counter/:counterId/expense';
const LIST = `${EXPENSE}/uploadings`;
const ONE = `${EXPENSE}/uploading/:uploadingId`;

const shown = (upload: CostUpload): CostUploading => ({
  id: upload.id,
  create_time: new Date(upload.createdAt).toISOString(),
  provider: upload.provider,
  comment: upload.comment,
  status: upload.isDone ? 'PROCESSED' : 'UPLOADED',
  source_quantity: upload.lines,
  line_quantity: upload.rows,
  first_day: upload.firstDay,
  last_day: upload.lastDay,
  clicks: upload.clicks,
  expenses: [...upload.expenses],
});

const envelope = (answer: CostUpload | Problem) =>
  isProblem(answer) ? answer : { uploading: shown(answer) };

export function costEndpoints(deps: CostDeps): Endpoint[] {
  const costs = createCostUploads(deps);
  return [
    defineEndpoint({
      method: 'POST',
      url: `${EXPENSE}/upload`,
      summary: 'Upload costs of advertising by day and UTM marks, as CSV',
      tag: 'costs',
      auth: { counter: 'edit' },
      params: CounterParams,
      query: z.object({
        comment: z.string().max(MAX_UPLOAD_COMMENT).default(''),
        provider: z
          .string()
          .max(MAX_UPLOAD_COMMENT)
          .default('default')
          .describe('The service that sends them.'),
      }),
      body: CostFile,
      fileBytes: MAX_COST_BYTES,
      response: CostUploadingEnvelope,
      handle: async ({ params, query, body }) =>
        envelope(await costs.add(params.counterId, { ...query, file: body.file })),
    }),
    defineEndpoint({
      method: 'GET',
      url: LIST,
      summary: 'Uploads of costs, the newest first',
      tag: 'costs',
      auth: { counter: 'view' },
      params: CounterParams,
      query: UploadPage,
      response: CostUploadingList,
      async handle({ params, query: { limit, offset } }) {
        const { uploads, total } = await costs.list(params.counterId, offset - 1, limit);
        return { uploadings: uploads.map(shown), total };
      },
    }),
    defineEndpoint({
      method: 'GET',
      url: ONE,
      summary: 'An upload of costs',
      tag: 'costs',
      auth: { counter: 'view' },
      params: UploadParams,
      response: CostUploadingEnvelope,
      handle: async ({ params }) => envelope(await costs.get(params.counterId, params.uploadingId)),
    }),
    defineEndpoint({
      method: 'DELETE',
      url: ONE,
      summary: 'Delete an upload of costs; what earlier ones told of the same days and marks counts again',
      tag: 'costs',
      auth: { counter: 'edit' },
      params: UploadParams,
      response: CostUploadingDeleted,
      handle: async ({ params }) =>
        (await costs.remove(params.counterId, params.uploadingId)) ?? { success: true },
    }),
  ];
}
