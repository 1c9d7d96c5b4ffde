/** The flow: a column a step, boxes by how often, and bands between them as wide as their counts. */
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/format.ts';
import type { DraftStep } from '../search.ts';
import type { Box, Flow, Link } from './flow.ts';
import { boxName, placeName } from './words.ts';
import './journeys.css';

/** As in the style sheet: a box with the gap below it. */
const BOX = 52;
const GAP = 8;
const WIDTH = 40;

interface Props {
  readonly flow: Flow;
  readonly about: string;
  readonly journeys: number;
  readonly stale: boolean;
  /** Tells the journeys of another step; null where that is not to be chosen. */
  readonly onChoose: ((step: DraftStep) => void) | null;
}

export function FlowChart({ flow: { columns, links }, about, journeys, stale, onChoose }: Props) {
  const { t } = useTranslation();
  return (
    <div
      className={`gp-panel gp-flow ${stale ? 'gp-stale' : ''}`}
      role="region"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keys
      tabIndex={0}
      aria-label={t('journeys.flow')}
    >
      {columns.map(({ place, boxes }, index) => (
        <div key={place} className="gp-flow-part">
          <section className="gp-flow-column" aria-label={placeName(t, place)}>
            <h2>{placeName(t, place)}</h2>
            <ol>
              {boxes.map((box) => (
                <FlowBox
                  key={box.key}
                  box={box}
                  name={boxName(t, box, place, about)}
                  onChoose={
                    box.kind === 'page' && onChoose !== null
                      ? () => onChoose({ type: 'page', value: box.value })
                      : null
                  }
                />
              ))}
            </ol>
          </section>
          {index < links.length && <Bands links={links[index] ?? []} journeys={journeys} />}
        </div>
      ))}
    </div>
  );
}

interface BoxProps {
  readonly box: Box;
  readonly name: string;
  readonly onChoose: (() => void) | null;
}

function FlowBox({ box, name, onChoose }: BoxProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <li data-kind={box.kind} title={name}>
      <i style={{ width: `${box.share ?? 0}%` }} aria-hidden="true" />
      {onChoose === null ? (
        <span className="gp-flow-name">{name}</span>
      ) : (
        <button
          type="button"
          className="gp-flow-name"
          title={t('journeys.choose', { name })}
          onClick={onChoose}
        >
          {name}
        </button>
      )}
      <span className="gp-dim gp-number">
        {format.number(box.count)} · {format.percent(box.share)}
      </span>
    </li>
  );
}

function Bands({ links, journeys }: { readonly links: readonly Link[]; readonly journeys: number }) {
  const height = Math.max(0, ...links.flatMap(({ from, to }) => [from, to])) * (BOX + GAP) + BOX;
  const middle = (place: number): number => place * (BOX + GAP) + BOX / 2;
  return (
    <svg className="gp-flow-bands" width={WIDTH} height={height} aria-hidden="true">
      {links.map(({ from, to, count }) => (
        <path
          key={`${from} ${to}`}
          d={`M0 ${middle(from)} C${WIDTH / 2} ${middle(from)} ${WIDTH / 2} ${middle(to)} ${WIDTH} ${middle(to)}`}
          strokeWidth={Math.max(1, (count / journeys) * (BOX - GAP))}
        />
      ))}
    </svg>
  );
}
