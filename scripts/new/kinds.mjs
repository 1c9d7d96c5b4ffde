/** The kinds of things that `npm run new` makes: one file each, and one line here. */
import { dimension } from './dimension.mjs';
import { importer } from './importer.mjs';
import { metric } from './metric.mjs';
import { migration } from './migration.mjs';
import { step } from './step.mjs';
import { vendor } from './vendor.mjs';

export const KINDS = [dimension, importer, metric, migration, step, vendor];
