/** The columns of a table in their order, and those that it could have. */
import { Button, Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AnchoredPopover } from '../../ui/menu/anchored.tsx';
import type { Opening } from '../../ui/menu/use-opening.ts';
import { MoveButtons } from './move-buttons.tsx';
import { MAX_COLUMNS } from './offered.ts';
import type { Columns } from './use-columns.ts';
import './columns.css';

interface Props {
  readonly opening: Opening;
  readonly columns: Columns;
}

export function ColumnList({ opening, columns }: Props) {
  const { t } = useTranslation();
  return (
    <AnchoredPopover opening={opening} label={t('columns.title')} position="bottom-end" width={340}>
      <Listed columns={columns} />
    </AnchoredPopover>
  );
}

function Listed({ columns }: Pick<Props, 'columns'>) {
  const { t } = useTranslation();
  const { chosen, offered, choose } = columns;
  const rest = offered.filter((id) => !chosen.includes(id));
  const isFull = chosen.length >= MAX_COLUMNS;
  return (
    <>
      <ul className="gp-columns">
        {chosen.map((id) => (
          <li key={id}>
            <Checkbox
              label={t(`metric.${id}`)}
              checked
              disabled={chosen.length === 1}
              onChange={() => choose(chosen.filter((other) => other !== id))}
            />
            <MoveButtons list={chosen} id={id} name={t(`metric.${id}`)} onMove={choose} />
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
