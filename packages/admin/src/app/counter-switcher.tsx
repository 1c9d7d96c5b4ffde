/** The chosen site on top of every screen, and the way to another one. */
import { useQuery } from '@tanstack/react-query';
import { IconSelector } from '@tabler/icons-react';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { counterQuery } from '../api/counters.ts';
import { lazyPart } from '../ui/loading/lazy-part.ts';
import { useOpening } from '../ui/menu/use-opening.ts';

const CounterItems = lazyPart(() => import('./menus/counter-items.tsx'), 'CounterItems');

export function CounterSwitcher({ counterId }: { readonly counterId: number | null }) {
  const { t } = useTranslation();
  const opening = useOpening('menu');
  // The one that the screen is of is there with it: its name does not come late and move what is beside it.
  const chosen = useQuery({ ...counterQuery(counterId ?? 0), enabled: counterId !== null }).data;
  if (counterId === null) return null;
  return (
    <>
      <button
        type="button"
        className="gp-bare gp-switcher"
        aria-label={`${t('counter.choose')}: ${chosen?.name ?? counterId}`}
        {...opening.button}
      >
        <span className="gp-switcher-name">{chosen?.name ?? counterId}</span>
        <IconSelector size={16} stroke={1.6} aria-hidden="true" />
      </button>
      <Suspense>{opening.wasOpened && <CounterItems opening={opening} counterId={counterId} />}</Suspense>
    </>
  );
}
