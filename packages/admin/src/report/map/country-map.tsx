/** Countries on a map, the darker the more; a click keeps a country, Alt-click leaves it out. */
import type { DataResponse } from '@goalpost/contract/reports';
import { useMemo, useState, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/format.ts';
import { countryName, valueName } from '../dimensions.ts';
import { useNarrow } from '../filters/use-narrow.ts';
import { writeValue, type Measure } from '../metrics.ts';
import type { Report } from '../use-report.ts';
import { NO_COUNTRY, OUTLINES } from './outlines.ts';
import { shadeOf } from './shade.ts';

const SHAPES = OUTLINES.split('\n').map((line) => ({ code: line.slice(0, 2), path: line.slice(3) }));
const DRAWN = new Set(SHAPES.map(({ code }) => code));
/** More are not named one by one. */
const MOST_NAMED = 8;

interface Props {
  readonly report: Report;
  readonly measure: Measure;
  readonly answer: DataResponse;
}

export function CountryMap({ report, measure, answer }: Props) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const narrow = useNarrow(report);
  const [over, setOver] = useState<string | null>(null);
  const rows = useMemo(
    () => new Map(answer.data.map((row) => [String(row.dimensions[0]?.id ?? ''), row])),
    [answer],
  );
  const most = Math.max(0, ...answer.data.map(({ metrics }) => metrics[0] ?? 0));
  const words = (code: string): string => {
    const row = rows.get(code);
    const value = row?.dimensions[0] ?? { id: code, name: countryName(code, i18n.language) };
    const number = writeValue(format, measure.kind, row?.metrics[0] ?? null, report.currency);
    return `${valueName(t, 'regionCountry', value)}: ${number}`;
  };
  const left = [...rows.keys()].filter((code) => code !== '' && !DRAWN.has(code));
  const onClick = ({ target, altKey }: MouseEvent): void => {
    const value = rows.get(codeOf(target) ?? '')?.dimensions[0];
    if (value !== undefined) narrow('regionCountry', value, !altKey);
  };
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- rows of the table below do the same by keys */}
      <svg
        className="gp-map"
        viewBox="0 0 1000 436"
        aria-hidden="true"
        onClick={onClick}
        onMouseMove={({ target }) => setOver(codeOf(target))}
        onMouseLeave={() => setOver(null)}
      >
        <path d={NO_COUNTRY} />
        {SHAPES.map(({ code, path }) => {
          const shade = shadeOf(rows.get(code)?.metrics[0], most);
          return (
            <path
              key={code}
              d={path}
              data-code={code}
              data-known={shade !== null}
              {...(shade === null ? {} : { style: { fillOpacity: shade } })}
            />
          );
        })}
      </svg>
      <div className="gp-map-words gp-dim">
        {left.length > 0 && (
          <p>
            {t('map.notOnIt', { list: left.slice(0, MOST_NAMED).map(words).join('; ') })}
            {left.length > MOST_NAMED && ' …'}
          </p>
        )}
        <p aria-hidden="true">{over === null ? t('map.hint') : words(over)}</p>
      </div>
    </>
  );
}

const codeOf = (target: EventTarget): string | null =>
  target instanceof SVGElement ? (target.dataset['code'] ?? null) : null;
