/** The callbacks that a page may declare, one global function each: called, never replaced. */
import { globals } from '../../shared/globals.ts';
import { callBack } from '../../shared/guard.ts';

export const tellPage = (name: string, ...args: unknown[]): void =>
  callBack(globals()[`jivo_${name}`], ...args);
