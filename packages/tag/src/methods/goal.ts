/** `reachGoal`: the event that goals are made of. */
import { FORBIDDEN_IN_TARGET } from '@goalpost/contract/wire';
import { addressOf } from '../address.ts';
import type { Counter, Methods } from '../counter.ts';

export const goalMethods = (counter: Counter): Methods => ({
  reachGoal: (target, params) => {
    if (!target || FORBIDDEN_IN_TARGET.test(target as string)) {
      // oxlint-disable-next-line no-console -- the page's author must learn why nothing is counted
      console.warn('Bad goal', target);
      return;
    }
    const page = counter._page();
    if (/_ym_debug/.test(location.search)) {
      // oxlint-disable-next-line no-console -- this is what `_ym_debug` asks for
      console.log('Reach goal', counter._listed.id, target, params);
    }
    counter._send('ar:1:', { params }, `goal://${addressOf(page).hostname}/${target}`, page);
  },
});
