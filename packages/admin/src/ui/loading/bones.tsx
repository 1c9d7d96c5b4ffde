/** Grey bones of a table that is on its way. */
import type { CSSProperties } from 'react';
import './bones.css';

/** As names of rows differ: without it, it looks like a ruler. */
const WIDTHS = [22, 15, 18, 12, 20, 14, 16, 11, 19, 13, 17, 10];

export function TableBones({ rows = WIDTHS.length }: { readonly rows?: number }) {
  return (
    <div className="gp-panel gp-bone-rows" aria-hidden="true">
      {WIDTHS.slice(0, rows).map((width) => (
        <div key={width} className="gp-bone-row" style={{ '--gp-wide': `${width}%` } as CSSProperties}>
          <i className="gp-bone" />
          <i className="gp-bone" />
        </div>
      ))}
    </div>
  );
}
