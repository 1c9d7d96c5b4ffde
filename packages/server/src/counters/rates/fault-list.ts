/** Collects what is wrong with rates of currencies, each fault at its place. */
import type { ApiErrorItem } from '@goalpost/contract/management';

export type Faults = readonly [ApiErrorItem, ...ApiErrorItem[]];

export function createFaultList() {
  const faults: ApiErrorItem[] = [];
  return {
    fault: (location: string, message: string): void =>
      void faults.push({ error_type: 'invalid_parameter', message: `${location}: ${message}`, location }),
    /** @returns null where nothing is wrong */
    all(): Faults | null {
      const [first, ...rest] = faults;
      return first === undefined ? null : [first, ...rest];
    },
  };
}
