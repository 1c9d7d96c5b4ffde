/** A visitor's round sign: always the same colour for the same person. */
import './visitor-sign.css';

const TINTS = 6;

export function tintOf(visitor: string): number {
  let sum = 0;
  for (const char of visitor) sum = (sum * 31 + char.charCodeAt(0)) % 997;
  return sum % TINTS;
}

interface Props {
  readonly visitor: string;
  readonly name: string;
  /** Shows a dot: on the site now. */
  readonly here?: boolean;
}

export function VisitorSign({ visitor, name, here = false }: Props) {
  const letter = [...name.trim()][0]?.toLocaleUpperCase() ?? '?';
  return (
    <span className="gp-sign" data-tint={tintOf(visitor)} data-here={here} aria-hidden="true">
      {letter}
    </span>
  );
}
