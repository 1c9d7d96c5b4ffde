/** An adapter for another vendor's chat. The server has no room for them yet. */
import { roomOf } from '../lib/lists.mjs';

export const vendor = { id: 'vendor', plan: ({ exists }) => roomOf('vendors', exists) };
