/** What the watchdog costs each hit: nanoseconds of saying what is under way, beside saying it to no one. */
import { createBoard, writeOn } from '../packages/server/src/boot/watchdog/board.ts';
import { UNWATCHED } from '../packages/server/src/kit/watched.ts';

const TIMES = 20_000_000;
const writer = writeOn(createBoard());

function measure(name: string, one: (count: number) => void): void {
  for (let count = 0; count < TIMES / 10; count++) one(count);
  const before = process.cpuUsage();
  for (let count = 0; count < TIMES; count++) one(count);
  const { user } = process.cpuUsage(before);
  process.stdout.write(`${name.padEnd(28)} ${((user * 1_000) / TIMES).toFixed(1)} ns\n`);
}

measure('nobody: record', (count) => UNWATCHED.enterRecord(5, count));
measure('a record', (count) => writer.enterRecord(5, count));
measure('a hit at the door', (count) => {
  writer.enter((count & 7) + 1);
  writer.leave();
});
measure('a request', (count) => writer.end(writer.begin((count & 7) + 1)));
