/**
 * Hits a second that the pipeline turns into rows on one core. Realistic page views and events of many visitors,
 * in segments of a second's worth. Prints one JSON line. Arguments: segments, hits a segment.
 */
import { setImmediate } from 'node:timers/promises';
import { goal, pipelineWith, segmentOf } from './hits.ts';

const [segments = 20, hitsASegment = 20_000] = process.argv.slice(2).map(Number);
let longest = 0;
let since = 0;
const pipeline = await pipelineWith(
  [goal(1, 'action', 'order_sent'), goal(2, 'url', '/catalogue/running/3')],
  async () => {
    longest = Math.max(longest, performance.now() - since);
    await setImmediate();
    since = performance.now();
  },
);

let milliseconds = 0;
let cpuMicroseconds = 0;
let bytes = 0;
for (let number = 1; number <= segments; number++) {
  const segment = segmentOf(number, hitsASegment);
  since = performance.now();
  const startedAt = performance.now();
  const cpu = process.cpuUsage();
  const { hits, visits } = await pipeline.process(segment);
  milliseconds += performance.now() - startedAt;
  const { user, system } = process.cpuUsage(cpu);
  cpuMicroseconds += user + system;
  bytes += hits.bytes.length + visits.bytes.length;
}
const total = segments * hitsASegment;
const result = {
  hits: total,
  hitsPerSecond: Math.round((total / milliseconds) * 1000),
  cpuMicrosecondsPerHit: Number((cpuMicroseconds / total).toFixed(1)),
  longestSliceMs: Number(longest.toFixed(1)),
  bytesPerHit: Math.round(bytes / total),
};
process.stdout.write(`${JSON.stringify(result)}\n`);
