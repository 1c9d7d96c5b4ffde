/** The chosen counter, known to every screen below; each counter gets fresh screens. */
import { Outlet, useParams } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { createContext, Suspense, useContext } from 'react';
import type { Counter } from '@goalpost/contract';
import { counterQuery } from '../api/counters.ts';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { Failure } from '../ui/failure.tsx';

const Chosen = createContext<Counter | null>(null);

/** @throws outside a counter's screens */
export function useCounter(): Counter {
  const counter = useContext(Chosen);
  if (counter === null) throw new Error('no counter is chosen here');
  return counter;
}

/** The number in the address; null where no counter is chosen. */
export function useCounterId(): number | null {
  const { counterId } = useParams({ strict: false });
  const id = Number(counterId);
  return Number.isInteger(id) && id > 0 ? id : null;
}

export function CounterScope() {
  const id = useCounterId();
  return id === null ? <Failure kind="denied" /> : <Known key={id} id={id} />;
}

function Known({ id }: { readonly id: number }) {
  const counter = useQuery(counterQuery(id));
  if (counter.isPending) return <PageSkeleton />;
  if (counter.isError) return <Failure error={counter.error} onRetry={() => void counter.refetch()} />;
  return (
    <Chosen value={counter.data}>
      <Suspense fallback={<PageSkeleton />}>
        <Outlet />
      </Suspense>
    </Chosen>
  );
}
