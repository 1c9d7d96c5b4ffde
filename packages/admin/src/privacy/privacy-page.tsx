/** What is kept of people on this site, for how long, and what is not kept at all. */
import { may } from '@goalpost/contract/management/roles';
import { useTranslation } from 'react-i18next';
import { useCounter } from '../counter/counter-scope.tsx';
import { ButtonLink } from '../ui/links.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Section } from '../ui/section.tsx';
import { Consent } from './consent.tsx';
import { Masking } from './masking.tsx';
import { Person } from './person.tsx';
import { Retention } from './retention.tsx';

export function PrivacyPage() {
  const { t } = useTranslation();
  const counter = useCounter();
  return (
    <div className="gp-narrow">
      <PageHead title={t('privacy.title')} />
      <Consent counter={counter} />
      <Retention counter={counter} />
      <Masking counter={counter} />
      {may(counter.permission, 'edit') && <Person counter={counter} />}
      {may(counter.permission, 'edit') && (
        <Section title={t('processing.title')} text={t('processing.openText')}>
          <ButtonLink
            to="/counter/$counterId/privacy/record"
            params={{ counterId: String(counter.id) }}
            variant="default"
          >
            {t('processing.open')}
          </ButtonLink>
        </Section>
      )}
    </div>
  );
}
