/** The chat on the counter's Settings: its switch, and the way to everything else of it. */
import type { Counter } from '@goalpost/contract/management';
import { Skeleton } from '@mantine/core';
import { IconAdjustments, IconMessages } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Failure } from '../../ui/failure.tsx';
import { ButtonLink } from '../../ui/links.tsx';
import { Section } from '../../ui/section.tsx';
import { chatSettingsQuery } from '../api/settings.ts';
import { ChatSwitch } from './chat-switch.tsx';
import { NotSeen } from './not-seen.tsx';
import '../../ui/settings.css';
import './chat-settings.css';

export function ChatSection({ counter }: { readonly counter: Counter }) {
  const { t } = useTranslation();
  const settings = useQuery(chatSettingsQuery(counter.id));
  const params = { counterId: String(counter.id) };
  return (
    <Section title={t('chat.settings.section')}>
      {settings.isPending && <Skeleton height={102} />}
      {settings.isError && !settings.data && (
        <Failure error={settings.error} onRetry={() => void settings.refetch()} />
      )}
      {settings.data !== undefined && (
        <>
          <ChatSwitch counterId={counter.id} settings={settings.data} />
          {settings.data.enabled && <NotSeen counter={counter} />}
          <div className="gp-chat-links">
            <ButtonLink
              to="/counter/$counterId/settings/chat"
              params={params}
              variant="default"
              size="xs"
              leftSection={<IconAdjustments size={16} stroke={1.6} />}
            >
              {t('chat.settings.setUp')}
            </ButtonLink>
            {settings.data.enabled && (
              <ButtonLink
                to="/counter/$counterId/chat/inbox"
                params={params}
                variant="default"
                size="xs"
                leftSection={<IconMessages size={16} stroke={1.6} />}
              >
                {t('chat.settings.toInbox')}
              </ButtonLink>
            )}
          </div>
        </>
      )}
    </Section>
  );
}
