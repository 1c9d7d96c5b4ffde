/** The menu of a phone: the screens opened most, and the others behind "More". */
import { Menu, UnstyledButton } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { MenuLink } from '../ui/links.tsx';
import { carried } from '../report/state/search.ts';
import { NavLink } from './nav-link.tsx';
import { CHAT, REPORTS, SET_UP } from './nav.ts';

export function BottomBar({ counterId }: { readonly counterId: string }) {
  const { t } = useTranslation();
  const all = [...REPORTS, ...CHAT, ...SET_UP];
  return (
    <nav className="gp-bottom" aria-label={t('nav.label')}>
      {all
        .filter((item) => item.first)
        .map((item) => (
          <NavLink key={item.to} item={item} counterId={counterId} className="gp-bottom-link" />
        ))}
      <Menu position="top-end" width={220}>
        <Menu.Target>
          <UnstyledButton className="gp-bottom-link">
            <IconDots size={20} stroke={1.6} aria-hidden="true" />
            <span>{t('nav.more')}</span>
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          {all
            .filter((item) => !item.first)
            .map(({ to, label, icon: Icon }) => (
              <MenuLink
                key={to}
                to={to}
                params={{ counterId }}
                search={carried}
                leftSection={<Icon size={18} stroke={1.6} />}
              >
                {t(label)}
              </MenuLink>
            ))}
        </Menu.Dropdown>
      </Menu>
    </nav>
  );
}
