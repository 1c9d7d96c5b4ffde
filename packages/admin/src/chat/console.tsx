/** The operator's console, in which Inbox, Users and Invitations stand: one connection for all of them. */
import { Tabs, VisuallyHidden } from '@mantine/core';
import { IconMessageOff } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { Suspense, useEffect, useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../ui/empty.tsx';
import { ButtonLink } from '../ui/links.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { ConnectionNote } from './connection-note.tsx';
import { DeskOpen, useDeskState } from './client-scope.tsx';
import { openDesk } from './client/open-client.ts';
import { waitingByShow } from './inbox/filters.ts';
import { OnlineSwitch } from './online-switch.tsx';
import { CallChoices } from './call-choices.tsx';
import { ConsoleNotes } from './console-notes.tsx';
import { TABS, usePlace, type Tab } from './place.ts';
import { RefusalNotes } from './refusal-notes.tsx';
import { useCalls } from './use-calls.ts';
import './console.css';

export function Console({ tab, screen }: { readonly tab: Tab; readonly screen: ReactNode }) {
  const { t } = useTranslation();
  const title = t(`chat.tabs.${tab}`);
  useEffect(() => {
    document.title = `${title} · ${t('product')}`;
  }, [title, t]);
  const navigate = useNavigate();
  // The desk outlives the screen; the way to go about is the app's own and stays.
  const make = useMemo(
    () => () =>
      openDesk(({ id, counterId }) => {
        void navigate({
          to: '/counter/$counterId/chat/inbox',
          params: { counterId: String(counterId) },
          search: { conversation: id },
        });
      }),
    [navigate],
  );
  return (
    <DeskOpen make={make}>
      <Frame tab={tab} title={title} screen={screen} />
    </DeskOpen>
  );
}

interface Props {
  readonly tab: Tab;
  readonly title: string;
  readonly screen: ReactNode;
}

function Frame({ tab, title, screen }: Props) {
  const { t } = useTranslation();
  const { go, search } = usePlace();
  const calls = useCalls();
  const inConversation = tab === 'inbox' && search.conversation !== undefined;
  return (
    <Tabs
      value={tab}
      onChange={(value) => go(TABS.find((known) => known === value) ?? 'inbox')}
      className="gp-console"
      data-in-conversation={inConversation}
    >
      <VisuallyHidden component="h1">{title}</VisuallyHidden>
      <div className="gp-console-head">
        <Tabs.List aria-label={t('chat.title')} className="gp-console-tabs">
          {TABS.map((name) => (
            <Tabs.Tab key={name} value={name} rightSection={<Count tab={name} />}>
              {t(`chat.tabs.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <span className="gp-space" />
        <ConnectionNote />
        <CallChoices calls={calls} />
        <OnlineSwitch />
      </div>
      <ConsoleNotes calls={calls} />
      <RefusalNotes />
      <Tabs.Panel value={tab} className="gp-console-panel" tabIndex={-1}>
        <Door>
          <Suspense fallback={<PageSkeleton />}>{screen}</Suspense>
        </Door>
      </Tabs.Panel>
    </Tabs>
  );
}

/** Screens are for those whom the server has let in. */
function Door({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const known = useDeskState((state) => state.known);
  const denied = useDeskState((state) => state.connection === 'denied');
  if (known) return children;
  if (!denied) return <PageSkeleton />;
  return (
    <div role="alert">
      <Empty icon={<IconMessageOff />} title={t('chat.denied')} text={t('chat.connection.denied')}>
        <ButtonLink to="/counters/new">{t('counter.add')}</ButtonLink>
      </Empty>
    </div>
  );
}

function Count({ tab }: { readonly tab: Tab }) {
  const { counterId } = usePlace();
  const conversations = useDeskState((state) => state.conversations);
  const people = useDeskState((state) => state.people);
  const me = useDeskState((state) => state.me);
  if (tab === 'invitations') return null;
  const here = [...people.values()].filter((person) => counterId === null || person.counterId === counterId);
  const count =
    tab === 'users'
      ? here.length
      : waitingByShow(conversations.values(), me, { counterId, department: null }).all;
  if (count === 0) return null;
  return (
    <span className="gp-count" data-loud={tab === 'inbox'} aria-hidden="true">
      {count}
    </span>
  );
}
