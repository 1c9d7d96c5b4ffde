/** The chosen counter, known to every screen below; each counter gets fresh screens. */
import { Outlet, useParams } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { createContext, Suspense, useContext } from 'react';
import type { Counter, Role } from '@goalpost/contract/management';
import { counterQuery } from '../api/counters.ts';
import { namesNothing } from '../api/failures.ts';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { Failure } from '../ui/failure.tsx';
import { UnknownCounter } from './unknown-counter.tsx';

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
  return Number.isSafeInteger(id) && id > 0 ? id : null;
}

/** The same, but null as well where the counter turned out not to be theirs: it has no menu. */
export function useOwnCounterId(): number | null {
  const id = useCounterId();
  const { error } = useQuery({ ...counterQuery(id ?? 0), enabled: id !== null });
  return namesNothing(error) ? null : id;
}

/** What the person is to a counter; undefined until it is known. */
export function useRole(id: number | null): Role | undefined {
  return useQuery({ ...counterQuery(id ?? 0), enabled: id !== null && id > 0 }).data?.permission;
}

export function CounterScope() {
  const id = useCounterId();
  return id === null ? <UnknownCounter /> : <Known key={id} id={id} />;
}

function Known({ id }: { readonly id: number }) {
  const counter = useQuery(counterQuery(id));
  if (counter.isPending) return <PageSkeleton />;
  if (counter.isError && namesNothing(counter.error)) return <UnknownCounter />;
  if (counter.isError) return <Failure error={counter.error} onRetry={() => void counter.refetch()} />;
  return (
    <Chosen value={counter.data}>
      <Suspense fallback={<PageSkeleton />}>
        <Outlet />
      </Suspense>
    </Chosen>
  );
}
