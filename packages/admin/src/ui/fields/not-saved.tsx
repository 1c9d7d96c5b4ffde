/** Says above a form why it was not saved, where the reason belongs to no field that is shown. */
import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface Props {
  /** A reason each; what is no text is left out, and without a reason nothing is shown. */
  readonly reasons: readonly unknown[];
  /** Where what follows keeps no distance of its own. */
  readonly mb?: 'md';
}

export function NotSaved({ reasons, mb }: Props) {
  const { t } = useTranslation();
  const texts = [...new Set(reasons.filter((reason) => typeof reason === 'string'))];
  if (texts.length === 0) return null;
  return (
    <Alert color="red" variant="light" role="alert" {...(mb !== undefined && { mb })}>
      {texts.map((message) => (
        <div key={message}>{t('failure.unsaved', { message })}</div>
      ))}
    </Alert>
  );
}
