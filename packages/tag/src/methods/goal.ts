/** `reachGoal`: the event that goals are made of. */
import { FORBIDDEN_IN_TARGET } from '@goalpost/contract/wire';
import { addressOf } from '../address.ts';
import type { Counter, Instance } from '../counter.ts';

export const goalMethods = (counter: Counter): Instance => ({
  reachGoal: (target, ...rest) => {
    if (!target || FORBIDDEN_IN_TARGET.test(`${target}`)) {
      // oxlint-disable-next-line no-console -- the page's author must learn why nothing is counted
      console.warn('reachGoal: bad target', target);
      return;
    }
    if (typeof rest[0] === 'function') rest.unshift(undefined);
    const [params, callback, ctx] = rest;
    const page = counter._page();
    counter._debug(`Reach goal. Counter: ${counter._id}. Goal id: ${target}`, params);
    counter._send('ar:1', { params, callback, ctx }, `goal://${addressOf(page).hostname}/${target}`, page);
  },
});
