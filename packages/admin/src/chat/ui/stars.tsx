/** A rating of one to five. */
import { useTranslation } from 'react-i18next';

const MAX_RATING = 5;

export function Stars({ rating }: { readonly rating: number }) {
  const { t } = useTranslation();
  return (
    <span
      className="gp-stars"
      role="img"
      aria-label={t('chat.conversation.rated', { rating, most: MAX_RATING })}
    >
      {'★'.repeat(rating)}
      <span aria-hidden="true">{'★'.repeat(Math.max(0, MAX_RATING - rating))}</span>
    </span>
  );
}
