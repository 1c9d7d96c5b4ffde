/** A page before its first answer: its heading, and what is waited for or why nothing came. */
import { Failure } from '../failure.tsx';
import { PageHead } from '../page-head.tsx';
import { PageSkeleton } from '../page-skeleton.tsx';

interface Props {
  readonly title: string;
  /** Null: the answer is on its way. */
  readonly error: Error | null;
  readonly onRetry: () => void;
}

export function PageWait({ title, error, onRetry }: Props) {
  return (
    <>
      <PageHead title={title} />
      {error === null ? <PageSkeleton /> : <Failure error={error} onRetry={onRetry} />}
    </>
  );
}
