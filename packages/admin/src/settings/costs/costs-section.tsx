/** The way from the settings of a counter to the costs of its advertising. */
import type { Counter } from '@goalpost/contract/management';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../ui/links.tsx';
import { Section } from '../../ui/section.tsx';

export function CostsSection({ counter }: { readonly counter: Counter }) {
  const { t } = useTranslation();
  return (
    <Section title={t('costs.section')} text={t('costs.sectionText')}>
      <ButtonLink
        variant="default"
        w="fit-content"
        to="/counter/$counterId/costs"
        params={{ counterId: String(counter.id) }}
      >
        {t('costs.open')}
      </ButtonLink>
    </Section>
  );
}
