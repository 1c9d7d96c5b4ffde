/** Keeps a row as a filter, leaves it out, or opens its visits. */
import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AnchoredMenu } from '../../ui/menu/anchored.tsx';
import type { Opening } from '../../ui/menu/use-opening.ts';
import type { FilterByRowProps } from '../bar/props.ts';

interface Props extends FilterByRowProps {
  readonly opening: Opening;
}

export function RowItems({ opening, name, onFilter, visits }: Props) {
  const { t } = useTranslation();
  return (
    <AnchoredMenu opening={opening} position="bottom-start">
      <Menu.Item onClick={() => onFilter(true)}>{t('filter.only', { name })}</Menu.Item>
      <Menu.Item onClick={() => onFilter(false)}>{t('filter.allBut', { name })}</Menu.Item>
      {visits && <Menu.Item onClick={() => visits.open()}>{t('filter.visitsOf')}</Menu.Item>}
      {visits?.goals.map((goal) => (
        <Menu.Item key={goal.id} onClick={() => visits.open(goal.id)}>
          {t('filter.visitsWith', { goal: goal.name })}
        </Menu.Item>
      ))}
    </AnchoredMenu>
  );
}
