/** What is fuzzed: a new target is a file and a line here. */
import type { Target } from './target.ts';
import { api } from './targets/api.ts';
import { bodies } from './targets/bodies.ts';
import { filters } from './targets/filters.ts';
import { questions } from './targets/questions.ts';
import { sockets } from './targets/sockets.ts';
import { subProtocols } from './targets/sub-protocols.ts';
import { uploads } from './targets/uploads.ts';
import { wire } from './targets/wire.ts';

export const TARGETS: readonly Target[] = [
  wire,
  api,
  filters,
  questions,
  bodies,
  sockets,
  uploads,
  subProtocols,
];
