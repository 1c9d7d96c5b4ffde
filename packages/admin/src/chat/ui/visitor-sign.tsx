/** A visitor's round sign: always the same colour for the same person. */
import { IconUser } from '@tabler/icons-react';
import './visitor-sign.css';

const TINTS = 6;

function tintOf(visitor: string): number {
  let sum = 0;
  for (const char of visitor) sum = (sum * 31 + char.charCodeAt(0)) % 997;
  return sum % TINTS;
}

/** As a reader sees it: an emoji or a letter with its accent is one. */
export function firstLetter(name: string): string {
  const [first] = new Intl.Segmenter().segment(name.trim());
  return first?.segment.toLocaleUpperCase() ?? '';
}

interface Props {
  readonly visitor: string;
  /** Empty: not known; a figure stands in. */
  readonly name: string;
  /** Shows a dot: on the site now. */
  readonly here?: boolean;
}

export function VisitorSign({ visitor, name, here = false }: Props) {
  const letter = firstLetter(name);
  return (
    <span className="gp-sign" data-tint={tintOf(visitor)} data-here={here} aria-hidden="true">
      {letter === '' ? <IconUser size={18} stroke={1.6} /> : letter}
    </span>
  );
}
