/** Reads what the goal types of this tree have. Runs on Node 24, which reads TypeScript. */
import { readdirSync, readFileSync } from 'node:fs';
import { GOAL_DESCRIPTORS } from '../../packages/contract/src/goals/types/index.ts';
import { goalTypes as en } from '../../packages/admin/src/i18n/en/goal-types.ts';
import { goalTypes as ru } from '../../packages/admin/src/i18n/ru/goal-types.ts';
import { CATALOGUE } from '../../packages/server/src/goals/catalogue.ts';
import { VENDOR_ENTRIES } from '../../packages/server/src/goals/automatic/vendors.ts';
import { GOAL_TYPES } from '../../packages/server/src/goals/registry.ts';
import { inRoot } from './places.mjs';

const typesIn = (folder) =>
  readdirSync(inRoot(folder))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && name !== 'index.ts')
    .map((name) => name.slice(0, -'.ts'.length));

/** @returns {import('./goal-types.mjs').Found} */
export function readGoalTypes() {
  return {
    descriptors: GOAL_DESCRIPTORS,
    descriptorFiles: typesIn('packages/contract/src/goals/types'),
    matchers: GOAL_TYPES,
    matcherFiles: typesIn('packages/server/src/goals/types'),
    automatic: CATALOGUE,
    // Their table is docs/vendors.md, which is made from the same declarations.
    tabled: new Set(VENDOR_ENTRIES.map(({ id }) => id)),
    texts: { en, ru },
    spec: readFileSync(inRoot('docs/spec/goals.md'), 'utf8'),
  };
}
