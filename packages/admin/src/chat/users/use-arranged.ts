/** The rows in the order in which they stand on screen. */
import type { Person } from '@goalpost/contract/chat';
import { useMemo, useRef } from 'react';
import { arrange, type Row, type UsersSort } from './arrange.ts';

/** @param still nothing moves, unless another order is asked for */
export function useArranged(
  people: ReadonlyMap<string, Person>,
  still: boolean,
  sort: UsersSort,
): readonly Row[] {
  const before = useRef<{ readonly rows: readonly Row[]; readonly sort: UsersSort }>({ rows: [], sort });
  return useMemo(() => {
    const held = still && before.current.sort === sort;
    before.current = { rows: arrange(before.current.rows, people, held, sort), sort };
    return before.current.rows;
  }, [people, still, sort]);
}
