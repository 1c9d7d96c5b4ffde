/** Names with a number and a bar as long as its share. */
interface Props {
  readonly rows: readonly { readonly name: string; readonly value: number; readonly note?: string }[];
  readonly write: (value: number) => string;
}

export function BarList({ rows, write }: Props) {
  const most = Math.max(...rows.map((row) => row.value), 1);
  return (
    <ol className="gp-bars">
      {rows.map((row) => (
        <li key={row.name}>
          <i style={{ width: `${(row.value / most) * 100}%` }} aria-hidden="true" />
          <span className="gp-bars-name" title={row.name}>
            {row.name}
          </span>
          {row.note !== undefined && <span className="gp-bars-note gp-dim gp-number">{row.note}</span>}
          <span className="gp-number">{write(row.value)}</span>
        </li>
      ))}
    </ol>
  );
}
