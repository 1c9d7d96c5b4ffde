/** Uploads of conversions, calls and chats over HTTP, in the shapes of the field's management API [G130]–[G134]. */
import { MAX_GOAL_NAME } from '@goalpost/contract/goals';
import {
  ClientIdType,
  ConversionFile,
  ConversionUploadingDeleted,
  ConversionUploadingEnvelope,
  ConversionUploadingList,
  MAX_CONVERSION_BYTES,
  type ConversionUploading,
  type UploadType,
} from '@goalpost/contract/management';
import { z } from 'zod';
import { defineEndpoint, type Endpoint } from '../../kit/endpoint.ts';
import { isProblem, type Problem } from '../../kit/problem.ts';
import { CounterParams } from '../../kit/schemas/counter-params.ts';
import { MAX_UPLOAD_COMMENT, UploadPage, UploadParams } from '../../kit/schemas/upload-params.ts';
import { UPLOAD_KINDS } from './kinds.ts';
import type { UploadKind } from './kind.ts';
import type { Upload, UploadOutcome } from './port.ts';
import { createUploads, type UploadDeps } from './uploads.ts';

const BASE = '/management/v1/counter/:counterId/offline_conversions';
const TAG = 'uploads';

/** Of an upload that was cut off, nothing is known yet. */
const NOTHING_YET: UploadOutcome = {
  linked: 0,
  ofVisitors: 0,
  unknown: 0,
  goalless: 0,
  dropped: 0,
  goals: [],
  unmet: [],
};

function statusOf({ outcome }: Upload): ConversionUploading['status'] {
  if (outcome === null) return 'UPLOADED';
  return outcome.linked === 0 ? 'LINKAGE_FAILURE' : 'PROCESSED';
}

function shown(upload: Upload): ConversionUploading {
  const { linked, ofVisitors, unknown, goalless, dropped, goals, unmet } = upload.outcome ?? NOTHING_YET;
  return {
    id: upload.id,
    create_time: new Date(upload.createdAt).toISOString(),
    type: upload.type,
    client_id_type: upload.idType,
    comment: upload.comment,
    status: statusOf(upload),
    source_quantity: upload.lines,
    line_quantity: upload.rows,
    linked_quantity: linked,
    visitor_quantity: ofVisitors,
    unknown_quantity: unknown,
    goalless_quantity: goalless,
    dropped_quantity: dropped,
    goals: goals.map(([goal_id, reaches]) => ({ goal_id, reaches })),
    unmet_targets: unmet.map(([target, lines]) => ({ target, lines })),
  };
}

const envelope = (answer: Upload | Problem) => (isProblem(answer) ? answer : { uploading: shown(answer) });

const oneOf = (kinds: readonly UploadKind[]): string => `one of ${kinds.map(({ id }) => id).join(', ')}`;

export function uploadEndpoints(deps: UploadDeps): Endpoint[] {
  const uploads = createUploads(deps);
  const byPath = Map.groupBy(UPLOAD_KINDS, ({ path }) => path);

  const uploading = (path: string, kinds: readonly UploadKind[]): Endpoint =>
    defineEndpoint({
      method: 'POST',
      url: `${BASE}/${path}`,
      summary: kinds.map(({ summary }) => summary).join('; '),
      tag: TAG,
      auth: { counter: 'edit' },
      params: CounterParams,
      query: z.object({
        client_id_type: ClientIdType.default('CLIENT_ID'),
        comment: z.string().max(MAX_UPLOAD_COMMENT).default(''),
        // Text in the document: a new kind changes no client's types.
        type: z
          .string()
          .refine((type) => kinds.some(({ id }) => id === type), { error: oneOf(kinds) })
          .default(kinds[0]?.id ?? '')
          .describe(`What the lines tell of: ${oneOf(kinds)}.`),
        new_goal_name: z
          .string()
          .trim()
          .max(MAX_GOAL_NAME)
          .default('')
          .describe('Of the goal that the first upload of calls or chats makes.'),
      }),
      body: ConversionFile,
      fileBytes: MAX_CONVERSION_BYTES,
      response: ConversionUploadingEnvelope,
      async handle({ params, query, body }) {
        const kind = kinds.find(({ id }) => id === query.type) ?? kinds[0];
        if (kind === undefined) throw new Error(`There is no kind of upload at ${path}.`);
        return envelope(
          await uploads.add(params.counterId, kind, {
            file: body.file,
            idType: query.client_id_type,
            comment: query.comment,
            goalName: query.new_goal_name,
          }),
        );
      },
    });

  const listing = (path: string, only: UploadType | null): Endpoint =>
    defineEndpoint({
      method: 'GET',
      url: `${BASE}/${path}`,
      summary:
        only === null
          ? 'Uploads of conversions, calls and chats, the newest first'
          : 'Uploads of calls, the newest first',
      tag: TAG,
      auth: { counter: 'view' },
      params: CounterParams,
      query: UploadPage,
      response: ConversionUploadingList,
      async handle({ params, query: { limit, offset } }) {
        const about = { type: only, offset: offset - 1, limit };
        const { uploads: found, total } = await uploads.list(params.counterId, about);
        return { uploadings: found.map(shown), total };
      },
    });

  const reading = (path: string): Endpoint =>
    defineEndpoint({
      method: 'GET',
      url: `${BASE}/${path}/:uploadingId`,
      summary: 'An upload, and what became of its lines',
      tag: TAG,
      auth: { counter: 'view' },
      params: UploadParams,
      response: ConversionUploadingEnvelope,
      handle: async ({ params }) => envelope(await uploads.get(params.counterId, params.uploadingId)),
    });

  return [
    ...[...byPath].map(([path, kinds]) => uploading(path, kinds)),
    listing('uploadings', null),
    listing('calls_uploadings', 'CALLS'),
    // The field writes one of them in two ways.
    reading('uploading'),
    reading('uploadings'),
    reading('calls_uploading'),
    defineEndpoint({
      method: 'DELETE',
      url: `${BASE}/uploading/:uploadingId`,
      summary: 'Delete an upload with all that it told; what it had replaced does not come back',
      tag: TAG,
      auth: { counter: 'edit' },
      params: UploadParams,
      response: ConversionUploadingDeleted,
      handle: async ({ params }) =>
        (await uploads.remove(params.counterId, params.uploadingId)) ?? { success: true },
    }),
  ];
}
