/** The passes of planning, in their order: one line adds one. A pass may read what those before it decided. */
import type { Pass } from './pass.ts';
import { costedVisits } from './passes/costed-visits.ts';
import { filters } from './passes/filters.ts';
import { names } from './passes/names.ts';
import { period } from './passes/period.ts';
import { robots } from './passes/robots.ts';
import { scope } from './passes/scope.ts';
import { sort } from './passes/sort.ts';
import { wholeDays } from './passes/whole-days.ts';

export const PASSES: readonly Pass[] = [period, scope, wholeDays, names, sort, filters, robots, costedVisits];
