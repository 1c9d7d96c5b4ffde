/** `localStorage`, or something that lasts as long as the page: in a sandboxed frame even naming it throws. */
import { guard } from './guard.ts';

/** Of a `Storage`, `length` is a number. */
export const local: Record<string, unknown> =
  guard(() => localStorage as unknown as Record<string, unknown>)() ?? {};

/** @returns the value, kept or not: storage may be full */
export const remember = <Value>(key: string, value: Value): Value => {
  guard(() => (local[key] = value))();
  return value;
};
