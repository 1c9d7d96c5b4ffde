/** The two actions: with which one visitors begin, and with which one they come back. */
import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { STEP_TYPES, type DraftStep, type StepType } from '../search.ts';
import { StepValue } from '../step-editor.tsx';
import { readAction } from './search.ts';
import type { Retention } from './use-retention.ts';

export function ActionEditor({ retention }: { readonly retention: Retention }) {
  const { t } = useTranslation();
  const { search, change, report } = retention;
  return (
    <section className="gp-panel gp-steps" aria-label={t('retention.actions')}>
      {(['first', 'back'] as const).map((which) => (
        <ActionFields
          key={which}
          label={t(`retention.${which}`)}
          action={readAction(search[which])}
          counterId={report.counterId}
          onChange={(action) => change({ [which]: action === null ? undefined : JSON.stringify(action) })}
        />
      ))}
    </section>
  );
}

interface Props {
  readonly label: string;
  readonly action: DraftStep | null;
  readonly counterId: number;
  readonly onChange: (action: DraftStep | null) => void;
}

function ActionFields({ label, action, counterId, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <div className="gp-step">
      <span className="gp-action-label" aria-hidden="true">
        {label}
      </span>
      <NativeSelect
        aria-label={label}
        value={action?.type ?? 'visit'}
        data={[
          { value: 'visit', label: t('retention.anyVisit') },
          ...STEP_TYPES.map((type) => ({ value: type as string, label: t(`paths.type.${type}`) })),
        ]}
        onChange={({ currentTarget: { value } }) =>
          onChange(value === 'visit' ? null : { type: value as StepType })
        }
      />
      {action !== null && <StepValue step={action} label={label} counterId={counterId} onChange={onChange} />}
    </div>
  );
}
