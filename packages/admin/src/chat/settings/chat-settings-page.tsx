/** Everything an owner sets of a counter's chat. */
import { may } from '@goalpost/contract/management/roles';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useCounter } from '../../counter/counter-scope.tsx';
import { Failure } from '../../ui/failure.tsx';
import { ButtonLink } from '../../ui/links.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { Section } from '../../ui/section.tsx';
import { chatSettingsQuery } from '../api/settings.ts';
import { ChatForm } from './chat-form.tsx';
import { ChatSwitch } from './chat-switch.tsx';
import { OnThisPage } from './on-this-page.tsx';
import { SnippetLine } from './snippet-line.tsx';
import '../../ui/settings.css';
import { withWords } from '../../i18n/i18n.ts';
import './chat-settings.css';
import { lazyPart } from '../../ui/loading/lazy-part.ts';

/** The last sections, far below. */
const CannedReplies = lazyPart(
  withWords(['chatSettings'], () => import('./canned-replies.tsx')),
  'CannedReplies',
);
const Webhooks = lazyPart(
  withWords(['chatWebhooks'], () => import('./webhooks-section.tsx')),
  'Webhooks',
);

export function ChatSettingsPage() {
  const { t } = useTranslation();
  const counter = useCounter();
  const settings = useQuery(chatSettingsQuery(counter.id));
  const parts = useRef<HTMLDivElement>(null);
  return (
    <div className="gp-chat-settings">
      <div className="gp-narrow" ref={parts}>
        <PageHead title={t('chat.settings.title')}>
          <ButtonLink
            to="/counter/$counterId/settings"
            params={{ counterId: String(counter.id) }}
            variant="subtle"
            color="gray"
            size="xs"
            leftSection={<IconArrowLeft size={16} stroke={1.6} />}
          >
            {t('nav.settings')}
          </ButtonLink>
        </PageHead>
        {settings.isPending && <PageSkeleton />}
        {settings.isError && !settings.data && (
          <Failure error={settings.error} onRetry={() => void settings.refetch()} />
        )}
        {settings.data !== undefined && (
          <>
            <Section title={t('chat.settings.section')}>
              <ChatSwitch counterId={counter.id} settings={settings.data} />
            </Section>
            {settings.data.enabled && <SnippetLine counter={counter} />}
            <ChatForm counter={counter} settings={settings.data} />
            <Suspense>
              <CannedReplies counterId={counter.id} />
            </Suspense>
            {may(counter.permission, 'edit') && (
              <Suspense>
                <Webhooks counterId={counter.id} />
              </Suspense>
            )}
          </>
        )}
      </div>
      <OnThisPage of={parts} />
    </div>
  );
}
