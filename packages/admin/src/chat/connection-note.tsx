/** Says when the connection is away, and that nothing is lost. */
import { Loader, UnstyledButton } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk, useDeskState } from './client-scope.tsx';

/** A quick reconnect is not shown. */
const PATIENCE_MS = 1_500;

export function ConnectionNote() {
  const { t } = useTranslation();
  const desk = useDesk();
  const connection = useDeskState((state) => state.connection);
  const waits = useDeskState((state) => state.outbox.filter(({ refused }) => refused === null).length);
  const lasting = useLasting(connection !== 'open');
  // The screen itself says then that there is nothing to answer.
  if (connection === 'denied' || !lasting) return null;
  return (
    <span role="status" className="gp-connection">
      <Loader size={14} color="gray" aria-hidden="true" />
      {t('chat.connection.waiting')}
      {waits > 0 && ` ${t('chat.connection.unsent', { count: waits })}`}
      <UnstyledButton className="gp-text-button" onClick={() => desk.wake()}>
        {t('chat.connection.now')}
      </UnstyledButton>
    </span>
  );
}

function useLasting(on: boolean): boolean {
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    if (!on) return setLasting(false);
    const timer = setTimeout(() => setLasting(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [on]);
  return lasting;
}
