/** How the place of a widget on its board is changed. */
import { ActionIcon } from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

export interface WidgetEdit {
  readonly earlier: (() => void) | null;
  readonly later: (() => void) | null;
  remove(): void;
}

export function WidgetTools({ name, edit }: { readonly name: string; readonly edit: WidgetEdit }) {
  const { t } = useTranslation();
  const tools = [
    { label: t('boards.earlier', { name }), icon: IconArrowLeft, act: edit.earlier },
    { label: t('boards.later', { name }), icon: IconArrowRight, act: edit.later },
    { label: t('boards.remove', { name }), icon: IconX, act: edit.remove },
  ];
  return (
    <span className="gp-widget-tools">
      {tools.map(({ label, icon: Icon, act }) => (
        <ActionIcon
          key={label}
          variant="subtle"
          color="gray"
          aria-label={label}
          title={label}
          disabled={act === null}
          onClick={() => act?.()}
        >
          <Icon size={16} stroke={1.6} />
        </ActionIcon>
      ))}
    </span>
  );
}
