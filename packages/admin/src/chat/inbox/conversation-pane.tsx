/** One conversation: its head, its log, and the box to answer in. */
import { may } from '@goalpost/contract/management/roles';
import type { ConversationView } from '@goalpost/contract/chat';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { counterQuery } from '../../api/counters.ts';
import { useDesk, useDeskState } from '../client-scope.tsx';
import { Composer } from './composer.tsx';
import { ConversationHead } from './conversation-head.tsx';
import { LogView } from './log-view.tsx';

interface Props {
  readonly view: ConversationView;
  readonly onPerson: () => void;
}

export function ConversationPane({ view, onPerson }: Props) {
  const { t } = useTranslation();
  const desk = useDesk();
  const { id } = view;
  const permission = useQuery(counterQuery(view.counterId)).data?.permission;
  const log = useDeskState((state) => state.logs.get(id));
  useEffect(() => desk.hold(id), [desk, id]);
  useReading(id, log?.at(-1)?.seq ?? 0, view.calledAt ?? null);
  return (
    <section className="gp-conversation" aria-label={t('chat.conversation.label')}>
      <ConversationHead view={view} onPerson={onPerson} />
      <LogView view={view} log={log ?? []} />
      {permission !== undefined && !may(permission, 'chat:answer') ? (
        <p className="gp-read-only gp-dim">{t('people.readOnly')}</p>
      ) : (
        <Composer view={view} />
      )}
    </section>
  );
}

/** What is on a screen that is looked at has been read. */
function useReading(id: string, lastSeq: number, calledAt: number | null): void {
  const desk = useDesk();
  const [looks, setLooks] = useState(0);
  const connection = useDeskState((state) => state.connection);
  useEffect(() => {
    const look = (): void => setLooks((count) => count + 1);
    window.addEventListener('focus', look);
    document.addEventListener('visibilitychange', look);
    return () => {
      window.removeEventListener('focus', look);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
  useEffect(() => {
    if (lastSeq > 0 && !document.hidden) desk.read(id);
  }, [desk, id, lastSeq, calledAt, looks, connection]);
}
