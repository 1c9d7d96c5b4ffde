/** The parts of a long page, beside it where there is room: one click to each. */
import { UnstyledButton } from '@mantine/core';
import { useEffect, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';

/** @param of holds the parts, each with a heading; parts may come and go */
export function OnThisPage({ of }: { readonly of: RefObject<HTMLElement | null> }) {
  const { t } = useTranslation();
  const headings = useHeadings(of);
  if (headings.length < 2) return null;
  return (
    <nav className="gp-on-this-page" aria-label={t('chat.settings.onThisPage')}>
      <ul>
        {headings.map((heading) => (
          <li key={heading.id}>
            <UnstyledButton onClick={() => goTo(heading)}>{heading.textContent}</UnstyledButton>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function useHeadings(of: RefObject<HTMLElement | null>): readonly HTMLElement[] {
  const [headings, setHeadings] = useState<readonly HTMLElement[]>([]);
  useEffect(() => {
    const page = of.current;
    if (page === null) return undefined;
    const look = (): void => {
      const found = [...page.querySelectorAll<HTMLElement>('.gp-section > h2')];
      setHeadings((before) =>
        before.length === found.length && before.every((one, at) => one === found[at]) ? before : found,
      );
    };
    const changes = new MutationObserver(look);
    changes.observe(page, { childList: true, subtree: true });
    look();
    return () => changes.disconnect();
  }, [of]);
  return headings;
}

function goTo(heading: HTMLElement): void {
  heading.scrollIntoView({ block: 'start' });
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}
