/** The tag's settings. They change what is collected from now on. */
import { may } from '@goalpost/contract/management/roles';
import { useTranslation } from 'react-i18next';
import { ChatSection } from '../chat/settings/chat-section.tsx';
import { useCounter } from '../counter/counter-scope.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { DeleteCounter } from './delete-counter.tsx';
import { OwnVisits } from './own-visits.tsx';
import { RateSourceSection } from './rates/rate-source.tsx';
import { Rates } from './rates/rates.tsx';
import { SettingsForm } from './settings-form.tsx';
import { SharedLinks } from './shared-links.tsx';
import { Switches } from './switches.tsx';
import { TagModules } from './tag-modules.tsx';
import { OtherChats } from './vendors/other-chats.tsx';

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
      <OwnVisits counter={counter} />
      <Rates counter={counter} />
      <RateSourceSection counter={counter} />
      {may(counter.permission, 'own') && <DeleteCounter counter={counter} />}
    </div>
  );
}
