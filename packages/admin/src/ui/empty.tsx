/** An empty place: one sentence why, and the button that does something about it. */
import type { ReactNode } from 'react';
import './empty.css';

interface Props {
  readonly icon: ReactNode;
  readonly title: string;
  readonly text: string;
  readonly children?: ReactNode;
}

export function Empty({ icon, title, text, children }: Props) {
  return (
    <div className="gp-panel gp-empty">
      <span className="gp-empty-icon" aria-hidden="true">
        {icon}
      </span>
      <h2>{title}</h2>
      <p>{text}</p>
      {children !== undefined && <div className="gp-empty-actions">{children}</div>}
    </div>
  );
}
