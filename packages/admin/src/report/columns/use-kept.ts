/** A part of a report that is kept for a person: what they chose stands in the address again. */
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { storeName } from '../../api/address/address.ts';
import { meQuery } from '../../api/account.ts';
import type { ReportSearch } from '../state/search.ts';
import type { Report } from '../use-report.ts';

export interface Kept<Value> {
  readonly value: Value | null;
  /** Undefined: what the report has of its own. */
  keep(text: string | undefined, changes?: ReportSearch): void;
}

/** @param read null where the text says nothing that the report can show */
export function useKept<Value>(
  report: Report,
  name: 'columns' | 'levels',
  id: string,
  read: (text: string | null | undefined) => Value | null,
): Kept<Value> {
  const login = useQuery(meQuery).data?.login ?? '';
  const navigate = useNavigate();
  const key = storeName(`${name}.${login}.${id}`);
  const said = read(report.search[name]);
  const stored = said === null ? localStorage.getItem(key) : null;
  const before = read(stored);
  // So that the address shows a colleague the same, and leaving it can be seen.
  const missing = before === null ? undefined : (stored ?? undefined);
  useEffect(() => {
    if (missing === undefined) return;
    void navigate({
      to: '.',
      search: (prev: ReportSearch) => ({ ...prev, [name]: missing }),
      replace: true,
      resetScroll: false,
    });
  }, [missing, name, navigate]);
  return {
    value: said ?? before,
    keep(text, changes = {}) {
      if (text === undefined) localStorage.removeItem(key);
      else localStorage.setItem(key, text);
      report.change({ ...changes, [name]: text });
    },
  };
}
