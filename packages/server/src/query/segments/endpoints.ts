/** Saved segments over HTTP, in the shapes of the field's management API. */
import {
  SegmentDeleted,
  SegmentEnvelope,
  SegmentInputEnvelope,
  SegmentList,
  type Segment,
} from '@goalpost/contract/management';
import { z } from 'zod';
import { defineEndpoint, type Endpoint, type EndpointContext } from '../../kit/endpoint.ts';
import { isProblem, type Problem } from '../../kit/problem.ts';
import { CounterParams } from '../../kit/schemas/counter-params.ts';
import { createSegmentManagement, type SegmentDeps } from './management.ts';
import type { SavedSegment } from './port.ts';

const COUNTER = '/management/v1/counter/:counterId/apisegment';
const LIST = `${COUNTER}/segments`;
const ONE = `${COUNTER}/segment/:segmentId`;
const SegmentParams = CounterParams.extend({
  segmentId: z.coerce.number().int().positive().max(2_147_483_647),
});

/** What is read of a segment comes back with it. */
const TAKEN_UNUSED = ['segment_id', 'counter_id', 'segment_source', 'create_time'].map(
  (name) => `segment.${name}`,
);

const shown = (segment: SavedSegment): Segment => ({
  segment_id: segment.id,
  counter_id: segment.counterId,
  name: segment.name,
  expression: segment.expression,
  private: segment.privateOf !== null,
  segment_source: 'api',
  create_time: new Date(segment.createdAt).toISOString(),
});

const accountOf = ({ caller }: Pick<EndpointContext, 'caller'>): string => caller?.accountId ?? '';

const envelope = (answer: SavedSegment | Problem) =>
  isProblem(answer) ? answer : { segment: shown(answer) };

export function segmentEndpoints(deps: SegmentDeps): Endpoint[] {
  const management = createSegmentManagement(deps);
  return [
    defineEndpoint({
      method: 'GET',
      url: LIST,
      summary: 'Saved segments of a counter',
      tag: 'segments',
      auth: { counter: 'view' },
      params: CounterParams,
      response: SegmentList,
      handle: async ({ params }, context) => ({
        segments: (await management.list(params.counterId, accountOf(context))).map(shown),
      }),
    }),
    defineEndpoint({
      method: 'POST',
      url: LIST,
      summary: 'Save a segment',
      tag: 'segments',
      auth: { counter: 'analyse' },
      params: CounterParams,
      body: SegmentInputEnvelope,
      takenUnused: TAKEN_UNUSED,
      response: SegmentEnvelope,
      handle: async ({ params, body }, context) =>
        envelope(await management.create(params.counterId, body.segment, accountOf(context))),
    }),
    defineEndpoint({
      method: 'GET',
      url: ONE,
      summary: 'A saved segment',
      tag: 'segments',
      auth: { counter: 'view' },
      params: SegmentParams,
      response: SegmentEnvelope,
      handle: async ({ params }) => envelope(await management.get(params.counterId, params.segmentId)),
    }),
    defineEndpoint({
      method: 'PUT',
      url: ONE,
      summary: 'Replace a saved segment',
      tag: 'segments',
      auth: { counter: 'analyse' },
      params: SegmentParams,
      body: SegmentInputEnvelope,
      takenUnused: TAKEN_UNUSED,
      response: SegmentEnvelope,
      handle: async ({ params, body }, context) =>
        envelope(
          await management.replace(params.counterId, params.segmentId, body.segment, accountOf(context)),
        ),
    }),
    defineEndpoint({
      method: 'DELETE',
      url: ONE,
      summary: 'Delete a saved segment; questions that name it are refused from then on',
      tag: 'segments',
      auth: { counter: 'analyse' },
      params: SegmentParams,
      response: SegmentDeleted,
      handle: async ({ params }, context) =>
        (await management.remove(params.counterId, params.segmentId, accountOf(context))) ?? {
          success: true,
        },
    }),
  ];
}
