/** A small line without axes, to be seen at a glance beside a number; decoration for screen readers. */
import './spark.css';

interface Props {
  readonly values: readonly (number | null)[];
  readonly width?: number;
  readonly height?: number;
}

const PAD = 2;

export function Spark({ values, width = 88, height = 24 }: Props) {
  const top = Math.max(...values.map((value) => value ?? 0), 1);
  const step = values.length > 1 ? (width - 2 * PAD) / (values.length - 1) : 0;
  const points = values.map((value, index) => {
    const y = height - PAD - ((value ?? 0) / top) * (height - 2 * PAD);
    return `${(PAD + index * step).toFixed(1)},${y.toFixed(1)}`;
  });
  return (
    <svg
      className="gp-spark"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      aria-hidden="true"
    >
      {values.length > 1 && (
        <polyline
          points={points.join(' ')}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeLinejoin="round"
        />
      )}
    </svg>
  );
}
