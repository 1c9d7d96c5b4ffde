/** `reachGoal`: the event that goals are made of. */
import { FORBIDDEN_IN_TARGET } from '@goalpost/contract/wire';
import { warn } from '../shared/guard.ts';
import type { Counter, Methods } from '../shared/model.ts';
import { each, has } from '../shared/values.ts';

export const goalMethods = (counter: Counter): Methods => ({
  reachGoal: (target, params) => {
    let isBad = !target;
    each(FORBIDDEN_IN_TARGET, (sign) => (isBad ||= has(`${target as string}`, sign)));
    if (isBad) warn('Bad goal', target);
    else counter._tell('goal', target as string, { params });
  },
});
