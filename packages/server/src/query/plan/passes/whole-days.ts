/** Pass: what is known by days has no shorter intervals [M97]. The answer says so by its `group`. */
import { SHORTER_THAN_DAYS } from '../../parse/group.ts';
import type { Pass } from '../pass.ts';

export const wholeDays: Pass = ({ scope, group }) =>
  scope.knownBy !== undefined && SHORTER_THAN_DAYS.includes(group) ? { group: 'day' } : {};
