/** Asks before something is taken away; the dialog itself is fetched once the screen stands. */
import { Suspense, useEffect, useState } from 'react';
import type { ConfirmProps } from './confirm-dialog.tsx';
import { lazyPart } from './loading/lazy-part.ts';

const load = () => import('./confirm-dialog.tsx');
const ConfirmDialog = lazyPart(load, 'ConfirmDialog');

export function Confirm(props: ConfirmProps) {
  const { opened } = props;
  const [wasOpened, setWasOpened] = useState(false);
  useEffect(() => {
    void load();
  }, []);
  // It stays, so that it can close as it opened.
  if (opened && !wasOpened) setWasOpened(true);
  return (
    wasOpened && (
      <Suspense>
        <ConfirmDialog {...props} />
      </Suspense>
    )
  );
}
