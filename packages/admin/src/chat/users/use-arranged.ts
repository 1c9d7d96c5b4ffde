/** The rows in the order in which they stand on screen. */
import type { Person } from '@goalpost/contract';
import { useMemo, useRef } from 'react';
import { arrange, type Row } from './arrange.ts';

export function useArranged(people: ReadonlyMap<string, Person>, still: boolean): readonly Row[] {
  const before = useRef<readonly Row[]>([]);
  return useMemo(() => {
    before.current = arrange(before.current, people, still);
    return before.current;
  }, [people, still]);
}
