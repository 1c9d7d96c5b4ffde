/** Which numbers a table shows, and in which order. */
import { ActionIcon, Button, Checkbox, Popover } from '@mantine/core';
import type { MetricId } from '@goalpost/contract/reports/names';
import { IconArrowDown, IconArrowUp, IconColumns3 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { MAX_COLUMNS } from './offered.ts';
import type { Columns } from './use-columns.ts';
import './columns.css';

export function ColumnsButton({ columns }: { readonly columns: Columns }) {
  const { t } = useTranslation();
  return (
    <Popover position="bottom-end" width={340} shadow="md" trapFocus>
      <Popover.Target>
        <Button
          variant="default"
          className="gp-bar-quiet"
          leftSection={<IconColumns3 size={16} stroke={1.6} />}
        >
          {t('columns.title')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="xs" aria-label={t('columns.title')}>
        <ColumnList columns={columns} />
      </Popover.Dropdown>
    </Popover>
  );
}

function ColumnList({ columns }: { readonly columns: Columns }) {
  const { t } = useTranslation();
  const { chosen, offered, choose } = columns;
  const rest = offered.filter((id) => !chosen.includes(id));
  const move = (id: MetricId, by: -1 | 1): void => {
    const from = chosen.indexOf(id);
    choose(chosen.toSpliced(from, 1).toSpliced(from + by, 0, id));
  };
  const isFull = chosen.length >= MAX_COLUMNS;
  return (
    <>
      <ul className="gp-columns">
        {chosen.map((id, index) => (
          <li key={id}>
            <Checkbox
              label={t(`metric.${id}`)}
              checked
              disabled={chosen.length === 1}
              onChange={() => choose(chosen.filter((other) => other !== id))}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('columns.up', { name: t(`metric.${id}`) })}
              disabled={index === 0}
              onClick={() => move(id, -1)}
            >
              <IconArrowUp size={16} />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('columns.down', { name: t(`metric.${id}`) })}
              disabled={index === chosen.length - 1}
              onClick={() => move(id, 1)}
            >
              <IconArrowDown size={16} />
            </ActionIcon>
          </li>
        ))}
        {rest.map((id) => (
          <li key={id}>
            <Checkbox
              label={t(`metric.${id}`)}
              checked={false}
              disabled={isFull}
              onChange={() => choose([...chosen, id])}
            />
          </li>
        ))}
      </ul>
      {isFull && <p className="gp-dim">{t('columns.full', { count: MAX_COLUMNS })}</p>}
      <Button variant="subtle" size="xs" onClick={() => choose(null)}>
        {t('columns.reset')}
      </Button>
    </>
  );
}
