/** The levels of a table in their order, and what one more may be by. */
import { mayAskBy } from '@goalpost/contract/management/in-person';
import { levelGroups, MAX_LEVELS } from '@goalpost/contract/reports/levels';
import type { DimensionId } from '@goalpost/contract/reports/names';
import { ActionIcon, Button, Select } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCounter } from '../../counter/counter-scope.tsx';
import { textIn } from '../../i18n/text.ts';
import { AnchoredPopover } from '../../ui/menu/anchored.tsx';
import type { Opening } from '../../ui/menu/use-opening.ts';
import { MoveButtons } from '../columns/move-buttons.tsx';
import { findsField } from '../filters/editor/find-field.ts';
import type { Levels } from './use-levels.ts';
import '../columns/columns.css';

interface Props {
  readonly opening: Opening;
  readonly levels: Levels;
}

export function LevelList({ opening, levels }: Props) {
  const { t } = useTranslation();
  return (
    <AnchoredPopover opening={opening} label={t('levels.title')} position="bottom-end" width={340}>
      <Listed levels={levels} />
    </AnchoredPopover>
  );
}

function Listed({ levels: { entry, chosen, own, choose } }: Pick<Props, 'levels'>) {
  const { t, i18n } = useTranslation();
  const { permission } = useCounter();
  const shown = chosen.length === 0 ? own : chosen;
  const name = (id: DimensionId): string => t(`dimension.${id}`);
  const isFull = shown.length >= MAX_LEVELS;
  const groups = levelGroups(entry).map(({ title, dimensions }) => ({
    group: textIn(title, i18n.language),
    dimensions: dimensions.filter((id) => mayAskBy(permission, id)),
  }));
  const offered = [{ group: t('levels.own'), dimensions: own }, ...groups];
  const taken = new Set<DimensionId>(shown);
  const data = offered.map(({ group, dimensions }) => ({
    group,
    // One of the report's own stands once.
    items: dimensions
      .filter((id) => !taken.has(id) && taken.add(id))
      .map((id) => ({ value: id, label: name(id) })),
  }));
  return (
    <>
      <p className="gp-dim gp-levels-text">{t('levels.text')}</p>
      <ol className="gp-columns">
        {shown.map((id, index) => (
          <li key={id}>
            <span>{`${index + 1}. ${name(id)}`}</span>
            <MoveButtons list={shown} id={id} name={name(id)} onMove={choose} />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('levels.remove', { name: name(id) })}
              disabled={shown.length === 1}
              onClick={() => choose(shown.filter((other) => other !== id))}
            >
              <IconX size={16} />
            </ActionIcon>
          </li>
        ))}
      </ol>
      {isFull ? (
        <p className="gp-dim">{t('levels.full', { count: MAX_LEVELS })}</p>
      ) : (
        <Select
          label={t('levels.add')}
          placeholder={t('levels.search')}
          searchable
          value={null}
          data={data.filter(({ items }) => items.length > 0)}
          filter={findsField}
          comboboxProps={{ withinPortal: false }}
          maxDropdownHeight={220}
          onChange={(wanted) => {
            const added = offered.flatMap(({ dimensions }) => dimensions).find((id) => id === wanted);
            if (added !== undefined) choose([...shown, added]);
          }}
        />
      )}
      <Button variant="subtle" size="xs" mt={8} disabled={chosen.length === 0} onClick={() => choose([])}>
        {t('columns.reset')}
      </Button>
    </>
  );
}
