/** What became of the lines of an upload, in words; what there is none of is not said. */
import type { ConversionUploading } from '@goalpost/contract/management';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/format.ts';

export function useOutcome(): (upload: ConversionUploading) => readonly string[] {
  const { t } = useTranslation();
  const format = useFormat();
  return (upload) => {
    const said = (key: 'visitors' | 'unknown' | 'goalless' | 'dropped', count: number): string[] =>
      count === 0 ? [] : [t(`uploads.${key}`, { n: format.number(count) })];
    return [
      t('uploads.linked', {
        n: format.number(upload.linked_quantity),
        lines: format.number(upload.line_quantity),
      }),
      ...said('visitors', upload.visitor_quantity),
      ...said('unknown', upload.unknown_quantity),
      ...said('goalless', upload.goalless_quantity),
      ...said('dropped', upload.dropped_quantity),
    ];
  };
}
