/** How the operator is called: sound and desktop notices, each with a switch. */
import { ActionIcon, Button, Popover, Stack } from '@mantine/core';
import { IconBell, IconBellOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Switch } from '../ui/fields/switch.tsx';
import type { Calls } from './use-calls.ts';

export function CallChoices({ calls }: { readonly calls: Calls }) {
  const { t } = useTranslation();
  const { sound, notices, allowed, waits, set, ask } = calls;
  const Icon = sound || notices ? IconBell : IconBellOff;
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
          title={t(waits ? 'chat.calls.waits' : 'chat.calls.title')}
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
            <div className="gp-bell-waits">
              <p>{t('chat.calls.waits')}</p>
              <Button variant="light" size="xs" onClick={ask}>
                {t('chat.calls.allow')}
              </Button>
            </div>
          )}
          {notices && allowed === 'denied' && <p className="gp-dim gp-small">{t('chat.calls.denied')}</p>}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
