/** Holds that goal types and automatic goals are whole, with examples, texts and docs; part of `npm run check`. */
import { say } from './lib/console.mjs';
import { goalTypeGaps } from './lib/goal-types.mjs';
import { readGoalTypes } from './lib/goal-types-read.mjs';

const found = readGoalTypes();
const gaps = goalTypeGaps(found);
for (const gap of gaps) say(gap);
say(
  `${found.descriptors.length} goal types and ${found.automatic.length} automatic goals, ${gaps.length} gaps`,
);
process.exitCode = gaps.length === 0 ? 0 : 1;
