/** The name of a row: a click keeps it as a filter, Alt-click leaves it out, a menu offers both. */
import { Menu, UnstyledButton } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useState, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  readonly name: string;
  readonly onFilter: (keep: boolean) => void;
}

export function FilterByRow({ name, onFilter }: Props) {
  const { t } = useTranslation();
  // A table has hundreds of rows: the menu is made where it is opened.
  const [opened, setOpened] = useState(false);
  const target = (
    <UnstyledButton
      className="gp-table-filter"
      aria-haspopup="menu"
      aria-expanded={opened}
      aria-label={t('filter.rowMenu', { name })}
      onClick={() => setOpened(!opened)}
    >
      <IconFilter size={14} aria-hidden="true" />
    </UnstyledButton>
  );
  return (
    <>
      <UnstyledButton
        className="gp-table-text gp-table-value"
        title={`${name}\n${t('filter.rowHint')}`}
        onClick={(event: MouseEvent) => onFilter(!event.altKey)}
      >
        {name}
      </UnstyledButton>
      {opened ? (
        <Menu opened onChange={setOpened} position="bottom-start">
          <Menu.Target>{target}</Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => onFilter(true)}>{t('filter.only', { name })}</Menu.Item>
            <Menu.Item onClick={() => onFilter(false)}>{t('filter.allBut', { name })}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      ) : (
        target
      )}
    </>
  );
}
