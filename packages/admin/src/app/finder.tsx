/** ⌘K: finds a page, a goal or a site by a few letters. */
import { TextInput, UnstyledButton } from '@mantine/core';
import { may } from '@goalpost/contract/management/roles';
import { SECTIONS } from '@goalpost/contract/reports/catalogue';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { countersQuery } from '../api/counters.ts';
import { goalsQuery } from '../api/goals.ts';
import { textIn } from '../i18n/text.ts';
import { useCounterId, useRole } from '../counter/counter-scope.tsx';
import { CHAT, keyOf, navName, openTo, paramsOf, REPORTS, sectionReports, SET_UP } from './nav.ts';
import { Dialog } from '../ui/screen/dialog.tsx';

interface Found {
  readonly key: string;
  readonly name: string;
  readonly kind: string;
  readonly open: () => Promise<void>;
}

const MAX_FOUND = 12;

function useFound(text: string): readonly Found[] {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const id = useCounterId();
  const counters = useQuery(countersQuery()).data ?? [];
  const role = useRole(id);
  const reads = id !== null && may(role, 'view');
  const goals = useQuery({ ...goalsQuery(id ?? 0), enabled: reads }).data ?? [];
  const params = { counterId: String(id) };
  const pages = (id === null ? [] : openTo(role, [...REPORTS, ...CHAT, ...SET_UP]))
    .filter((item) => !('report' in item))
    .map((item) => ({
      key: keyOf(item),
      name: navName(item, t, i18n.language),
      kind: t('find.pages'),
      open: () => navigate({ to: item.to, params: paramsOf(item, params.counterId) }),
    }));
  const reports = (id !== null && may(role, 'report') ? sectionReports(role) : []).flatMap((section) =>
    section.reports.map((report) => ({
      key: report.id,
      name: textIn(report.title, i18n.language),
      kind: textIn(SECTIONS[section.id], i18n.language),
      open: () =>
        navigate({ to: '/counter/$counterId/report/$report', params: { ...params, report: report.id } }),
    })),
  );
  const own = goals.map((goal) => ({
    key: `goal ${goal.id}`,
    name: goal.name,
    kind: t('find.goals'),
    open: () =>
      navigate({ to: '/counter/$counterId/conversions', params, search: { open: String(goal.id) } }),
  }));
  const sites = counters.map((counter) => ({
    key: `site ${counter.id}`,
    name: counter.name,
    kind: t('find.sites'),
    open: () => navigate({ to: '/counter/$counterId', params: { counterId: String(counter.id) } }),
  }));
  const boards = {
    key: 'boards',
    name: t('boards.title'),
    kind: t('find.pages'),
    open: () => navigate({ to: '/boards' }),
  };
  const wanted = text.trim().toLocaleLowerCase();
  return [...pages, boards, ...reports, ...own, ...sites]
    .filter((row) => row.name.toLocaleLowerCase().includes(wanted))
    .slice(0, MAX_FOUND);
}

export function Finder({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const found = useFound(text);
  const chosen = Math.min(at, Math.max(found.length - 1, 0));
  const open = (row: Found | undefined): void => {
    if (row === undefined) return;
    onClose();
    void row.open();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') setAt((chosen + 1) % Math.max(found.length, 1));
    else if (event.key === 'ArrowUp') setAt((chosen - 1 + found.length) % Math.max(found.length, 1));
    else if (event.key === 'Enter') open(found[chosen]);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog opened onClose={onClose} withCloseButton={false} padding={0} size={520} yOffset="12vh">
      <TextInput
        data-autofocus
        size="md"
        variant="unstyled"
        classNames={{ input: 'gp-finder-input' }}
        aria-label={t('find.open')}
        placeholder={t('find.placeholder')}
        role="combobox"
        aria-expanded="true"
        aria-controls="gp-found"
        aria-activedescendant={found[chosen] ? `gp-found-${chosen}` : undefined}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKey}
      />
      <div id="gp-found" role="listbox" aria-label={t('find.label')} className="gp-found">
        {found.map((row, index) => (
          <UnstyledButton
            key={row.key}
            id={`gp-found-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            className="gp-found-row"
            onMouseMove={() => setAt(index)}
            onClick={() => open(row)}
          >
            <span>{row.name}</span>
            <span className="gp-dim">{row.kind}</span>
          </UnstyledButton>
        ))}
      </div>
      {found.length === 0 && <p className="gp-found-none gp-dim">{t('find.nothing')}</p>}
    </Dialog>
  );
}
