/** Tells operators when visitors see the team as away, or when notices need permission. */
import { CloseButton, UnstyledButton } from '@mantine/core';
import { IconBell, IconClockPause, IconMoon } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answersQuery } from './api/answers.ts';
import { chatSettingsQuery } from './api/settings.ts';
import { useDesk, useDeskState } from './client-scope.tsx';
import { usePlace } from './place.ts';
import type { Calls } from './use-calls.ts';

export function ConsoleNotes({ calls }: { readonly calls: Calls }) {
  const { counterId } = usePlace();
  const counters = useDeskState((state) => state.counters);
  const online = useDeskState((state) => state.online);
  const known = useDeskState((state) => state.known);
  const [only] = counterId === null ? counters : [counterId];
  if (!known) return null;
  if (!online) return <AwayNote />;
  return (
    <>
      {only !== undefined && (counterId !== null || counters.length === 1) && <ClosedNote counterId={only} />}
      {calls.waits && <NoticesNote calls={calls} />}
    </>
  );
}

function Note({ icon, children }: { readonly icon: ReactNode; readonly children: ReactNode }) {
  return (
    <div className="gp-note" role="status">
      {icon}
      <p>{children}</p>
    </div>
  );
}

function AwayNote() {
  const { t } = useTranslation();
  const desk = useDesk();
  return (
    <Note icon={<IconMoon size={16} stroke={1.6} aria-hidden="true" />}>
      {t('chat.offlineHint')}.{' '}
      <UnstyledButton className="gp-text-button" onClick={() => desk.setOnline(true)}>
        {t('chat.goOnline')}
      </UnstyledButton>
    </Note>
  );
}

/** An operator is online, and visitors see the team as away: it is outside the hours. */
function ClosedNote({ counterId }: { readonly counterId: number }) {
  const { t } = useTranslation();
  const settings = useQuery(chatSettingsQuery(counterId)).data;
  const timed =
    settings?.enabled === true &&
    (settings.hours !== null || settings.departments.some(({ hours }) => hours !== null));
  const answers = useQuery({ ...answersQuery(counterId), enabled: timed });
  if (!timed || answers.data !== false) return null;
  return (
    <Note icon={<IconClockPause size={16} stroke={1.6} aria-hidden="true" />}>{t('chat.closedHint')}</Note>
  );
}

function NoticesNote({ calls }: { readonly calls: Calls }) {
  const { t } = useTranslation();
  return (
    <div className="gp-note" data-quiet="true">
      <IconBell size={16} stroke={1.6} aria-hidden="true" />
      <p>
        {t('chat.calls.waits')}{' '}
        <UnstyledButton className="gp-text-button" onClick={calls.ask}>
          {t('chat.calls.allow')}
        </UnstyledButton>
      </p>
      <CloseButton
        size="sm"
        aria-label={t('chat.calls.noNotices')}
        title={t('chat.calls.noNotices')}
        onClick={() => calls.set('notices', false)}
      />
    </div>
  );
}
