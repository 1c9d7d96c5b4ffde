/** A text that the rows of a table hold; what is looked for stands in the address. */
import type { Report as Entry } from '@goalpost/contract/reports/catalogue';
import { searchedIn } from '@goalpost/contract/reports/search';
import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '../../ui/keys/use-keys.ts';
import { LONGEST_TEXT } from '../state/search-text.ts';
import type { Report } from '../use-report.ts';

const PAUSE_MS = 400;

interface Props {
  readonly entry: Entry;
  readonly report: Report;
}

/** Nothing where the table has nothing to search. */
export function TableSearch({ entry, report }: Props) {
  return searchedIn(entry).length === 0 ? null : <SearchField report={report} />;
}

function SearchField({ report }: Pick<Props, 'report'>) {
  const { t } = useTranslation();
  const { find = '' } = report.search;
  const [text, setText] = useState(find);
  const input = useRef<HTMLInputElement>(null);
  const asked = useRef(find);
  const ask = useDebouncedCallback((wanted: string) => {
    asked.current = wanted.trim();
    report.change({ find: wanted.trim() || undefined, open: undefined });
  }, PAUSE_MS);
  // The address was changed by others than the one who types here: Back, or "Remove all filters".
  useEffect(() => {
    if (find === asked.current) return;
    asked.current = find;
    setText(find);
  }, [find]);
  const begin = (): void => input.current?.focus();
  useKeys({ search: begin, slash: begin });
  return (
    <TextInput
      ref={input}
      type="search"
      className="gp-table-search"
      aria-label={t('report.searchRows')}
      placeholder={t('report.searchRows')}
      maxLength={LONGEST_TEXT}
      leftSection={<IconSearch size={16} stroke={1.6} aria-hidden="true" />}
      value={text}
      onChange={({ currentTarget: { value } }) => {
        setText(value);
        ask(value);
      }}
    />
  );
}
