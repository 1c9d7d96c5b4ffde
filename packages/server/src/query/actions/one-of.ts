/** Reads parameters that are one word of a closed list, or one number of a range. */
import { problem, type Problem } from '../../kit/problem.ts';

export function oneOf<T extends string>(list: readonly T[], text: string, location: string): T | Problem {
  const found = list.find((one) => one === text);
  if (found !== undefined) return found;
  const message = `${location}: ${JSON.stringify(text.slice(0, 30))} is none of ${list.join(', ')}`;
  return problem('invalid_parameter', message, location);
}

/** Reads a parameter that is a number from 1 on. */
export function numberUpTo(most: number, text: string, location: string): number | Problem {
  if (/^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= most) return Number(text);
  return problem('invalid_parameter', `${location}: a number from 1 to ${most} is needed`, location);
}
