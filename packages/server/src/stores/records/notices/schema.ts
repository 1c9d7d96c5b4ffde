/** Tables of alerts, channels and what is sent by them, for Kysely; the same conventions as `../schema.ts`. */
import type { ChannelKindId } from '@goalpost/contract/notices';
import type { Claimed } from '../chat/schema.ts';

export interface ChannelsTable {
  id: string;
  counter_id: number;
  kind: ChannelKindId;
  name: string;
  /** JSON of texts, sealed: it holds tokens and addresses that are secrets. */
  config: string;
  created_at: number;
  failing: number;
  last_answer: string;
  last_at: number | null;
}

export interface NoticesTable extends Claimed {
  id: string;
  counter_id: number;
  channel_id: string;
  /** JSON of `Message`; empty when it waits no more. */
  message: string;
  status: 'waiting' | 'handed' | 'delivered' | 'failed';
  attempts: number;
  next_at: number;
  last_answer: string;
  created_at: number;
}

export interface AlertsTable extends Claimed {
  id: string;
  counter_id: number;
  /** JSON of `AlertInput`. */
  settings: string;
  enabled: number;
  created_at: number;
  next_at: number;
  looked_at: number;
}

export interface AlertHappeningsTable {
  id: string;
  alert_id: string;
  counter_id: number;
  goal_id: number | null;
  begin_at: number;
  found_at: number;
  over_at: number | null;
  settled: number;
  observed: number;
  expected: number;
}

export interface SchedulesTable extends Claimed {
  id: string;
  counter_id: number;
  /** JSON of `ScheduleInput`. */
  settings: string;
  enabled: number;
  created_at: number;
  next_at: number;
  sent_key: string;
  last_at: number | null;
  last_fault: string;
}

export interface AnnotationsTable {
  id: string;
  counter_id: number;
  /** `YYYY-MM-DD` where the counter is. */
  day: string;
  text: string;
  author: string;
  created_at: number;
}

export interface NoticesSchema {
  annotations: AnnotationsTable;
  schedules: SchedulesTable;
  channels: ChannelsTable;
  notices: NoticesTable;
  alerts: AlertsTable;
  alert_happenings: AlertHappeningsTable;
}
