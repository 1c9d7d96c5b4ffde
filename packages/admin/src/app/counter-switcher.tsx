/** The chosen site on top of every screen, and the way to another one. */
import { Menu, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconCheck, IconPlus, IconSelector, IconWorld } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { countersQuery } from '../api/counters.ts';
import { MenuLink } from '../ui/links.tsx';

const MAX_LISTED = 12;

export function CounterSwitcher({ counterId }: { readonly counterId: number | null }) {
  const { t } = useTranslation();
  const counters = useQuery(countersQuery()).data ?? [];
  const chosen = counters.find((counter) => counter.id === counterId);
  if (counterId === null) return null;
  return (
    <Menu position="bottom-start" width={300}>
      <Menu.Target>
        <UnstyledButton
          className="gp-switcher"
          aria-label={`${t('counter.choose')}: ${chosen?.name ?? counterId}`}
        >
          <span className="gp-switcher-name">{chosen?.name ?? counterId}</span>
          <IconSelector size={16} stroke={1.6} aria-hidden="true" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {counters.slice(0, MAX_LISTED).map((counter) => (
          <MenuLink
            key={counter.id}
            to="/counter/$counterId"
            params={{ counterId: String(counter.id) }}
            leftSection={<IconCheck size={16} visibility={counter.id === counterId ? 'visible' : 'hidden'} />}
          >
            <span className="gp-switcher-row">{counter.name}</span>
            <span className="gp-switcher-row gp-dim">{counter.site2.site}</span>
          </MenuLink>
        ))}
        <Menu.Divider />
        <MenuLink to="/counters" leftSection={<IconWorld size={16} stroke={1.6} />}>
          {t('counter.all')}
        </MenuLink>
        <MenuLink to="/counters/new" leftSection={<IconPlus size={16} stroke={1.6} />}>
          {t('counter.add')}
        </MenuLink>
      </Menu.Dropdown>
    </Menu>
  );
}
