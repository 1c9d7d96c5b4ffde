/** `reachGoal`: the event that goals are made of. */
import { attempt, warn } from '../shared/guard.ts';
import type { Counter, Methods } from '../shared/model.ts';

export const goalMethods = (counter: Counter): Methods => ({
  reachGoal: (target, params) => {
    if (!target || attempt(() => /[/&=?#]/.test(target as string))) warn('Bad goal', target);
    else counter._tell('goal', target as string, { params });
  },
});
