/** Conversions: which goals visitors reach, how often, and where those visitors came from. */
import { useTranslation } from 'react-i18next';
import { chosenGoals, writeGoals } from '../report/chosen-goals.ts';
import { GoalPicker } from '../report/goal-picker.tsx';
import { MAX_LINES } from '../report/chart/palette.ts';
import { GOAL_MEASURES, goalMeasure } from '../report/metrics.ts';
import { ExportMenu } from '../report/export-menu.tsx';
import { FilterBar } from '../report/filters/filter-bar.tsx';
import { ReportBar } from '../report/report-bar.tsx';
import { useGoalWatch } from '../report/use-goal-watch.ts';
import { useReport } from '../report/use-report.ts';
import { MetricHelp } from '../report/parts/metric-help.tsx';
import { SectionLinks } from '../report/page/section-links.tsx';
import { TableBones } from '../ui/loading/bones.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { FunnelStrip } from './funnel-strip.tsx';
import { GoalsChart } from './goals-chart.tsx';
import { GoalsTable } from './goals-table.tsx';
import { NothingReached } from './nothing-reached.tsx';
import { goalsOfInterest, hasReaches } from './rows.ts';
import { Summary } from './summary.tsx';
import { useConversions } from './use-conversions.ts';
import { FilteredAway, isFiltered, ReportFailure } from '../report/filters/report-failure.tsx';

const TOP = 5;
const MEASURES = GOAL_MEASURES.map((measure) => goalMeasure(0, measure));

export function ConversionsPage() {
  const { t } = useTranslation();
  const report = useReport();
  const conversions = useConversions(report);
  useGoalWatch(report.counterId);
  const { rows, goals = [], failure } = conversions;
  const { goals: asked = writeGoals(goalsOfInterest(rows ?? [], TOP)) } = report.search;
  const chosen = chosenGoals(asked, goals, MAX_LINES);
  const choose = (ids: readonly number[]): void => report.change({ goals: writeGoals(ids) });
  const nothing = rows !== undefined && !conversions.stale && !rows.some(hasReaches);
  return (
    <>
      <PageHead title={t('conversions.title')}>
        <Summary rows={rows} visits={conversions.visits} />
        <ExportMenu question={conversions.question} />
      </PageHead>
      <SectionLinks section="conversions" counterId={report.counterId} />
      <div className="gp-controls">
        <FilterBar report={report} />
        <ReportBar report={report}>
          <GoalPicker goals={goals} chosen={chosen} max={MAX_LINES} onChange={choose} />
        </ReportBar>
      </div>
      {isFiltered(report) ? (
        <p className="gp-dim">{t('filter.stripAll')}</p>
      ) : (
        !failure && !(nothing && !conversions.visits) && <FunnelStrip report={report} />
      )}
      {failure ? (
        <ReportFailure report={report} error={failure} onRetry={conversions.retry} />
      ) : nothing && isFiltered(report) ? (
        <FilteredAway report={report} />
      ) : nothing ? (
        <NothingReached report={report} goals={goals} visits={conversions.visits} />
      ) : (
        <>
          <GoalsChart report={report} goals={goals} chosen={chosen} ready={rows !== undefined} />
          {rows === undefined ? (
            <div className="gp-bones">
              <TableBones />
            </div>
          ) : (
            <>
              <GoalsTable
                report={report}
                rows={rows}
                chosen={chosen}
                onChoose={choose}
                stale={conversions.stale}
              />
              <MetricHelp measures={MEASURES} />
            </>
          )}
        </>
      )}
    </>
  );
}
