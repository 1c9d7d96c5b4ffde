/** The latest hits that would have completed the goal, each with its page and where its visit came from. */
import { shownAddress } from '@goalpost/contract/addresses';
import type { GoalPreviewExample } from '@goalpost/contract/workbench';
import { useTranslation } from 'react-i18next';
import { valueName } from '../../report/dimensions.ts';
import { useFormat } from '../../ui/format.ts';
import { Worth } from './worth.tsx';

export function PreviewExamples({ examples }: { readonly examples: readonly GoalPreviewExample[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (examples.length === 0) return null;
  return (
    <div className="gp-preview-table" role="region" tabIndex={0} aria-label={t('preview.examples')}>
      <table>
        <caption>{t('preview.examples')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('preview.at')}</th>
            <th scope="col">{t('preview.what')}</th>
            <th scope="col">{t('preview.source')}</th>
            <th scope="col">{t('preview.worth')}</th>
          </tr>
        </thead>
        <tbody>
          {examples.map((example, place) => (
            // Two hits of one second may be alike in everything.
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={place}>
              <td>{format.moment(example.at)}</td>
              <td>
                <What {...example} />
              </td>
              <td>{sourceOf(example)}</td>
              <td>
                <Worth worth={example.worth} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );

  function sourceOf({ traffic_source: id, source_engine: engine }: GoalPreviewExample): string {
    const name = valueName(t, '<attribution>TrafficSource', { id, name: id });
    return engine === '' ? name : `${name}: ${engine}`;
  }
}

function What({ kind, identifier, url, page }: GoalPreviewExample) {
  const { t } = useTranslation();
  const what =
    kind === 'event' ? identifier : kind === 'link' || kind === 'download' ? shownAddress(url) : '';
  return (
    <>
      {what !== '' && <code>{what}</code>}{' '}
      {page !== '' && (what === '' ? shownAddress(page) : t('preview.of', { page: shownAddress(page) }))}
    </>
  );
}
