/** All methods of a counter. A new one is a new file and a line here. */
import type { Counter, Methods } from '../shared/model.ts';
import { bounceMethods } from './bounce.ts';
import { ecommerceMethods } from './ecommerce.ts';
import { firstPartyMethods } from './first-party.ts';
import { goalMethods } from './goal.ts';
import { linkMethods } from './links.ts';
import { paramMethods } from './params.ts';
import { flagMethods } from './flags.ts';
import { viewMethods } from './view.ts';

/** Each also starts what it does by itself: in this order, so that the page view goes first. */
export const METHODS: readonly ((counter: Counter) => Methods | void)[] = [
  viewMethods,
  paramMethods,
  goalMethods,
  linkMethods,
  firstPartyMethods,
  bounceMethods,
  flagMethods,
  ecommerceMethods,
];
