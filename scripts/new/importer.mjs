/** An importer of another system's history. The server has no room for them yet. */
import { roomOf } from '../lib/lists.mjs';

export const importer = { id: 'importer', plan: ({ exists }) => roomOf('transfer', exists) };
