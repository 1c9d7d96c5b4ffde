/** The button on a report that puts it on a board; its form is loaded when it is pressed. */
import { may } from '@goalpost/contract/management/roles';
import { useCounter } from '../../counter/counter-scope.tsx';
import type { AddProps } from './add-to-board.tsx';
import { BoardButton } from './board-button.tsx';
import { withWords } from '../../i18n/i18n.ts';
import { lazyPart } from '../../ui/loading/lazy-part.ts';

const AddToBoard = lazyPart(
  withWords(['boards'], () => import('./add-to-board.tsx')),
  'AddToBoard',
);

/** Boards are asked without the limits that a person's access may have [A85]. */
export function AddToBoardButton(props: AddProps) {
  const { permission } = useCounter();
  if (!may(permission, 'view')) return null;
  return <BoardButton form={(onClose) => <AddToBoard {...props} onClose={onClose} />} />;
}
