/** The sites that one may go to from the chosen one. */
import { Menu } from '@mantine/core';
import { IconCheck, IconPlus, IconWorld } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { countersQuery } from '../../api/counters.ts';
import { AnchoredMenu } from '../../ui/menu/anchored.tsx';
import { MenuLink } from '../../ui/menu/menu-link.tsx';
import type { Opening } from '../../ui/menu/use-opening.ts';

const MAX_LISTED = 12;

interface Props {
  readonly opening: Opening;
  readonly counterId: number;
}

export function CounterItems({ opening, counterId }: Props) {
  const { t } = useTranslation();
  const counters = useQuery(countersQuery()).data ?? [];
  return (
    <AnchoredMenu opening={opening} position="bottom-start" width={300}>
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
    </AnchoredMenu>
  );
}
