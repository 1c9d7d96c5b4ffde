/** The tag's settings. They change what is collected from now on. */
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { ChatSection } from '../chat/settings/chat-section.tsx';
import { useCounter } from '../counter/counter-scope.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { SettingsForm } from './settings-form.tsx';
import { SharedLinks } from './shared-links.tsx';
import { Switches } from './switches.tsx';
import { TagModules } from './tag-modules.tsx';
import { OtherChats } from './vendors/other-chats.tsx';
import { withWords } from '../i18n/i18n.ts';
import { lazyPart } from '../ui/loading/lazy-part.ts';

/** Far below the first screenful. */
const LaterSections = lazyPart(
  withWords(['costs', 'privacy', 'rates', 'settings', 'uploads'], () => import('./later-sections.tsx')),
  'LaterSections',
);

export function SettingsPage() {
  const { t } = useTranslation();
  const counter = useCounter();
  return (
    <div className="gp-narrow">
      <PageHead title={t('settings.title')}>
        <span className="gp-dim">{t('counters.number', { id: String(counter.id) })}</span>
      </PageHead>
      <Switches counter={counter} />
      <TagModules counter={counter} />
      <OtherChats counter={counter} />
      <ChatSection counter={counter} />
      <SharedLinks counter={counter} />
      <SettingsForm counter={counter} />
      <Suspense>
        <LaterSections counter={counter} />
      </Suspense>
    </div>
  );
}
