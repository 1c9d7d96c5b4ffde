/** Pass: of what is known by days, intervals are not shorter than a day [M97]. */
import { problem } from '../../../kit/problem.ts';
import { SHORTER_THAN_DAYS } from '../../parse/group.ts';
import type { Pass } from '../pass.ts';

export const wholeDays: Pass = ({ scope, group }, { request }) => {
  if (scope.knownBy === undefined || !SHORTER_THAN_DAYS.includes(group)) return {};
  if (request.group === 'auto') return { group: 'day' };
  return problem('invalid_parameter', `group: ${scope.knownBy}: ask by days or longer`, 'group');
};
