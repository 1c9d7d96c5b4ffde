/** The quiet page around sign-in and set-up. */
import type { ReactNode } from 'react';
import { Logo } from '../ui/logo.tsx';
import { LanguageChoice } from './language-choice.tsx';
import './alone.css';

interface Props {
  readonly title: string;
  /** Under the title. */
  readonly text?: string;
  /** Under the form. */
  readonly hint?: string;
  readonly children: ReactNode;
}

export function Door({ title, text, hint, children }: Props) {
  return (
    <main className="gp-door">
      <div className="gp-door-box">
        <div className="gp-door-head">
          <Logo size={36} />
          <h1>{title}</h1>
        </div>
        {text !== undefined && <p className="gp-dim">{text}</p>}
        <div className="gp-panel gp-panel-pad">{children}</div>
        <div className="gp-door-foot">
          <p className="gp-dim">{hint}</p>
          <LanguageChoice />
        </div>
      </div>
    </main>
  );
}
