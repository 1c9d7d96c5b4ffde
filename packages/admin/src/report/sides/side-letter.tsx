/** A or B, in the colour of its line: beside what belongs to that side. */
import { useTranslation } from 'react-i18next';
import './sides.css';

export function SideLetter({ side }: { readonly side: 'a' | 'b' }) {
  const { t } = useTranslation();
  return (
    <b className="gp-side-letter" data-side={side}>
      {t(`sides.${side}`)}
    </b>
  );
}
