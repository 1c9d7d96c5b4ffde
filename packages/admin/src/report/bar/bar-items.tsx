/** What the menus above a report hold: periods, comparisons, lengths of intervals. */
import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AnchoredMenu, MenuChoice } from '../../ui/menu/anchored.tsx';
import type { Opening } from '../../ui/menu/use-opening.ts';
import { COMPARISONS, NAMED_PERIODS } from '../state/period.ts';
import { ONE_SIDE } from '../state/sides.ts';
import type { Report } from '../use-report.ts';

interface Props {
  readonly opening: Opening;
  readonly report: Report;
}

interface PeriodProps extends Props {
  readonly onCustom: () => void;
}

export function PeriodItems({ opening, report, onCustom }: PeriodProps) {
  const { t } = useTranslation();
  return (
    <AnchoredMenu opening={opening} position="bottom-start" width={220}>
      {NAMED_PERIODS.map((name) => (
        <MenuChoice
          key={name}
          chosen={report.period === name}
          onClick={() => report.change({ period: name, group: undefined })}
        >
          {t(`report.periods.${name}`)}
        </MenuChoice>
      ))}
      <Menu.Divider />
      <Menu.Item onClick={onCustom}>{t('report.periods.custom')}</Menu.Item>
    </AnchoredMenu>
  );
}

interface CompareProps extends Props {
  readonly sided: boolean;
}

export function CompareItems({ opening, report, sided }: CompareProps) {
  const { t } = useTranslation();
  return (
    <AnchoredMenu opening={opening} position="bottom-start" width={260}>
      <Menu.Label>{t('report.compare')}</Menu.Label>
      {COMPARISONS.map((name) => (
        <MenuChoice
          key={name}
          chosen={report.comparison === name}
          onClick={() => report.change({ compare: name, ...ONE_SIDE })}
        >
          {t(`report.compares.${name}`)}
        </MenuChoice>
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
    </AnchoredMenu>
  );
}

/** What stands against the chosen visits first: where none are chosen, conditions that are still to be added. */
const otherVisits = ({ search }: Report): string =>
  search.segment === undefined && search.filters === undefined ? 'own' : 'rest';

export function GroupItems({ opening, report }: Props) {
  const { t } = useTranslation();
  return (
    <AnchoredMenu opening={opening} position="bottom-start" width={160}>
      {report.groups.map((group) => (
        <MenuChoice key={group} chosen={report.group === group} onClick={() => report.change({ group })}>
          {t(`report.groups.${group}`)}
        </MenuChoice>
      ))}
    </AnchoredMenu>
  );
}
