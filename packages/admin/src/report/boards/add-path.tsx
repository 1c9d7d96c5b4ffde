/** The form that puts a funnel, retention or journeys on a board. */
import type { PathAddress, PathKind } from '@goalpost/contract/management';
import { BoardForm } from './board-form.tsx';

export interface AddPathProps {
  readonly counterId: number;
  readonly kind: PathKind;
  readonly address: PathAddress;
  /** That it is saved by; empty: none. */
  readonly name: string;
}

interface Props extends AddPathProps {
  readonly onClose: () => void;
}

export function AddPath({ counterId, kind, address, name, onClose }: Props) {
  return (
    <BoardForm
      onClose={onClose}
      title={name}
      questionOf={(title) => ({ counter_id: counterId, kind, title, address, period: '' })}
    />
  );
}
