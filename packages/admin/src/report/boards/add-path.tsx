/** The form that puts a funnel, retention or journeys on a board. */
import type { AddPathProps } from './add-path-button.tsx';
import { BoardForm } from './board-form.tsx';

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
