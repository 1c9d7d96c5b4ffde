/** What can be switched on and off, the end, and methods that are there for the genuine tag's sake. */
import type { Counter, Methods } from '../shared/model.ts';

export const flagMethods = (counter: Counter): Methods => {
  const listed = counter._listed;
  const flag = (name: string, byDefault?: unknown): Methods[string] => {
    const turn = (on = byDefault): void => {
      listed[name] = !!on;
    };
    turn(counter[name]);
    return turn;
  };
  const trackLinks = flag('trackLinks', 1);
  return {
    trackLinks,
    enableAll: () => trackLinks(),
    clickmap: flag('clickmap', 1),
    trackHash: flag('trackHash'),
    replacePhones: () => undefined,
    destruct: () => {
      counter._send = () => undefined;
      counter._leave();
    },
  };
};
