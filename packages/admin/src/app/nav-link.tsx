/** One row of the menu; keeps period and goals when going from report to report. */
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { carried } from '../report/state/search.ts';
import { navName, paramsOf, sectionOf, type NavItem } from './nav.ts';

interface Props {
  readonly item: NavItem;
  readonly counterId: string;
  readonly className: string;
  /** Only the icon is seen; the name is still read out. */
  readonly narrow?: boolean;
  readonly onClick?: () => void;
}

export function NavLink({ item, counterId, className, narrow = false, onClick }: Props) {
  const { t, i18n } = useTranslation();
  const { report } = useParams({ strict: false });
  const Icon = item.icon;
  const name = navName(item, t, i18n.language);
  // A section is where one is while any of its reports is open.
  const within = item.section !== undefined && sectionOf(report) === item.section;
  return (
    <Link
      to={item.to}
      params={paramsOf(item, counterId)}
      search={carried}
      className={within ? `${className} active` : className}
      title={narrow ? name : undefined}
      onClick={onClick}
      activeOptions={{ includeSearch: false }}
    >
      <Icon size={20} stroke={1.6} aria-hidden="true" />
      <span className={narrow ? 'gp-hidden-name' : undefined}>{name}</span>
    </Link>
  );
}
