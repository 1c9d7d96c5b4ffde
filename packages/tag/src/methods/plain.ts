/** Methods that pages call for the genuine tag's sake: they set a flag, or nothing. */
import type { Counter, Instance } from '../counter.ts';

export const plainMethods = (counter: Counter): Instance => {
  const clickmap = (on: unknown = true): void => {
    counter._listed['clickmap'] = Boolean(on);
  };
  clickmap(counter._options['clickmap']);
  return { clickmap, replacePhones: () => undefined };
};
