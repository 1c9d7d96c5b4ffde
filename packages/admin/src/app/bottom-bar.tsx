/** The menu of a phone: the screens opened most, all reports by section, and the others behind "More". */
import { IconChartLine, IconDots, type Icon } from '@tabler/icons-react';
import { Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRole } from '../counter/counter-scope.tsx';
import { lazyPart } from '../ui/loading/lazy-part.ts';
import { useOpening, type Opening } from '../ui/menu/use-opening.ts';
import { NavLink } from './nav-link.tsx';
import { CHAT, keyOf, openTo, REPORTS, SET_UP } from './nav.ts';

const loadItems = () => import('./menus/bottom-items.tsx');
const ReportItems = lazyPart(loadItems, 'ReportItems');
const MoreItems = lazyPart(loadItems, 'MoreItems');

export function BottomBar({ counterId }: { readonly counterId: string }) {
  const { t } = useTranslation();
  const role = useRole(Number(counterId));
  const reads = openTo(role, REPORTS).length > 0;
  const screens = REPORTS.filter((item) => !('report' in item));
  const others = openTo(role, [...screens, ...CHAT, ...SET_UP]).filter((item) => !item.first);
  const link = (item: (typeof REPORTS)[number]) => (
    <NavLink key={keyOf(item)} item={item} counterId={counterId} className="gp-bottom-link" />
  );
  return (
    <nav className="gp-bottom" aria-label={t('nav.label')}>
      {openTo(role, REPORTS)
        .filter((item) => item.first)
        .map(link)}
      {reads && (
        <BarMenu name={t('nav.reports')} icon={IconChartLine}>
          {(opening) => <ReportItems opening={opening} counterId={counterId} />}
        </BarMenu>
      )}
      {openTo(role, CHAT)
        .filter((item) => item.first)
        .map(link)}
      <BarMenu name={t('nav.more')} icon={IconDots}>
        {(opening) => <MoreItems opening={opening} counterId={counterId} items={others} />}
      </BarMenu>
    </nav>
  );
}

interface BarMenuProps {
  readonly name: string;
  readonly icon: Icon;
  readonly children: (opening: Opening) => ReactNode;
}

function BarMenu({ name, icon: BarIcon, children }: BarMenuProps) {
  const opening = useOpening('menu');
  return (
    <>
      <button type="button" className="gp-bare gp-bottom-link" {...opening.button}>
        <BarIcon size={20} stroke={1.6} aria-hidden="true" />
        <span>{name}</span>
      </button>
      <Suspense>{opening.wasOpened && children(opening)}</Suspense>
    </>
  );
}
