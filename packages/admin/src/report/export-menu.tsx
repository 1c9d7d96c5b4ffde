/** The table as a file: what is on the screen, or with all levels of its tree. */
import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { fileAddress, type Question, type SidesQuestion } from '../api/stat.ts';

interface Props {
  readonly question: Question | SidesQuestion;
  /** The same with the dimensions of all levels, where there are more. */
  readonly whole?: Question | SidesQuestion | undefined;
  /** Goes on to a schedule that sends it; null where the person may not. */
  readonly onSend?: (() => void) | null;
}

const FORMS = ['csv', 'xlsx'] as const;

export function ExportMenu({ question, whole, onSend = null }: Props) {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <Button
          variant="default"
          className="gp-bar-quiet"
          leftSection={<IconDownload size={16} stroke={1.6} />}
          rightSection={<IconChevronDown size={14} />}
        >
          {t('export.title')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
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
      </Menu.Dropdown>
    </Menu>
  );
}
