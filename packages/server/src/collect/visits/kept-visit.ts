/** What a checkpoint holds of a visit as it is: its fields in order, without their names. */
import type { Visit } from './visit.ts';

export type KeptVisit = readonly [
  id: Visit['id'],
  visitor: Visit['visitor'],
  robot: Visit['robot'],
  segment: Visit['segment'],
  openedOn: Visit['openedOn'],
  version: Visit['version'],
  startedAt: Visit['startedAt'],
  endedAt: Visit['endedAt'],
  lastArrival: Visit['lastArrival'],
  hits: Visit['hits'],
  views: Visit['views'],
  notBounce: Visit['notBounce'],
  entryAt: Visit['entryAt'],
  exitAt: Visit['exitAt'],
  startUrl: Visit['startUrl'],
  referrer: Visit['referrer'],
  endUrl: Visit['endUrl'],
  userId: Visit['userId'],
  params: Visit['params'],
  country: Visit['country'],
  language: Visit['language'],
  screenWidth: Visit['screenWidth'],
  screenHeight: Visit['screenHeight'],
  reaches: Visit['reaches'],
  goalMemory: Visit['goalMemory'],
  awaited: Visit['awaited'],
  /** Absent in lines that were written before there was engagement. */
  activeSeconds?: Visit['activeSeconds'],
  /** Absent in lines that were written before orders were counted once. */
  orders?: Visit['orders'],
];
