/** The live table: draws what is on screen, and holds still under the pointer. */
import type { Person } from '@goalpost/contract/chat';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSmallScreen } from '../../ui/screen/small-screen.ts';
import { useNow } from '../use-now.ts';
import { NEWEST, type UsersSort } from './arrange.ts';
import { TableHead } from './table-head.tsx';
import { useArranged } from './use-arranged.ts';
import { UserRow } from './user-row.tsx';
import { windowOf } from './window.ts';

interface Props {
  readonly people: ReadonlyMap<string, Person>;
  readonly showCounter: boolean;
  /** Undefined: the newest on top. */
  readonly sort: UsersSort | undefined;
  readonly onSort: (sort: UsersSort | undefined) => void;
}

const ROW = { wide: 48, narrow: 84 } as const;

export function UsersTable({ people, showCounter, sort = NEWEST, onSort }: Props) {
  const { t } = useTranslation();
  const [pointer, setPointer] = useState(false);
  const [inviting, setInviting] = useState<string | null>(null);
  const rows = useArranged(people, pointer || inviting !== null, sort);
  const now = useNow(1_000);
  const narrow = useSmallScreen();
  const rowHeight = narrow ? ROW.narrow : ROW.wide;
  const { place, scrolled, height } = useScroll();
  const { first, end, above, below } = windowOf(rows.length, rowHeight, scrolled, height);
  return (
    <div
      ref={place}
      className="gp-users-scroll"
      role="table"
      aria-label={t('chat.tabs.users')}
      aria-rowcount={rows.length + 1}
      data-counter={showCounter}
      tabIndex={0}
      onPointerEnter={(event) => setPointer(event.pointerType === 'mouse')}
      onPointerLeave={() => setPointer(false)}
    >
      <TableHead sort={sort} onSort={onSort} />
      <div role="rowgroup" style={{ paddingTop: above, paddingBottom: below }}>
        {rows.slice(first, end).map((row, index) => (
          <UserRow
            key={row.key}
            row={row}
            index={first + index + 2}
            now={now}
            showCounter={showCounter}
            narrow={narrow}
            inviting={inviting === row.key}
            onInvite={(open) => setInviting(open ? row.key : null)}
          />
        ))}
      </div>
    </div>
  );
}

/** Where the table has been scrolled to, and how much of it is seen. */
function useScroll() {
  const place = useRef<HTMLDivElement>(null);
  const [scrolled, setScrolled] = useState(0);
  const [height, setHeight] = useState(800);
  useEffect(() => {
    const table = place.current;
    const look = (): void => {
      setScrolled(table?.scrollTop ?? 0);
      setHeight(table?.clientHeight ?? 0);
    };
    const sizes = new ResizeObserver(look);
    if (table !== null) sizes.observe(table);
    table?.addEventListener('scroll', look, { passive: true });
    look();
    return () => {
      sizes.disconnect();
      table?.removeEventListener('scroll', look);
    };
  }, []);
  return { place, scrolled, height };
}
