/** Schedules: reports that are sent by themselves. */
export { scheduleEndpoints } from './endpoints.ts';
export type { ScheduleRecord, ScheduleStore } from './port.ts';
export { createScheduleRunner, type ScheduleRunner } from './runner.ts';
