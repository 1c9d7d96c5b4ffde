/** The rows of one level of a shared report, whatever their cells; an opened row holds the next level. */
import type { SharedAnswer } from '@goalpost/contract/management';
import { levelsOf, type Report as Entry } from '@goalpost/contract/reports/catalogue';
import type { DimensionId } from '@goalpost/contract/reports/names';
import { Button, Skeleton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Fragment, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { sharedRowsQuery, type SharedAsk } from '../api/sharing/shares.ts';
import { valueName } from '../report/dimensions.ts';
import { levelAt } from '../report/page/levels.ts';
import { WholeRow, type RowHeadProps } from '../report/parts/table.tsx';
import { Failure } from '../ui/failure.tsx';

interface Props {
  readonly entry: Entry;
  readonly asked: SharedAsk;
  readonly dimension: DimensionId;
  /** Columns of the table, the names of rows among them. */
  readonly span: number;
  /** @param most largest first number of the outermost level, for bars */
  readonly row: (row: SharedAnswer['rows'][number], head: RowHeadProps, most: number) => ReactNode;
  /** Ids of the rows opened on the way here. */
  readonly path?: NonNullable<SharedAsk['parent']>;
  readonly most?: number;
}

export function SharedRows(props: Props) {
  const { entry, asked, dimension, span, row: written, path = [], most } = props;
  const { t } = useTranslation();
  const [opened, setOpened] = useState<readonly string[]>([]);
  const answer = useInfiniteQuery(sharedRowsQuery(path.length === 0 ? asked : { ...asked, parent: path }));
  if (answer.isError)
    return (
      <WholeRow span={span}>
        <Failure error={answer.error} onRetry={() => void answer.refetch()} />
      </WholeRow>
    );
  if (answer.data === undefined)
    return (
      <WholeRow span={span}>
        <Skeleton height={20} />
      </WholeRow>
    );
  const rows = answer.data.pages.flatMap((page) => page.rows);
  const largest = most ?? Math.max(1, ...rows.map(({ metrics }) => metrics[0] ?? 0));
  const levels = levelsOf(entry);
  return (
    <>
      {rows.map((row) => {
        const raw = String(row.id ?? '');
        const next = row.expand ? levelAt(levels, [...path.map(String), raw]) : null;
        const isOpen = next !== null && opened.includes(raw);
        const head: RowHeadProps = {
          name: valueName(t, dimension, row),
          depth: path.length,
          tree: levels.length > 1,
          opened: next === null ? undefined : isOpen,
          onToggle: () => setOpened(isOpen ? opened.filter((one) => one !== raw) : [...opened, raw]),
        };
        return (
          <Fragment key={raw}>
            {written(row, head, largest)}
            {isOpen && <SharedRows {...props} dimension={next} path={[...path, row.id]} most={largest} />}
          </Fragment>
        );
      })}
      {answer.hasNextPage && (
        <WholeRow span={span}>
          <Button
            variant="subtle"
            size="xs"
            loading={answer.isFetchingNextPage}
            onClick={() => void answer.fetchNextPage()}
          >
            {t('report.more')}
          </Button>
        </WholeRow>
      )}
    </>
  );
}
