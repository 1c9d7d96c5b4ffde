/** Pass: the time zone, the days, and the length of intervals. */
import { problem } from '../../../kit/problem.ts';
import { daysBetween, resolveDay } from '../../parse/dates.ts';
import { autoGroup } from '../../parse/group.ts';
import { localDay, namedZone, type Zone } from '../../parse/zone.ts';
import type { Pass } from '../pass.ts';

export const UTC: Zone = { intl: 'UTC', store: 'UTC' };

export const period: Pass = (_plan, { request, subject }) => {
  const zone = request.zone ?? namedZone(subject.counters[0]?.timeZone ?? 'UTC') ?? UTC;
  const today = localDay(subject.now, zone);
  const from = resolveDay(request.date1, today);
  const to = resolveDay(request.date2, today);
  if (from > to) {
    const text = `${request.date1At}: ${from} is after ${request.date1At.replace('1', '2')}, ${to}`;
    return problem('invalid_parameter', text, request.date1At);
  }
  return {
    zone,
    from,
    to,
    group: request.group === 'auto' ? autoGroup(daysBetween(from, to)) : request.group,
  };
};
