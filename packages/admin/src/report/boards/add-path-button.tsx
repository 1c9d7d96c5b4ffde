/** The button that puts a funnel, retention or journeys on a board; its form is loaded when pressed. */
import type { AddPathProps } from './add-path.tsx';
import { BoardButton } from './board-button.tsx';
import { withWords } from '../../i18n/i18n.ts';
import { lazyPart } from '../../ui/loading/lazy-part.ts';

const AddPath = lazyPart(
  withWords(['boards'], () => import('./add-path.tsx')),
  'AddPath',
);

export function AddPathButton(props: AddPathProps) {
  return <BoardButton form={(onClose) => <AddPath {...props} onClose={onClose} />} />;
}
