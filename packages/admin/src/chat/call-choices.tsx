/** How the operator is called: sound and desktop notices, each with a switch. */
import { ActionIcon, Button, Popover, Stack, Switch } from '@mantine/core';
import { IconBell, IconBellOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { noticesAllowed } from './desk/alerts.ts';
import { choose, chosen, type Choice } from './desk/choices.ts';

export function CallChoices() {
  const { t } = useTranslation();
  const [sound, setSound] = useState(() => chosen('sound'));
  const [notices, setNotices] = useState(() => chosen('notices'));
  const [allowed, setAllowed] = useState(noticesAllowed);
  const set = (choice: Choice, on: boolean): void => {
    choose(choice, on);
    (choice === 'sound' ? setSound : setNotices)(on);
    if (choice === 'notices' && on) void ask();
  };
  const ask = async (): Promise<void> => {
    if (noticesAllowed() === 'default') await Notification.requestPermission();
    setAllowed(noticesAllowed());
  };
  const Icon = sound || notices ? IconBell : IconBellOff;
  const waits = notices && allowed === 'default';
  return (
    <Popover position="bottom-end" width={320} trapFocus returnFocus shadow="md">
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={36}
          className="gp-bell"
          data-waits={waits}
          aria-label={t('chat.calls.title')}
        >
          <Icon size={20} stroke={1.6} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('chat.calls.title')}>
        <Stack gap="md">
          <Switch
            label={t('chat.calls.sound')}
            description={t('chat.calls.soundText')}
            checked={sound}
            onChange={(event) => set('sound', event.currentTarget.checked)}
          />
          <Switch
            label={t('chat.calls.notices')}
            description={t('chat.calls.noticesText')}
            checked={notices}
            onChange={(event) => set('notices', event.currentTarget.checked)}
          />
          {waits && (
            <Button variant="light" size="xs" onClick={() => void ask()}>
              {t('chat.calls.allow')}
            </Button>
          )}
          {notices && allowed === 'denied' && <p className="gp-dim gp-small">{t('chat.calls.denied')}</p>}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
