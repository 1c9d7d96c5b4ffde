/** Says which parts of a hand-edited address no report can read [M140]. */
import { Alert } from '@mantine/core';
import { useRouterState } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { unreadable } from '../state/search.ts';

/** What of a mistyped value is repeated. */
const LONGEST = 60;

/** The address that the browser was given: the router has left out of its own what it cannot read. */
function givenAddress(): URL | null {
  const entry = performance.getEntriesByType('navigation')[0];
  return entry === undefined ? null : new URL(entry.name);
}

export function AddressNote() {
  const { t, i18n } = useTranslation();
  const [given] = useState(givenAddress);
  const [closed, setClosed] = useState(false);
  const { pathname, search } = useRouterState({ select: ({ location }) => location });
  if (given === null || closed || given.pathname !== pathname) return null;
  const parts = unreadable(Object.fromEntries(given.searchParams))
    // What was chosen since is in force.
    .filter(([name]) => !Object.hasOwn(search, name))
    .map((part) => part.join('='))
    .map((part) => (part.length > LONGEST ? `${part.slice(0, LONGEST)}…` : part));
  if (parts.length === 0) return null;
  return (
    <Alert
      color="yellow"
      variant="light"
      role="alert"
      className="gp-address-note"
      withCloseButton
      closeButtonLabel={t('word.close')}
      onClose={() => setClosed(true)}
    >
      {t('filter.unknownParts', { parts: new Intl.ListFormat(i18n.language).format(parts) })}
    </Alert>
  );
}
