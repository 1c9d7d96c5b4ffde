/** The reports of one section of the menu, as links in a row. */
import { may } from '@goalpost/contract/management/roles';
import { SECTIONS, type SectionId } from '@goalpost/contract/reports/catalogue';
import { reportsOf } from '@goalpost/contract/management/in-person';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useRole } from '../../counter/counter-scope.tsx';
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
  const role = useRole(counterId);
  const reports = reportsOf(section, role);
  const reads = may(role, 'view');
  return (
    <nav className="gp-report-links" aria-label={textIn(SECTIONS[section], i18n.language)}>
      {section === 'conversions' && reads && (
        <Link to="/counter/$counterId/conversions" params={params} {...place}>
          {t('conversions.title')}
        </Link>
      )}
      {reports.map(({ id, title }) => (
        <Link key={id} to="/counter/$counterId/report/$report" params={{ ...params, report: id }} {...place}>
          {textIn(title, i18n.language)}
        </Link>
      ))}
      {(section === 'conversions' || section === 'sources') && reads && (
        <Link to="/counter/$counterId/attribution" params={params} {...place}>
          {t('models.title')}
        </Link>
      )}
    </nav>
  );
}
