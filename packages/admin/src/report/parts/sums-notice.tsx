/** Says above a screen which days its answers have from sums, or lack [M156]: whatever asks them, none is silent. */
import type { SumsNote } from '@goalpost/contract/reports/sums';
import { useQueryClient, type QueryCache } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import './sums-notice.css';

/** What answers hold that speak of sums: one note, or one of each side. */
type Noted = { readonly sums?: SumsNote | { readonly a?: SumsNote; readonly b?: SumsNote } };

function notesIn(data: unknown): readonly SumsNote[] {
  if (typeof data !== 'object' || data === null) return [];
  // Of a list that goes on as it is scrolled.
  if ('pages' in data && Array.isArray(data.pages)) return data.pages.flatMap(notesIn);
  if (!('sums' in data)) return [];
  const { sums } = data as Noted;
  if (typeof sums !== 'object') return [];
  if ('message' in sums) return [sums];
  return [sums.a, sums.b].filter((note) => note !== undefined);
}

/** Of what is on the screen now, each once. */
const sentencesIn = (cache: QueryCache): string[] => {
  const shown = cache.getAll().filter((query) => query.isActive());
  return [...new Set(shown.flatMap((query) => notesIn(query.state.data).map(({ message }) => message)))];
};

export function SumsNotice() {
  const cache = useQueryClient().getQueryCache();
  const subscribe = useCallback((changed: () => void) => cache.subscribe(changed), [cache]);
  const text = useSyncExternalStore(subscribe, () => sentencesIn(cache).join('\n'));
  if (text === '') return null;
  return (
    <div className="gp-sums-notice" role="note">
      {text.split('\n').map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}
