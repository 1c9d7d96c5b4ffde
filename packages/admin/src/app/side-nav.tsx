/** The menu on the left; folds to icons and remembers that. */
import { UnstyledButton } from '@mantine/core';
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { NavLink } from './nav-link.tsx';
import { CHAT, keyOf, REPORTS, SET_UP, type NavItem } from './nav.ts';

interface Props {
  readonly counterId: string;
  readonly narrow: boolean;
  readonly onToggle: () => void;
}

export function SideNav({ counterId, narrow, onToggle }: Props) {
  const { t } = useTranslation();
  const Toggle = narrow ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  const group = (items: readonly NavItem[]) => (
    <ul>
      {items.map((item) => (
        <li key={keyOf(item)}>
          <NavLink item={item} counterId={counterId} className="gp-nav-link" narrow={narrow} />
        </li>
      ))}
    </ul>
  );
  return (
    <nav className="gp-side" aria-label={t('nav.label')}>
      {!narrow && <p className="gp-nav-group">{t('nav.reports')}</p>}
      {group(REPORTS)}
      {narrow ? <hr /> : <p className="gp-nav-group">{t('chat.nav')}</p>}
      {group(CHAT)}
      {narrow ? <hr /> : <p className="gp-nav-group">{t('nav.setUp')}</p>}
      {group(SET_UP)}
      <UnstyledButton
        className="gp-nav-link gp-nav-fold"
        onClick={onToggle}
        aria-label={t(narrow ? 'nav.expand' : 'nav.collapse')}
        aria-expanded={!narrow}
      >
        <Toggle size={20} stroke={1.6} aria-hidden="true" />
      </UnstyledButton>
    </nav>
  );
}
