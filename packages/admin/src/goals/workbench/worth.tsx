/** What a reach is worth, with what was read where its goal says that the price stands [G88]. */
import type { ReachPrice } from '@goalpost/contract/workbench';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/format.ts';

export function Worth({ worth: { price, currency, placed } }: { readonly worth: ReachPrice }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      {price > 0 || placed ? format.money(price, currency) : '—'}
      {placed === null && <span className="gp-dim gp-worth">{t('worth.nothing')}</span>}
      {placed && (
        <span className={placed.understood ? 'gp-dim gp-worth' : 'gp-condition-warning gp-worth'}>
          {placed.text === ''
            ? t('worth.several')
            : t(placed.understood ? 'worth.read' : 'worth.unread', { text: placed.text })}
        </span>
      )}
    </>
  );
}
