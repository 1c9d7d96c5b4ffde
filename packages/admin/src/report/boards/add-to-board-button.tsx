/** The button on a report that puts it on a board; its form is loaded when it is pressed. */
import type { DimensionId } from '@goalpost/contract/reports/names';
import { lazy } from 'react';
import type { Column } from '../parts/table.tsx';
import type { Report } from '../use-report.ts';
import { BoardButton } from './board-button.tsx';
import { withWords } from '../../i18n/i18n.ts';

const AddToBoard = lazy(
  withWords(['boards'], async () => ({ default: (await import('./add-to-board.tsx')).AddToBoard })),
);

export interface AddProps {
  readonly report: Report;
  readonly columns: readonly Column[];
  /** What the rows are by. */
  readonly dimension: DimensionId;
}

export function AddToBoardButton(props: AddProps) {
  return <BoardButton form={(onClose) => <AddToBoard {...props} onClose={onClose} />} />;
}
