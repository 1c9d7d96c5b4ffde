/** The kinds of file that a table is written to, and who may be sent it. */
import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { fileAddress } from '../../api/stat.ts';
import { AnchoredMenu } from '../../ui/menu/anchored.tsx';
import type { Opening } from '../../ui/menu/use-opening.ts';
import type { ExportProps } from './props.ts';

const FORMS = ['csv', 'xlsx'] as const;

interface Props extends ExportProps {
  readonly opening: Opening;
}

export function ExportItems({ opening, question, whole, onSend = null }: Props) {
  const { t } = useTranslation();
  return (
    <AnchoredMenu opening={opening} position="bottom-end" width={220}>
      {FORMS.map((form) => (
        <Menu.Item key={form} component="a" href={fileAddress(form, question)} download>
          {t(`export.${form}`)}
        </Menu.Item>
      ))}
      {whole && (
        <>
          <Menu.Divider />
          {FORMS.map((form) => (
            <Menu.Item key={form} component="a" href={fileAddress(form, whole)} download>
              {t(`export.whole.${form}`)}
            </Menu.Item>
          ))}
        </>
      )}
      {onSend !== null && (
        <>
          <Menu.Divider />
          <Menu.Item onClick={onSend}>{t('export.send')}</Menu.Item>
        </>
      )}
    </AnchoredMenu>
  );
}
