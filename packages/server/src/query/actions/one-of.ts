/** Reads a parameter that is one word of a closed list. */
import { problem, type Problem } from '../../kit/problem.ts';

export function oneOf<T extends string>(list: readonly T[], text: string, location: string): T | Problem {
  const found = list.find((one) => one === text);
  if (found !== undefined) return found;
  const message = `${location}: ${JSON.stringify(text.slice(0, 30))} is none of ${list.join(', ')}`;
  return problem('invalid_parameter', message, location);
}
