/** Choosing the first and the last day of a period of one's own. */
import '@mantine/dates/styles.css';
import 'dayjs/locale/ru';
import { Button, Group, Modal } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Report } from './use-report.ts';

interface Props {
  readonly report: Report;
  readonly onClose: () => void;
}

export function DaysDialog({ report, onClose }: Props) {
  const { t, i18n } = useTranslation();
  const [[from, to], setDays] = useState<[string | null, string | null]>([report.days.from, report.days.to]);
  const show = (): void => {
    if (from === null) return;
    onClose();
    report.change({ period: `${from}..${to ?? from}`, group: undefined });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('report.chooseDays')}
      size="auto"
      centered
      closeButtonProps={{ 'aria-label': t('word.close') }}
    >
      <DatePicker
        type="range"
        allowSingleDateInRange
        locale={i18n.language}
        firstDayOfWeek={1}
        weekendDays={[]}
        maxDate={report.today}
        defaultDate={report.days.from}
        value={[from, to]}
        onChange={setDays}
      />
      <Group justify="flex-end" mt="md">
        <Button onClick={show} disabled={from === null}>
          {t('report.apply')}
        </Button>
      </Group>
    </Modal>
  );
}
