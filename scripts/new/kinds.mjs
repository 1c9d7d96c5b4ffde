/** The kinds of things that `npm run new` makes: one file each, and one line here. */
import { automaticGoal } from './automatic-goal.mjs';
import { dimension } from './dimension.mjs';
import { goalType } from './goal-type.mjs';
import { metric } from './metric.mjs';
import { migration } from './migration.mjs';
import { nodeRole } from './node-role.mjs';
import { report } from './report.mjs';
import { step } from './step.mjs';
import { upload } from './upload.mjs';
import { vendor } from './vendor.mjs';

export const KINDS = [
  automaticGoal,
  dimension,
  goalType,
  metric,
  migration,
  nodeRole,
  report,
  step,
  upload,
  vendor,
];
