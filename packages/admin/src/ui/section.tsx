/** One titled part of a page of settings. */
import { useId, type ReactNode } from 'react';
import './section.css';

interface Props {
  readonly title: string;
  readonly text?: string;
  readonly children: ReactNode;
}

export function Section({ title, text, children }: Props) {
  const id = useId();
  return (
    <section className="gp-panel gp-panel-pad gp-section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {text !== undefined && <p className="gp-dim gp-section-text">{text}</p>}
      {children}
    </section>
  );
}
