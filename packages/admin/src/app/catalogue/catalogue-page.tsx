/** All reports and screens of a counter in groups, with a field to search them. */
import { TextInput } from '@mantine/core';
import { IconSearch, IconZoomQuestion } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCounter, useRole } from '../../counter/counter-scope.tsx';
import { carried } from '../../report/state/search.ts';
import { Empty } from '../../ui/empty.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { shownGroups, type Entry, type Shown } from './groups.ts';
import './catalogue.css';

export function CataloguePage() {
  const { t, i18n } = useTranslation();
  const { id } = useCounter();
  const role = useRole(id);
  const [text, setText] = useState('');
  const groups = shownGroups(text, { t, language: i18n.language, role });
  return (
    <>
      <PageHead title={t('catalogue.title')} />
      <TextInput
        className="gp-catalogue-search"
        type="search"
        aria-label={t('catalogue.search')}
        placeholder={t('catalogue.placeholder')}
        leftSection={<IconSearch size={16} stroke={1.6} aria-hidden="true" />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {groups.length === 0 ? (
        <Empty icon={<IconZoomQuestion />} title={t('catalogue.nothing')} text={t('catalogue.nothingText')} />
      ) : (
        <div className="gp-catalogue">
          {groups.map((group) => (
            <Group key={group.id} group={group} counterId={String(id)} />
          ))}
        </div>
      )}
    </>
  );
}

function Group({ group, counterId }: { readonly group: Shown; readonly counterId: string }) {
  const { t } = useTranslation();
  const heading = useId();
  return (
    <section className="gp-panel gp-catalogue-group" aria-labelledby={heading}>
      <h2 id={heading}>{t(`catalogue.groups.${group.id}`)}</h2>
      <ul>
        {group.entries.map((entry) => (
          <li key={entry.key}>
            <EntryLink entry={entry} counterId={counterId} />
            {entry.about !== '' && <span className="gp-dim">{entry.about}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function EntryLink({ entry, counterId }: { readonly entry: Entry; readonly counterId: string }) {
  const report = entry.kind === 'report' ? entry.report : '';
  return (
    <Link
      className="gp-link"
      to={entry.kind === 'report' ? '/counter/$counterId/report/$report' : entry.item.to}
      params={{ counterId, report }}
      search={carried}
    >
      {entry.name}
    </Link>
  );
}
