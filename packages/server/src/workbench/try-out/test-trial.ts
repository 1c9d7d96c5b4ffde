/** Hits of a browser in test mode, through the pipeline, and what is said of the latest. For tests. */
import type { HitRecord } from '../../collect/index.ts';
import { config, hit, NOON, processAll, testPipeline } from '../../collect/test-journal.ts';
import type { GoalDefinition } from '../../goals/index.ts';
import { explain } from './explain.ts';
import { createTestTokens } from './tokens.ts';
import { createTrials } from './trials.ts';

export const COUNTER = 9;
export const NOW = NOON * 1_000;
const tokens = createTestTokens('key');
export const { token } = tokens.issue(COUNTER, NOW);
export const PAGE = 'https://shop.example/';
export const landing = hit({
  counter: COUNTER,
  at: 0,
  kind: 'pv:1',
  url: `${PAGE}?a=1&_gp_test=${token}#top`,
});
export const event = (
  identifier: string,
  at: number,
  more: Partial<Parameters<typeof hit>[0]> = {},
): HitRecord =>
  hit({ counter: COUNTER, at, kind: 'ar:1', url: `goal://shop.example/${identifier}`, ref: PAGE, ...more });

export async function explained(
  goals: readonly GoalDefinition[],
  records: readonly HitRecord[],
  {
    autogoals = true,
    now = goals,
    before = [],
    ...more
  }: Partial<Parameters<typeof config>[0]> & {
    readonly now?: readonly GoalDefinition[];
    /** Goals as they were, and hits that came then. */
    readonly before?: readonly (readonly [readonly GoalDefinition[], readonly HitRecord[]])[];
  } = {},
) {
  const batches = await processAll(
    testPipeline(),
    [...before, [goals, records] as const].map(([given, hits]) => [
      config({ counterId: COUNTER, goals: given, autogoals, ...more }),
      ...hits,
    ]),
  );
  const trials = createTrials(tokens);
  for (const { live } of batches) trials.push(live, NOW);
  const [latest] = trials.of(token);
  if (latest === undefined || latest.refused) throw new Error('no hit was shown');
  return explain(latest.hit, { goals: now, autogoals, currency: 'RUB', language: 'en' });
}

export async function tried(...given: Parameters<typeof explained>) {
  return (await explained(...given)).map(({ goal_id: id, outcome, conditions }) =>
    [
      id,
      outcome,
      ...conditions.map(
        ({ value, fits, earlier }) => `${value}:${fits ? 'yes' : earlier ? 'earlier' : 'no'}`,
      ),
    ].join(' '),
  );
}
