/** Scheduled reports of a counter. */
import type { Schedule, ScheduleInput } from '@goalpost/contract/notices';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { inWords } from '../../i18n/refusals.ts';
import { request } from '../http.ts';

const shapes = () => import('./notice-shapes.ts');

/** Why the last issue could not be made was written down in the server's words. */
const inOurWords = (schedules: readonly Schedule[]): Promise<Schedule[]> =>
  Promise.all(
    schedules.map(async (schedule) => {
      if (schedule.last_fault === '') return schedule;
      const [said] = await inWords([{ message: schedule.last_fault }]);
      return { ...schedule, last_fault: said?.message ?? schedule.last_fault };
    }),
  );

export const schedulesQuery = (counterId: number) =>
  queryOptions({
    queryKey: ['notices', counterId, 'schedules'],
    queryFn: ({ signal }) =>
      request('GET /api/v1/counters/{counterId}/schedules', {
        params: { counterId },
        signal,
        read: async (answer) => inOurWords((await shapes()).ScheduleList.parse(answer).schedules),
      }),
    refetchInterval: 30_000,
  });

function useScheduleChange<V, R>(counterId: number, mutationFn: (value: V) => Promise<R>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn,
    onSettled: () => queries.invalidateQueries({ queryKey: ['notices', counterId, 'schedules'] }),
  });
}

/** @param id null: a new one */
export const useSaveSchedule = (counterId: number, id: string | null) =>
  useScheduleChange(counterId, (schedule: ScheduleInput) =>
    id === null
      ? request('POST /api/v1/counters/{counterId}/schedules', {
          params: { counterId },
          body: { schedule },
          read: async (answer) => (await shapes()).ScheduleEnvelope.parse(answer).schedule,
        })
      : request('PUT /api/v1/counters/{counterId}/schedules/{scheduleId}', {
          params: { counterId, scheduleId: id },
          body: { schedule },
          read: async (answer) => (await shapes()).ScheduleEnvelope.parse(answer).schedule,
        }),
  );

/** @returns what came of it at each channel */
export const useScheduleTrial = (counterId: number, scheduleId: string) =>
  useScheduleChange(counterId, () =>
    request('POST /api/v1/counters/{counterId}/schedules/{scheduleId}/trial', {
      params: { counterId, scheduleId },
      read: async (answer) => (await shapes()).ScheduleTrial.parse(answer).channels,
    }),
  );

export const useRemoveSchedule = (counterId: number) =>
  useScheduleChange(counterId, (scheduleId: string) =>
    request('DELETE /api/v1/counters/{counterId}/schedules/{scheduleId}', {
      params: { counterId, scheduleId },
      read: () => scheduleId,
    }),
  );
