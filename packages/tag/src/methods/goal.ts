/** `reachGoal`: the event that goals are made of. */
import { FORBIDDEN_IN_TARGET } from '@goalpost/contract/wire';
import { addressOf } from '../shared/browser.ts';
import { guard, warn } from '../shared/guard.ts';
import type { Counter, Methods } from '../shared/model.ts';
import { each, has } from '../shared/values.ts';

export const goalMethods = (counter: Counter): Methods => ({
  reachGoal: (target, params) => {
    let isBad = !target;
    each(FORBIDDEN_IN_TARGET, (sign) => (isBad = isBad || has(`${target as string}`, sign)));
    if (isBad) {
      warn('Bad goal', target);
      return;
    }
    const page = counter._page();
    if (has(location.search, '_ym_debug')) {
      // oxlint-disable-next-line no-console -- this is what `_ym_debug` asks for
      guard(() => console.log('Reach goal', counter._listed.id, target, params))();
    }
    counter._send('ar:1:', { params }, `goal://${addressOf(page).hostname}/${target as string}`, page);
  },
});
