/** The frame around every screen: menu, top bar, content. */
import { may } from '@goalpost/contract/management/roles';
import { ActionIcon, Kbd } from '@mantine/core';
import { useHotkeys, useLocalStorage } from '@mantine/hooks';
import { Link, Outlet } from '@tanstack/react-router';
import { IconLayoutGrid, IconMessages, IconSearch } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SumsNotice } from '../report/parts/sums-notice.tsx';
import { ActionLink } from '../ui/links.tsx';
import { AccountMenu } from './account-menu.tsx';
import { BottomBar } from './bottom-bar.tsx';
import { useOwnCounterId, useRole } from '../counter/counter-scope.tsx';
import { CounterSwitcher } from './counter-switcher.tsx';
import { LeaveGuard } from '../ui/edits/leave-guard.tsx';
import { LiveDot } from '../ui/live-dot.tsx';
import { Logo } from '../ui/logo.tsx';
import { useKeys } from '../ui/keys/use-keys.ts';
import { useSmallScreen } from '../ui/screen/small-screen.ts';
import { SideNav } from './side-nav.tsx';
import { useGoKeys } from './use-go-keys.ts';
import './frame.css';
import { lazyPart } from '../ui/loading/lazy-part.ts';

const KeysDialog = lazyPart(() => import('./keys-dialog.tsx'), 'KeysDialog');
const Finder = lazyPart(() => import('./finder.tsx'), 'Finder');

/** Where the finder's key is the command key. */
const IS_APPLE = /Mac|iPhone|iPad/.test(navigator.userAgent);

export function Frame() {
  const { t } = useTranslation();
  const counterId = useOwnCounterId();
  const role = useRole(counterId);
  const reads = role === undefined || may(role, 'view');
  const [narrow, setNarrow] = useLocalStorage({ key: 'goalpost.narrow', defaultValue: false });
  const [finding, setFinding] = useState(false);
  const [listing, setListing] = useState(false);
  // Only one of the two menus is seen.
  const small = useSmallScreen();
  useGoKeys(counterId);
  useKeys({ list: () => setListing(true) });
  useKeys({ slash: () => setFinding(true) }, true);
  useHotkeys([['mod+K', () => setFinding(true)]]);
  return (
    <div className="gp-frame" data-narrow={narrow} data-counter={counterId !== null}>
      <a className="gp-skip" href="#content">
        {t('skip')}
      </a>
      <header className="gp-top">
        <Link to="/counters" className="gp-logo" aria-label={`${t('product')}: ${t('counter.all')}`}>
          <Logo />
          <span className="gp-logo-name">{t('product')}</span>
        </Link>
        <CounterSwitcher counterId={counterId} />
        {counterId !== null && reads && <LiveDot key={counterId} counterId={counterId} />}
        <span className="gp-space" />
        <button
          type="button"
          className="gp-find"
          onClick={() => setFinding(true)}
          aria-keyshortcuts="Meta+K Control+K"
          title={t('find.open')}
        >
          <IconSearch size={16} stroke={1.6} aria-hidden="true" />
          <span>{t('find.label')}</span>
          <Kbd size="xs" aria-hidden="true">
            {IS_APPLE ? '⌘K' : 'Ctrl K'}
          </Kbd>
        </button>
        <ActionIcon
          className="gp-find-small"
          variant="subtle"
          color="gray"
          size={36}
          aria-label={t('find.open')}
          onClick={() => setFinding(true)}
        >
          <IconSearch size={20} stroke={1.6} />
        </ActionIcon>
        <ActionLink
          to="/boards"
          className="gp-wide-only"
          variant="subtle"
          color="gray"
          size={36}
          aria-label={t('boards.title')}
        >
          <IconLayoutGrid size={20} stroke={1.6} />
        </ActionLink>
        <ActionLink to="/chat" variant="subtle" color="gray" size={36} aria-label={t('chat.console')}>
          <IconMessages size={20} stroke={1.6} />
        </ActionLink>
        <AccountMenu />
      </header>
      {counterId !== null && !small && (
        <SideNav counterId={String(counterId)} narrow={narrow} onToggle={() => setNarrow(!narrow)} />
      )}
      <main id="content" className="gp-main" tabIndex={-1}>
        <SumsNotice />
        <LeaveGuard>
          <Outlet />
        </LeaveGuard>
      </main>
      {counterId !== null && small && <BottomBar counterId={String(counterId)} />}
      <Suspense>{finding && <Finder onClose={() => setFinding(false)} />}</Suspense>
      <Suspense>{listing && <KeysDialog onClose={() => setListing(false)} />}</Suspense>
    </div>
  );
}
