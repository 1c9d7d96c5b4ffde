/** The button that puts a funnel, retention or journeys on a board; its form is loaded when pressed. */
import type { PathAddress, PathKind } from '@goalpost/contract/management';
import { lazy } from 'react';
import { BoardButton } from './board-button.tsx';
import { withWords } from '../../i18n/i18n.ts';

const AddPath = lazy(
  withWords(['boards'], async () => ({ default: (await import('./add-path.tsx')).AddPath })),
);

export interface AddPathProps {
  readonly counterId: number;
  readonly kind: PathKind;
  readonly address: PathAddress;
  /** That it is saved by; empty: none. */
  readonly name: string;
}

export function AddPathButton(props: AddPathProps) {
  return <BoardButton form={(onClose) => <AddPath {...props} onClose={onClose} />} />;
}
