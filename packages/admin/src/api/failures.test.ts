/** Messages that stand beside a field say what is wrong, without the path that programs know it by. */
import { expect, it } from 'vitest';
import { fieldMessages } from './failures.ts';
import { ApiFailure } from './http.ts';

const failure = (message: string, location?: string): ApiFailure => {
  const item = {
    error_type: 'invalid_parameter' as const,
    message,
    ...(location === undefined ? {} : { location }),
  };
  return new ApiFailure(400, message, [item]);
};

it.each([
  [
    'Wrong value of "events.0.what": one selector is needed.',
    'events.0.what',
    'events',
    '0.what',
    'One selector is needed.',
  ],
  [
    'Неверное значение «goal.name»: имя не должно быть пустым.',
    'goal.name',
    'goal',
    'name',
    'Имя не должно быть пустым.',
  ],
  ['Wrong value of "a.b". Too long.', 'a.b', 'goal', 'a.b', 'Too long.'],
  ['Wrong value of "a.b".', 'a.b', 'goal', 'a.b', 'Wrong value of "a.b".'],
  ['"goal.name" is missing.', 'goal.name', 'goal', 'name', '"goal.name" is missing.'],
  ['The name is taken: "shop".', 'name', 'goal', 'name', 'The name is taken: "shop".'],
  ['There is no such board.', undefined, 'goal', '', 'There is no such board.'],
])('%s', (message, location, prefix, field, words) => {
  expect(fieldMessages(failure(message, location), prefix)).toEqual({ [field]: words });
});
