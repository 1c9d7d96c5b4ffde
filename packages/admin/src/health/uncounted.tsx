/** What visitors do and no goal of its own counts; the goals' screen suggests goals for it. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { suggestionsQuery } from '../api/goals/workbench.ts';
import { useFormat } from '../ui/format.ts';
import { ButtonLink } from '../ui/links.tsx';
import { Section } from '../ui/section.tsx';

export function Uncounted({ counterId }: { readonly counterId: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useQuery(suggestionsQuery(counterId));
  const count = data === undefined ? 0 : data.suggestions.length + data.others;
  if (data === undefined || count === 0) return null;
  return (
    <Section title={t('health.uncounted')}>
      <p className="gp-dim">
        {t('health.uncountedText', { count, n: format.number(count), days: data.days })}
      </p>
      <ButtonLink
        to="/counter/$counterId/goals"
        params={{ counterId: String(counterId) }}
        variant="default"
        size="xs"
      >
        {t('health.toSuggestions')}
      </ButtonLink>
    </Section>
  );
}
