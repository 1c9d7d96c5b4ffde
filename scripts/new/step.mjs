/** A step of the pipeline: every hit passes it before its rows are written. */
import { addImport, addStop, addToList, addToPicture } from '../lib/lists.mjs';

const FOLDER = 'packages/server/src/collect/steps';
const PIPELINE = 'packages/server/src/collect/pipeline.ts';

export const step = {
  id: 'step',
  plan: ({ name, identifier }) => ({
    files: {
      [`${FOLDER}/${name}.ts`]: `/** Step: ${name}. It may fill in the draft it is given; on false the hit goes no further. */
import type { Step } from './step.ts';

export const ${identifier}: Step = () => true;
`,
      [`${FOLDER}/${name}.test.ts`]: `/** The step ${name}, through the whole pipeline. */
import { expect, it } from 'vitest';
import { STEPS } from '../pipeline.ts';
import { config, hit, hitRows, processAll, testPipeline } from '../test-journal.ts';
import { ${identifier} } from './${name}.ts';

it('every hit passes the step, and is stored', async () => {
  expect(STEPS).toContain(${identifier});
  const batches = await processAll(testPipeline(), [[config(), hit({ at: 0 }), hit({ at: 1 })]]);
  expect(batches.flatMap(hitRows)).toHaveLength(2);
});
`,
    },
    edits: {
      [PIPELINE]: [
        addImport(identifier, `./steps/${name}.ts`),
        addToList('export const STEPS: readonly Step[] = [', identifier, { before: 'rows' }),
      ],
      'docs/architecture.md': [addToPicture('pipeline', name.replaceAll('-', ' '), 'rows')],
      'docs/roads.md': [
        addStop('A hit', `\`collect/steps/${name}.ts\`: the step ${name}`, 'collect/steps/rows.ts'),
      ],
    },
    appears: `It runs for every hit, before the step "rows": see STEPS in ${PIPELINE}.`,
  }),
};
