/** Which entries of the audit log are shown, and the same as a file. */
import { AUDIT_SUBJECTS } from '@goalpost/contract/management';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { auditFile, type AuditFilter } from '../../api/audit.ts';
import { countersQuery } from '../../api/counters.ts';
import './audit.css';

interface Props {
  readonly filter: AuditFilter;
  readonly onChange: (filter: AuditFilter) => void;
}

const FORMS = ['csv', 'jsonl'] as const;

export function AuditFilterBar({ filter, onChange }: Props) {
  const { t } = useTranslation();
  const counters = useQuery(countersQuery()).data ?? [];
  const field = (name: keyof AuditFilter) => ({
    value: filter[name],
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) =>
      onChange({ ...filter, [name]: value }),
  });
  const kinds = AUDIT_SUBJECTS.map((value) => ({ value, label: t(`audit.subject.${value}`) }));
  return (
    <form
      className="gp-audit-bar"
      aria-label={t('audit.filter')}
      onSubmit={(event) => event.preventDefault()}
    >
      <TextInput label={t('audit.person')} type="search" maxLength={255} {...field('person')} />
      <NativeSelect
        label={t('audit.kind')}
        {...field('subject')}
        data={[{ value: '', label: t('audit.anyKind') }, ...kinds]}
      />
      <NativeSelect
        label={t('audit.counter')}
        {...field('counter')}
        data={[
          { value: '', label: t('audit.anyCounter') },
          ...counters.map(({ id, name }) => ({ value: String(id), label: `${name} · ${id}` })),
        ]}
      />
      <TextInput label={t('audit.from')} type="date" max={filter.to} {...field('from')} />
      <TextInput label={t('audit.to')} type="date" min={filter.from} {...field('to')} />
      <div className="gp-audit-files">
        {FORMS.map((form) => (
          <Button
            key={form}
            component="a"
            href={auditFile(form, filter)}
            download
            variant="default"
            leftSection={<IconDownload size={16} stroke={1.6} />}
          >
            {t(`audit.${form}`)}
          </Button>
        ))}
      </div>
    </form>
  );
}
