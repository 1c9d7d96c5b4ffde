/** One hit in the test mode: goals that it reached, and the reason of each other. */
import { shownAddress } from '@goalpost/contract/addresses';
import type { TestedGoal, TestedHit } from '@goalpost/contract/workbench';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/format.ts';
import { Worth } from './worth.tsx';

const KINDS = [
  'view',
  'event',
  'link',
  'download',
  'form',
  'button',
  'contact',
  'engagement',
  'params',
] as const;

export function TriedHit({ hit }: { readonly hit: TestedHit }) {
  const { t } = useTranslation();
  const format = useFormat();
  const kind = KINDS.find((known) => known === hit.kind) ?? 'other';
  const reached = hit.goals.filter(({ outcome }) => outcome === 'reached');
  const others = hit.goals.filter(({ outcome }) => outcome !== 'reached');
  return (
    <li>
      <p className="gp-try-out-hit">
        <span className="gp-dim">{format.time(hit.at)}</span> <b>{t(`tryOut.kinds.${kind}`)}</b>{' '}
        <code>{hit.kind === 'event' ? hit.identifier : shownAddress(hit.url)}</code>
      </p>
      {hit.refused && (
        <p className="gp-condition-warning">{t(`tryOut.refusedBy.${hit.refused_by ?? 'origin'}`)}</p>
      )}
      {reached.length > 0 && (
        <ul className="gp-try-out-goals">
          {reached.map(({ goal_id: id, name, worth }) => (
            <li key={id} className="gp-try-out-reached">
              <IconCheck size={16} aria-hidden /> {name}: {t('tryOut.outcomes.reached')}{' '}
              {worth && (worth.price > 0 || worth.placed !== undefined) && <Worth worth={worth} />}
            </li>
          ))}
        </ul>
      )}
      {!hit.refused && reached.length === 0 && (
        <p className="gp-dim">{t(hit.goals.length === 0 ? 'tryOut.noGoals' : 'tryOut.reachedNone')}</p>
      )}
      {others.length > 0 && <WhyNot goals={others} />}
    </li>
  );
}

function WhyNot({ goals }: { readonly goals: readonly TestedGoal[] }) {
  const { t } = useTranslation();
  return (
    <details>
      <summary>{t('tryOut.why', { count: goals.length })}</summary>
      <ul className="gp-try-out-goals">
        {goals.map(({ goal_id: id, name, outcome, conditions }) => (
          <li key={`${id} ${name}`}>
            {name}: {t(`tryOut.outcomes.${outcome}`)}
            {outcome !== 'other_kind' && conditions.length > 0 && (
              <ul>
                {conditions.map(({ type, value, fits, earlier }, place) => (
                  // Two conditions may be alike.
                  // oxlint-disable-next-line react/no-array-index-key
                  <li key={place} className="gp-condition">
                    <Condition type={type} value={value} />{' '}
                    {t(fits ? 'tryOut.fits' : earlier ? 'tryOut.fitsEarlier' : 'tryOut.fitsNot')}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Of steps and of goals of several, the kind stands before the value in the words of the goal's form. */
function Condition({ type, value }: { readonly type: string | undefined; readonly value: string }) {
  const { t } = useTranslation();
  if (type === undefined) return <code>{value}</code>;
  const own = value.slice(type.length).trimStart();
  return (
    <>
      {t(`goalTypes.${type}.name` as 'goalTypes.url.name')}
      {own !== '' && (
        <>
          {' '}
          <code>{own}</code>
        </>
      )}
    </>
  );
}
