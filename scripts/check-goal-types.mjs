/** Holds that each goal type is whole: descriptor, matcher, examples, texts, docs; part of `npm run check`. */
import { say } from './lib/console.mjs';
import { goalTypeGaps } from './lib/goal-types.mjs';
import { readGoalTypes } from './lib/goal-types-read.mjs';

const found = readGoalTypes();
const gaps = goalTypeGaps(found);
for (const gap of gaps) say(gap);
say(`${found.descriptors.length} goal types, ${gaps.length} gaps`);
process.exitCode = gaps.length === 0 ? 0 : 1;
