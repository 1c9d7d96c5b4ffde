/** Says what a link shows, of which site, and whether visits are left out: numbers alone do not. */
import type { SharedReport as Shown } from '@goalpost/contract/management';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../ui/page-head.tsx';

interface Props {
  readonly title: string;
  readonly shown: Shown;
}

export function SharedHead({ title, shown }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <PageHead title={title}>
        <span className="gp-dim">{shown.site}</span>
      </PageHead>
      {shown.is_part && <p className="gp-dim">{t('shared.part')}</p>}
    </>
  );
}
