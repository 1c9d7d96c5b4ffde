/** Visitors on the site, a bar for each second that the screen has been open. */
import { useTranslation } from 'react-i18next';
import { MOST_SECONDS } from './window.ts';

const HEIGHT = 64;

export function VisitorsChart({ values }: { readonly values: readonly number[] }) {
  const { t } = useTranslation();
  const top = Math.max(...values, 1);
  const first = MOST_SECONDS - values.length;
  return (
    <svg
      className="gp-now-chart"
      viewBox={`0 0 ${MOST_SECONDS} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={t('now.chart', { count: values.length })}
    >
      {values.map((value, index) => {
        const height = (value / top) * (HEIGHT - 2);
        return (
          <rect
            // Bars move on by a second: their place is what they are.
            // oxlint-disable-next-line react/no-array-index-key
            key={index}
            x={first + index + 0.1}
            y={HEIGHT - height}
            width={0.8}
            height={height}
          />
        );
      })}
    </svg>
  );
}
