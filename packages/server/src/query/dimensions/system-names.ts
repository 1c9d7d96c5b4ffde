/** Names of search engines, networks, messengers and ad systems, as collection knows them by id. */
import type { Names } from '../shape/words.ts';

export const systemNames: Names = {};
