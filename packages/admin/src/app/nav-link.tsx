/** One row of the menu; keeps period and goals when going from report to report. */
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { carried } from '../report/state/search.ts';
import type { NavItem } from './nav.ts';

interface Props {
  readonly item: NavItem;
  readonly counterId: string;
  readonly className: string;
  /** Only the icon is seen; the name is still read out. */
  readonly narrow?: boolean;
  readonly onClick?: () => void;
}

export function NavLink({ item, counterId, className, narrow = false, onClick }: Props) {
  const { t } = useTranslation();
  const Icon = item.icon;
  const name = t(item.label);
  return (
    <Link
      to={item.to}
      params={{ counterId }}
      search={carried}
      className={className}
      title={narrow ? name : undefined}
      onClick={onClick}
      activeOptions={{ includeSearch: false }}
    >
      <Icon size={20} stroke={1.6} aria-hidden="true" />
      <span className={narrow ? 'gp-hidden-name' : undefined}>{name}</span>
    </Link>
  );
}
