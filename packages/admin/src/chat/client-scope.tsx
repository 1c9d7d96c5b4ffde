/** Keeps the console's desk over changes of screens: opened by the console, closed with the app. */
import { createContext, useContext, useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import type { Desk } from './client/chat-client.ts';
import type { DeskState } from './client/state.ts';

interface Holder {
  open(make: () => Desk): Desk;
  close(): void;
}

function createHolder(): Holder {
  let desk: Desk | null = null;
  return {
    open: (make) => (desk ??= make()),
    close: () => {
      desk?.close();
      desk = null;
    },
  };
}

const Held = createContext<Holder | null>(null);
const Opened = createContext<Desk | null>(null);

export function DeskScope({ children }: { readonly children: ReactNode }) {
  const [holder] = useState(createHolder);
  useEffect(() => () => holder.close(), [holder]);
  return <Held value={holder}>{children}</Held>;
}

/** Opens the desk, or finds it open. */
export function DeskOpen({ make, children }: { readonly make: () => Desk; readonly children: ReactNode }) {
  const holder = useContext(Held);
  const [desk, setDesk] = useState<Desk | null>(null);
  useEffect(() => {
    if (holder === null) return;
    const open = holder.open(make);
    open.wake();
    setDesk(open);
  }, [holder, make]);
  return desk === null ? null : <Opened value={desk}>{children}</Opened>;
}

/** @throws outside the console */
export function useDesk(): Desk {
  const desk = useContext(Opened);
  if (desk === null) throw new Error('the console is not open here');
  return desk;
}

/** @param select must give the same value for the same state: a part of it, not something made from it */
export function useDeskState<T>(select: (state: DeskState) => T): T {
  const desk = useDesk();
  return useSyncExternalStore(desk.subscribe, () => select(desk.get()));
}
