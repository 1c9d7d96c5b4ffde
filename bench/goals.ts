/**
 * What goals cost a hit. The pipeline with 200 goals of all types beside the same hits with 2, turn by turn.
 * Prints CPU microseconds a hit and their ratio, and the median of the ratios of all turns: what else the machine does
 * makes single turns dearer. Arguments: segments, hits a segment.
 */
import { GOAL_TYPES, type GoalDefinition } from '../packages/server/src/goals/index.ts';
import { goal, pipelineWith, segmentOf } from './hits.ts';

const [segments = 8, hitsASegment = 20_000] = process.argv.slice(2).map(Number);

const TWO = [goal(1, 'action', 'order_sent'), goal(2, 'url', '/catalogue/running/3')];
const EXAMPLES = Object.values(GOAL_TYPES).flatMap(({ id, examples }) =>
  examples.map((one) => ({ type: id, ...one.goal })),
);
const OPERATORS = ['contain', 'exact', 'start', 'regexp'] as const;
/** As shops have them: most are addresses and events of their own, the rest one of every kind. */
const TWO_HUNDRED = Array.from({ length: 200 }, (_, index): GoalDefinition => {
  const id = index + 1;
  if (index < TWO.length) return TWO[index] as GoalDefinition;
  const other = EXAMPLES[index % EXAMPLES.length] as (typeof EXAMPLES)[number];
  switch (index % 4) {
    case 0:
      return { ...goal(id, 'action', `event_${index}`), defaultPrice: 1 };
    case 1: {
      const type = OPERATORS[(index >> 2) % OPERATORS.length] as (typeof OPERATORS)[number];
      return { ...goal(id, 'url', ''), conditions: [{ type, url: `/catalogue/boots-${index}/` }] };
    }
    default:
      return { ...goal(id, 'url', ''), ...other };
  }
});

/** One pipeline with what its hits have cost so far. */
const counting = async (goals: readonly GoalDefinition[]) => ({
  pipeline: await pipelineWith(goals, () => Promise.resolve()),
  /** By segment. */
  microseconds: [] as number[],
});

const few = await counting(TWO);
const many = await counting(TWO_HUNDRED);
for (let number = 1; number <= segments; number++) {
  const segment = segmentOf(number, hitsASegment);
  for (const one of number % 2 === 0 ? [few, many] : [many, few]) {
    const before = process.cpuUsage();
    await one.pipeline.process(segment);
    const { user, system } = process.cpuUsage(before);
    // What is compiled at the first hits is no cost of a hit.
    if (number > 1) one.microseconds.push(user + system);
  }
}
const hits = (segments - 1) * hitsASegment;
const of = ({ microseconds }: typeof few): number =>
  Number((microseconds.reduce((sum, one) => sum + one, 0) / hits).toFixed(2));
const ratios = many.microseconds.map((one, at) => one / (few.microseconds[at] as number));
const median = ratios.toSorted((a, b) => a - b)[ratios.length >> 1] as number;
process.stdout.write(
  `${JSON.stringify({
    hits,
    two: of(few),
    twoHundred: of(many),
    ratio: Number((of(many) / of(few)).toFixed(3)),
    median: Number(median.toFixed(3)),
  })}\n`,
);
