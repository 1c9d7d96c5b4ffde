/** For a counter that waits for what the server knows: no visitor of it need agree to anything. */
import { each } from '../../shared/values.ts';
import { guard } from '../../shared/guard.ts';
import type { Module } from '../../shared/model.ts';

export const free: Module = (counter) => {
  const { _held: held } = counter;
  counter._held = undefined;
  each(held ?? [], (run) => guard(run)());
};
