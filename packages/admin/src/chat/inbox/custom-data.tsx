/** What the site's own page said of the visitor. */
import type { ConversationView } from '@goalpost/contract/chat';
import { useTranslation } from 'react-i18next';
import { safeLink } from '../ui/names.ts';

interface Props {
  readonly fields: NonNullable<ConversationView['custom']>;
  readonly attributes: NonNullable<ConversationView['attributes']>;
}

export function CustomData({ fields, attributes }: Props) {
  const { t } = useTranslation();
  const named = Object.entries(attributes);
  if (fields.length === 0 && named.length === 0) return null;
  return (
    <section className="gp-person-part">
      <h3>{t('chat.person.custom')}</h3>
      <dl className="gp-custom">
        {fields.map((field, index) => {
          const link = safeLink(field.link);
          return (
            <div key={`${index} ${field.key ?? field.title ?? ''}`}>
              {(field.title ?? field.key) !== undefined && <dt>{field.title ?? field.key}</dt>}
              <dd>
                {link === null ? (
                  field.content
                ) : (
                  <a className="gp-link" href={link} target="_blank" rel="noopener noreferrer nofollow">
                    {field.content}
                  </a>
                )}
              </dd>
            </div>
          );
        })}
        {named.map(([id, value]) => (
          <div key={`attribute ${id}`}>
            <dt>{id}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
