/** The lower half of a counter's settings: own visits, exchange rates, uploads, and the end of the counter. */
import type { Counter } from '@goalpost/contract/management';
import { may } from '@goalpost/contract/management/roles';
import { useTranslation } from 'react-i18next';
import { DeleteCounter } from './delete-counter.tsx';
import { OwnVisits } from './own-visits.tsx';
import { RateSourceSection } from './rates/rate-source.tsx';
import { Rates } from './rates/rates.tsx';
import { SectionLink } from './uploads/section-link.tsx';

export function LaterSections({ counter }: { readonly counter: Counter }) {
  const { t } = useTranslation();
  return (
    <>
      <OwnVisits counter={counter} />
      <Rates counter={counter} />
      <RateSourceSection counter={counter} />
      <SectionLink
        counter={counter}
        to="/counter/$counterId/uploads"
        title={t('uploads.title')}
        text={t('uploads.sectionText')}
        open={t('uploads.open')}
      />
      <SectionLink
        counter={counter}
        to="/counter/$counterId/costs"
        title={t('costs.section')}
        text={t('costs.sectionText')}
        open={t('costs.open')}
      />
      {may(counter.permission, 'own') && <DeleteCounter counter={counter} />}
    </>
  );
}
