/** What can be switched on and off, and methods that are there for the genuine tag's sake. */
import type { Counter, Methods } from '../shared/model.ts';
import { each } from '../shared/values.ts';

const OFF_BY_DEFAULT = 'trackHash';

export const flagMethods = (counter: Counter): Methods => {
  const listed = counter._listed;
  const methods: Methods = {
    enableAll: () => {
      listed['trackLinks'] = true;
    },
    replacePhones: () => undefined,
  };
  each(['clickmap', 'trackLinks', OFF_BY_DEFAULT], (name) => {
    const turn = (on: unknown = name !== OFF_BY_DEFAULT): void => {
      listed[name] = !!on;
    };
    turn(counter[name]);
    methods[name] = turn;
  });
  return methods;
};
