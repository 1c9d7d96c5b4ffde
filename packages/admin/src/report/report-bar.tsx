/** The bar on top of every report: period, comparison, grouping, and what the report adds. */
import { Button } from '@mantine/core';
import { IconCalendar, IconChevronDown } from '@tabler/icons-react';
import { Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/format.ts';
import { useKeys } from '../ui/keys/use-keys.ts';
import { useOpening } from '../ui/menu/use-opening.ts';
import { isNamed, neighbour } from './state/period.ts';
import type { Report } from './use-report.ts';
import './report-bar.css';
import { lazyPart } from '../ui/loading/lazy-part.ts';

const DaysDialog = lazyPart(() => import('./days-dialog.tsx'), 'DaysDialog');
const loadItems = () => import('./bar/bar-items.tsx');
const PeriodItems = lazyPart(loadItems, 'PeriodItems');
const CompareItems = lazyPart(loadItems, 'CompareItems');
const GroupItems = lazyPart(loadItems, 'GroupItems');

interface Props {
  readonly report: Report;
  /** Whether two periods can stand side by side. */
  readonly compared?: boolean;
  /** Whether it has a form with two sides. */
  readonly sided?: boolean;
  /** Whether it is cut by hours, days or weeks. */
  readonly grouped?: boolean;
  readonly children?: ReactNode;
}

export function ReportBar({ report, compared = true, sided = false, grouped = true, children }: Props) {
  const { t } = useTranslation();
  usePeriodKeys(report, compared);
  return (
    <div className="gp-bar" role="group" aria-label={t('report.period')}>
      <PeriodMenu report={report} />
      {compared && <CompareMenu report={report} sided={sided} />}
      {grouped && report.groups.length > 1 && <GroupMenu report={report} />}
      {children}
    </div>
  );
}

/** `[` and `]` go to the period before and after, `C` compares or does not. */
function usePeriodKeys(report: Report, compared: boolean): void {
  const { days, today, change, comparison } = report;
  const go = (step: -1 | 1): void => {
    const next = neighbour(days, today, step);
    if (next !== null) change({ period: `${next.from}..${next.to}`, group: undefined });
  };
  useKeys({
    earlier: () => go(-1),
    later: () => go(1),
    ...(compared ? { compare: () => change({ compare: comparison === 'off' ? 'previous' : 'off' }) } : {}),
  });
}

function PeriodMenu({ report }: { readonly report: Report }) {
  const { t } = useTranslation();
  const format = useFormat();
  const opening = useOpening('menu');
  const [choosing, setChoosing] = useState(false);
  const range = format.range(report.days.from, report.days.to);
  const named = isNamed(report.period) ? t(`report.periods.${report.period}`) : range;
  return (
    <>
      <Button
        variant="default"
        aria-label={`${t('report.period')}: ${named}`}
        title={range}
        leftSection={<IconCalendar size={16} stroke={1.6} />}
        rightSection={<IconChevronDown size={14} />}
        {...opening.button}
      >
        {named}
      </Button>
      <Suspense>
        {opening.wasOpened && (
          <PeriodItems opening={opening} report={report} onCustom={() => setChoosing(true)} />
        )}
      </Suspense>
      <Suspense>
        {choosing && (
          <DaysDialog
            days={report.days}
            today={report.today}
            onShow={(period) => report.change({ period, group: undefined })}
            onClose={() => setChoosing(false)}
          />
        )}
      </Suspense>
    </>
  );
}

function CompareMenu({ report, sided }: { readonly report: Report; readonly sided: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const opening = useOpening('menu');
  const range = report.before && format.range(report.before.from, report.before.to);
  return (
    <>
      <Button
        variant="default"
        className="gp-bar-quiet"
        title={range ?? undefined}
        rightSection={<IconChevronDown size={14} />}
        {...opening.button}
      >
        {report.sides === null || !sided ? t(`report.compareShort.${report.comparison}`) : t('sides.title')}
      </Button>
      <Suspense>
        {opening.wasOpened && <CompareItems opening={opening} report={report} sided={sided} />}
      </Suspense>
    </>
  );
}

function GroupMenu({ report }: { readonly report: Report }) {
  const { t } = useTranslation();
  const opening = useOpening('menu');
  return (
    <>
      <Button
        variant="default"
        className="gp-bar-quiet"
        rightSection={<IconChevronDown size={14} />}
        {...opening.button}
      >
        {t('report.group')} {t(`report.groups.${report.group}`)}
      </Button>
      <Suspense>{opening.wasOpened && <GroupItems opening={opening} report={report} />}</Suspense>
    </>
  );
}
