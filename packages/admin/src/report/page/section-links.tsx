/** The reports of one section of the menu, as links in a row. */
import { REPORTS, SECTIONS, type SectionId } from '@goalpost/contract/reports/catalogue';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { textIn } from '../../i18n/text.ts';
import { carried } from '../state/search.ts';
import './section-links.css';

interface Props {
  readonly section: SectionId;
  readonly counterId: number;
}

export function SectionLinks({ section, counterId }: Props) {
  const { t, i18n } = useTranslation();
  const place = { search: carried, activeOptions: { includeSearch: false } };
  const params = { counterId: String(counterId) };
  return (
    <nav className="gp-report-links" aria-label={textIn(SECTIONS[section], i18n.language)}>
      {section === 'conversions' && (
        <Link to="/counter/$counterId/conversions" params={params} {...place}>
          {t('conversions.title')}
        </Link>
      )}
      {REPORTS.filter((report) => report.section === section).map(({ id, title }) => (
        <Link key={id} to="/counter/$counterId/report/$report" params={{ ...params, report: id }} {...place}>
          {textIn(title, i18n.language)}
        </Link>
      ))}
      {(section === 'conversions' || section === 'sources') && (
        <Link to="/counter/$counterId/attribution" params={params} {...place}>
          {t('models.title')}
        </Link>
      )}
    </nav>
  );
}
