/** Says briefly when the server refused something that is no message. */
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { tell } from '../ui/tell.ts';
import { useDeskState } from './client-scope.tsx';

export function RefusalNotes() {
  const { t } = useTranslation();
  const refusal = useDeskState((state) => state.refusal);
  const connection = useDeskState((state) => state.connection);
  useEffect(() => {
    if (refusal !== null && connection === 'open') tell(t(`chat.refusal.${refusal.reason}`));
    // Each refusal is told once; a change of language or connection is none.
  }, [refusal]);
  return null;
}
