/** The bar on top of every report: period, comparison, grouping, and what the report adds. */
import { Button, Menu } from '@mantine/core';
import { IconCalendar, IconChevronDown } from '@tabler/icons-react';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/format.ts';
import { useKeys } from '../ui/keys/use-keys.ts';
import { ONE_SIDE } from './state/sides.ts';
import { COMPARISONS, isNamed, NAMED_PERIODS, neighbour } from './state/period.ts';
import type { Report } from './use-report.ts';
import './report-bar.css';

const DaysDialog = lazy(async () => ({ default: (await import('./days-dialog.tsx')).DaysDialog }));

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
  const [choosing, setChoosing] = useState(false);
  const range = format.range(report.days.from, report.days.to);
  const named = isNamed(report.period) ? t(`report.periods.${report.period}`) : range;
  return (
    <>
      <Menu position="bottom-start" width={220}>
        <Menu.Target>
          <Button
            variant="default"
            aria-label={`${t('report.period')}: ${named}`}
            title={range}
            leftSection={<IconCalendar size={16} stroke={1.6} />}
            rightSection={<IconChevronDown size={14} />}
          >
            {named}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {NAMED_PERIODS.map((name) => (
            <Menu.Item
              key={name}
              fw={report.period === name ? 600 : 400}
              aria-current={report.period === name ? 'true' : undefined}
              onClick={() => report.change({ period: name, group: undefined })}
            >
              {t(`report.periods.${name}`)}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={() => setChoosing(true)}>{t('report.periods.custom')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
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
  const range = report.before && format.range(report.before.from, report.before.to);
  return (
    <Menu position="bottom-start" width={260}>
      <Menu.Target>
        <Button
          variant="default"
          className="gp-bar-quiet"
          title={range ?? undefined}
          rightSection={<IconChevronDown size={14} />}
        >
          {report.sides === null || !sided ? t(`report.compareShort.${report.comparison}`) : t('sides.title')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('report.compare')}</Menu.Label>
        {COMPARISONS.map((name) => (
          <Menu.Item
            key={name}
            fw={report.comparison === name ? 600 : 400}
            aria-current={report.comparison === name ? 'true' : undefined}
            onClick={() => report.change({ compare: name, ...ONE_SIDE })}
          >
            {t(`report.compares.${name}`)}
          </Menu.Item>
        ))}
        {sided && (
          <>
            <Menu.Divider />
            <Menu.Label>{t('sides.title')}</Menu.Label>
            <Menu.Item onClick={() => report.change({ ...ONE_SIDE, period_b: 'previous', open: undefined })}>
              {t('sides.twoPeriods')}
            </Menu.Item>
            <Menu.Item
              onClick={() => report.change({ ...ONE_SIDE, segment_b: otherVisits(report), open: undefined })}
            >
              {t('sides.twoSegments')}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

/** What stands against the chosen visits first: where none are chosen, conditions that are still to be added. */
const otherVisits = ({ search }: Report): string =>
  search.segment === undefined && search.filters === undefined ? 'own' : 'rest';

function GroupMenu({ report }: { readonly report: Report }) {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-start" width={160}>
      <Menu.Target>
        <Button variant="default" className="gp-bar-quiet" rightSection={<IconChevronDown size={14} />}>
          {t('report.group')} {t(`report.groups.${report.group}`)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {report.groups.map((group) => (
          <Menu.Item
            key={group}
            fw={report.group === group ? 600 : 400}
            aria-current={report.group === group ? 'true' : undefined}
            onClick={() => report.change({ group })}
          >
            {t(`report.groups.${group}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
