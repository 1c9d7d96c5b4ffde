/** The chat is on, and no page has shown it yet: those with a snippet from before lack its line. */
import type { Counter } from '@goalpost/contract/management';
import { Alert, Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { chatSeenQuery } from '../api/settings.ts';
import { ChatLine } from './chat-line.tsx';

export function NotSeen({ counter }: { readonly counter: Counter }) {
  const { t } = useTranslation();
  const seen = useQuery(chatSeenQuery(counter.id)).data;
  if (seen !== false) return null;
  return (
    <Alert
      color="orange"
      variant="light"
      role="status"
      className="gp-not-seen"
      icon={<Loader size={16} color="orange" aria-hidden="true" />}
      title={t('chat.settings.notSeen')}
    >
      <p>{t('chat.settings.notSeenText')}</p>
      <ChatLine counter={counter} />
    </Alert>
  );
}
