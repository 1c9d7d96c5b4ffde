/** The title of a screen with what belongs beside it. */
import { Title } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  readonly title: string;
  readonly children?: ReactNode;
}

export function PageHead({ title, children }: Props) {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${title} · ${t('product')}`;
  }, [title, t]);
  return (
    <div className="gp-page-head">
      <Title order={1}>{title}</Title>
      {children}
    </div>
  );
}
