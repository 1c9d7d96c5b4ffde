/** Uploads of costs that stand, the newest first, each with the button that takes it away. */
import type { Counter, CostUploading } from '@goalpost/contract/management';
import { Alert, Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDeleteCosts } from '../../api/costs/costs.ts';
import { Confirm } from '../../ui/confirm.tsx';
import { useFormat } from '../../ui/format.ts';
import { Section } from '../../ui/section.tsx';
import { sumsOf } from './sums.ts';
import '../shared-links.css';

interface Props {
  readonly counter: Counter;
  readonly list: { readonly uploadings: readonly CostUploading[]; readonly total: number };
  readonly mayEdit: boolean;
}

export function CostUploads({ counter, list, mayEdit }: Props) {
  const { t } = useTranslation();
  const remove = useDeleteCosts(counter.id);
  const [asked, setAsked] = useState<CostUploading | null>(null);
  const close = (): void => setAsked(null);
  return (
    <Section title={t('costs.uploads')} text={t('costs.uploadsText')}>
      {remove.error !== null && (
        <Alert color="red" variant="light" role="alert">
          {remove.error.message}
        </Alert>
      )}
      <ul className="gp-shares" aria-label={t('costs.uploads')}>
        {list.uploadings.map((upload) => (
          <Row key={upload.id} upload={upload} onRemove={mayEdit ? () => setAsked(upload) : null} />
        ))}
      </ul>
      {list.total > list.uploadings.length && (
        <p className="gp-dim gp-small">{t('costs.more', { count: list.total - list.uploadings.length })}</p>
      )}
      <Confirm
        opened={asked !== null}
        title={t('costs.removeTitle')}
        text={t('costs.removeText')}
        action={t('costs.remove')}
        pending={remove.isPending}
        onClose={close}
        onConfirm={() => asked && remove.mutate(asked.id, { onSettled: close })}
      />
    </Section>
  );
}

function Row({
  upload,
  onRemove,
}: {
  readonly upload: CostUploading;
  readonly onRemove: (() => void) | null;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const at = format.moment(upload.create_time);
  return (
    <li>
      <span className="gp-share-words">
        <span>
          {format.range(upload.first_day, upload.last_day)}: {format.sums(sumsOf(upload))}
        </span>
        <span className="gp-dim gp-small">
          {t('costs.row', { at, lines: format.number(upload.source_quantity) })}
          {upload.comment !== '' && ` · ${upload.comment}`}
          {upload.status === 'UPLOADED' && ` · ${t('costs.unfinished')}`}
        </span>
      </span>
      {onRemove !== null && (
        <Button size="xs" variant="default" onClick={onRemove} aria-label={t('costs.removeOf', { at })}>
          {t('costs.remove')}
        </Button>
      )}
    </li>
  );
}
