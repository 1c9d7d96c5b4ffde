/** The menu on the left; folds to icons and remembers that. */
import { UnstyledButton } from '@mantine/core';
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useRole } from '../counter/counter-scope.tsx';
import { NavLink } from './nav-link.tsx';
import { CHAT, keyOf, openTo, REPORTS, SET_UP, type NavItem } from './nav.ts';

interface Props {
  readonly counterId: string;
  readonly narrow: boolean;
  readonly onToggle: () => void;
}

export function SideNav({ counterId, narrow, onToggle }: Props) {
  const { t } = useTranslation();
  const Toggle = narrow ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  const role = useRole(Number(counterId));
  const group = (name: string, all: readonly NavItem[]) => {
    const items = openTo(role, all);
    if (items.length === 0) return null;
    return (
      <Fragment key={name}>
        {narrow ? <hr /> : <p className="gp-nav-group">{name}</p>}
        <ul>
          {items.map((item) => (
            <li key={keyOf(item)}>
              <NavLink item={item} counterId={counterId} className="gp-nav-link" narrow={narrow} />
            </li>
          ))}
        </ul>
      </Fragment>
    );
  };
  return (
    <nav className="gp-side" aria-label={t('nav.label')}>
      {group(t('nav.reports'), REPORTS)}
      {group(t('chat.nav'), CHAT)}
      {group(t('nav.setUp'), SET_UP)}
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
