/** A change against the period before: sign and colour for eyes, words for screen readers. */
import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat, type Format } from '../../ui/format.ts';
import type { Change } from '../state/change.ts';
import './delta.css';

interface Props {
  readonly change: Change;
  readonly lowerIsBetter?: boolean;
  /** The number before, written. */
  readonly before?: string;
  /** What readers hear where it is no change in time. */
  readonly words?: DeltaWords;
}

export interface DeltaWords {
  rose(n: string): string;
  fell(n: string): string;
  readonly same: string;
}

export function Delta({ change, lowerIsBetter = false, before, words }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const title = before === undefined ? undefined : t('report.before', { value: before });
  switch (change.kind) {
    case 'none':
      return <span className="gp-delta gp-dim">—</span>;
    case 'open':
      return (
        <span className="gp-delta gp-dim" title={title}>
          {t('report.soFar')}
        </span>
      );
    case 'few':
      return (
        <span className="gp-delta gp-dim" title={title ?? t('report.fewHint')}>
          {t('report.few')}
        </span>
      );
    case 'new':
      return (
        <span className="gp-delta gp-dim" title={t('report.noBaseHint')}>
          {t('report.noBase')}
        </span>
      );
    case 'same':
      return (
        <span className="gp-delta gp-dim" title={title}>
          {words?.same ?? t('report.same')}
        </span>
      );
    case 'points': {
      const rose = change.points > 0;
      const n = format.tenths(Math.abs(change.points));
      return (
        <span className="gp-delta" data-good={rose !== lowerIsBetter} title={title}>
          <span aria-hidden="true">
            {rose ? '↑' : '↓'} {t('sides.points', { n })}
          </span>
          <VisuallyHidden>{t(rose ? 'sides.pointsRose' : 'sides.pointsFell', { n })}</VisuallyHidden>
        </span>
      );
    }
    case 'moved':
      return <Moved {...{ change, lowerIsBetter, title, words }} />;
  }
}

interface MovedProps {
  readonly change: Extract<Change, { readonly kind: 'moved' }>;
  readonly lowerIsBetter: boolean;
  readonly title: string | undefined;
  readonly words: DeltaWords | undefined;
}

function Moved({ change, lowerIsBetter, title, words }: MovedProps) {
  const { t } = useTranslation();
  const n = writeRatio(change.ratio, useFormat());
  const rose = change.ratio > 0;
  const inTime = t(rose ? 'report.rose' : 'report.fell', { n });
  return (
    <span className="gp-delta" data-good={rose !== lowerIsBetter} title={title}>
      <span aria-hidden="true">
        {rose ? '↑' : '↓'} {n}
      </span>
      <VisuallyHidden>{words?.[rose ? 'rose' : 'fell'](n) ?? inTime}</VisuallyHidden>
    </span>
  );
}

/** Percent with one digit where it is small; from ten times on as a multiple. */
function writeRatio(ratio: number, format: Format): string {
  return ratio >= 9 ? `×${format.number(ratio + 1)}` : format.share(Math.abs(ratio));
}
