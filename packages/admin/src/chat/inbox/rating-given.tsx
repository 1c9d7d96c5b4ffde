/** How the visitor found the conversation, and what they said of it. */
import type { ConversationView } from '@goalpost/contract/chat';
import { useTranslation } from 'react-i18next';
import { Stars } from '../ui/stars.tsx';

export function RatingGiven({ view }: { readonly view: ConversationView }) {
  const { t } = useTranslation();
  const { rating, ratingComment = '' } = view;
  if (rating === null) return null;
  return (
    <section className="gp-person-part">
      <h3>{t('chat.person.rating')}</h3>
      <Stars rating={rating} />
      {ratingComment !== '' && <blockquote className="gp-rating-comment">{ratingComment}</blockquote>}
    </section>
  );
}
