/** Grey shapes that hold a page's place while it loads. */
import { useTranslation } from 'react-i18next';
import { TableBones } from './loading/bones.tsx';

export function PageSkeleton() {
  const { t } = useTranslation();
  return (
    <div role="status" className="gp-bones" aria-label={t('word.loading')}>
      <i className="gp-bone gp-bone-title" />
      <TableBones />
    </div>
  );
}
