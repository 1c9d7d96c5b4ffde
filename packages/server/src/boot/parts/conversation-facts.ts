/** Conversations for reports: told to the analytics store soon after they change [M85]. */
import { tellFacts } from '../../chat/index.ts';
import { createTimers, type Timers } from '../../kit/timers.ts';
import { createFactSink } from '../../stores/olap/index.ts';
import { createFactOutbox } from '../../stores/records/index.ts';
import type { Part } from '../part.ts';
import { analytics } from './analytics.ts';
import { records } from './records.ts';

const EVERY_MS = 2_000;

export const conversationFacts: Part<Timers> = {
  name: 'conversation facts',
  open({ log, use }) {
    const outbox = createFactOutbox(use(records).db);
    const sink = createFactSink(use(analytics).olap);
    const timers = createTimers(log);
    timers.every(EVERY_MS, 'conversation facts', () => tellFacts(outbox, sink));
    return timers;
  },
  close: (timers) => timers.stop(),
};
