/** The way from the settings of a counter to what happened outside of its site. */
import type { Counter } from '@goalpost/contract/management';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../ui/links.tsx';
import { Section } from '../../ui/section.tsx';

export function UploadsSection({ counter }: { readonly counter: Counter }) {
  const { t } = useTranslation();
  return (
    <Section title={t('uploads.title')} text={t('uploads.sectionText')}>
      <ButtonLink
        variant="default"
        w="fit-content"
        to="/counter/$counterId/uploads"
        params={{ counterId: String(counter.id) }}
      >
        {t('uploads.open')}
      </ButtonLink>
    </Section>
  );
}
