/** Scheduled reports over HTTP, for those who may edit the counter. */
import { Success } from '@goalpost/contract/goals';
import {
  ScheduleEnvelope,
  ScheduleInput,
  ScheduleList,
  ScheduleTrial,
  type Schedule,
} from '@goalpost/contract/notices';
import { z } from 'zod';
import { defineEndpoint, type Endpoint } from '../kit/endpoint.ts';
import { isProblem, type Problem } from '../kit/problem.ts';
import { CounterParams } from '../kit/schemas/counter-params.ts';
import { createScheduleManagement, type ScheduleDeps } from './management.ts';
import { createScheduleTrials, type TrialDeps } from './trial.ts';

const ALL = '/api/v1/counters/:counterId/schedules';
const OfSchedule = CounterParams.extend({ scheduleId: z.string().max(64) });
const Body = z.object({ schedule: ScheduleInput });
const edit = { tag: 'alerts', auth: { counter: 'edit' } } as const;

const enveloped = (schedule: Schedule | Problem) => (isProblem(schedule) ? schedule : { schedule });

export function scheduleEndpoints(deps: ScheduleDeps & TrialDeps): Endpoint[] {
  const trial = createScheduleTrials(deps);
  const management = createScheduleManagement(deps);
  return [
    defineEndpoint({
      ...edit,
      method: 'GET',
      url: ALL,
      summary: 'Reports of a counter that are sent by themselves',
      params: CounterParams,
      response: ScheduleList,
      handle: async ({ params }) => ({ schedules: await management.list(params.counterId) }),
    }),
    defineEndpoint({
      ...edit,
      method: 'POST',
      url: ALL,
      summary: 'Send a report daily, weekly or monthly',
      params: CounterParams,
      body: Body,
      response: ScheduleEnvelope,
      handle: async ({ params, body }, context) =>
        enveloped(await management.make(params.counterId, body.schedule, context)),
    }),
    defineEndpoint({
      ...edit,
      method: 'PUT',
      url: `${ALL}/:scheduleId`,
      summary: 'Change a schedule, or switch it off and on',
      params: OfSchedule,
      body: Body,
      response: ScheduleEnvelope,
      handle: async ({ params, body }, context) =>
        enveloped(await management.change(params.counterId, params.scheduleId, body.schedule, context)),
    }),
    defineEndpoint({
      ...edit,
      method: 'POST',
      url: `${ALL}/:scheduleId/trial`,
      summary: 'Send the latest issue of a schedule now, and say what came of it at each channel',
      params: OfSchedule,
      response: ScheduleTrial,
      handle: ({ params: { counterId, scheduleId } }, { signal }) => trial(counterId, scheduleId, signal),
    }),
    defineEndpoint({
      ...edit,
      method: 'DELETE',
      url: `${ALL}/:scheduleId`,
      summary: 'Delete a schedule',
      params: OfSchedule,
      response: Success,
      handle: async ({ params }) =>
        (await management.remove(params.counterId, params.scheduleId)) ?? { success: true },
    }),
  ];
}
