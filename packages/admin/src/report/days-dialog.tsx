/** Choosing the first and the last day of a period of one's own. */
import '@mantine/dates/styles.css';
import 'dayjs/locale/ru';
import { Button, Group } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Days } from './state/period.ts';
import { Dialog } from '../ui/screen/dialog.tsx';

interface Props {
  readonly days: Days;
  /** `YYYY-MM-DD` of today, where the counter is. */
  readonly today: string;
  /** Takes `2026-01-01..2026-01-31`. */
  readonly onShow: (period: string) => void;
  readonly onClose: () => void;
}

export function DaysDialog({ days, today, onShow, onClose }: Props) {
  const { t, i18n } = useTranslation();
  const [[from, to], setDays] = useState<[string | null, string | null]>([days.from, days.to]);
  const show = (): void => {
    if (from === null) return;
    onClose();
    onShow(`${from}..${to ?? from}`);
  };
  return (
    <Dialog
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
        maxDate={today}
        defaultDate={days.from}
        value={[from, to]}
        onChange={setDays}
      />
      <Group justify="flex-end" mt="md">
        <Button onClick={show} disabled={from === null}>
          {t('report.apply')}
        </Button>
      </Group>
    </Dialog>
  );
}
