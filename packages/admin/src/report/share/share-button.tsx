/** The button that shares a report or a path by a link; its form is loaded when it is pressed. */
import type { SharePath } from '@goalpost/contract/management';
import { may } from '@goalpost/contract/management/roles';
import { Button } from '@mantine/core';
import { IconShare } from '@tabler/icons-react';
import { Suspense, useState, type ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { useCounter } from '../../counter/counter-scope.tsx';
import { useSideWords } from '../sides/use-sides.ts';
import type { Report } from '../use-report.ts';
import { withWords } from '../../i18n/i18n.ts';
import { lazyPart } from '../../ui/loading/lazy-part.ts';

const ShareForm = lazyPart(
  withWords(['account', 'shares'], () => import('./share-form.tsx')),
  'ShareForm',
);

interface Props {
  readonly report: Report;
  /** Id in the catalogue; of a path, its kind. */
  readonly id: string;
  readonly title: string;
  readonly shown?: ComponentProps<typeof ShareForm>['shown'];
  /** Full names of chosen levels; none: those of the report. */
  readonly levels?: readonly string[];
  /** A funnel, retention or journeys, shared instead of a report. */
  readonly path?: SharePath;
}

export function ShareButton({ report, id, title, shown, levels = [], path }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const words = useSideWords(report);
  const { permission } = useCounter();
  if (!may(permission, 'edit')) return null;
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconShare size={16} stroke={1.6} />}
        onClick={() => setOpen(true)}
      >
        {t('share.button')}
      </Button>
      <Suspense>
        {open && (
          <ShareForm
            report={report}
            id={id}
            title={title}
            shown={shown}
            levels={levels}
            words={words && { a: words.a.visits, b: words.b.visits }}
            path={path}
            onClose={() => setOpen(false)}
          />
        )}
      </Suspense>
    </>
  );
}
