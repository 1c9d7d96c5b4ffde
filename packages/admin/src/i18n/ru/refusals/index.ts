/** What the server refuses by, in Russian: its English sentence, `{}` for each value, to ours with `{1}`, `{2}`. */
import { account } from './account.ts';
import { counters } from './counters.ts';
import { filters } from './filters.ts';
import { goals } from './goals.ts';
import { patterns } from './patterns.ts';
import { reports } from './reports.ts';
import { server } from './server.ts';
import { things } from './things.ts';
import { validator } from './validator.ts';

export const refusals: Readonly<Record<string, string>> = {
  ...account,
  ...counters,
  ...filters,
  ...goals,
  ...patterns,
  ...reports,
  ...server,
  ...things,
  ...validator,
};
