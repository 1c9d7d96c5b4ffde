/** What modules need of the tag: they may come in a script of their own, and import nothing. */
import { addressOf, encode, later, listen, now } from './browser.ts';
import { follow } from './follow.ts';
import { guard } from './guard.ts';
import { cut, each, isObject, own } from './values.ts';

export const KIT = {
  _addressOf: addressOf,
  _cut: cut,
  _each: each,
  _encode: encode,
  _follow: follow,
  _guard: guard,
  _isObject: isObject,
  _later: later,
  _listen: listen,
  _now: now,
  _own: own,
};

export type Kit = typeof KIT;
