/** Who may open the site: people, those who are invited, and the form that adds a person. */
import { IconLock } from '@tabler/icons-react';
import { may } from '@goalpost/contract/management/roles';
import { useTranslation } from 'react-i18next';
import { useCounter } from '../counter/counter-scope.tsx';
import { Empty } from '../ui/empty.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Section } from '../ui/section.tsx';
import { AddPerson } from './add-person.tsx';
import { AddMany } from './add-many.tsx';
import { InvitationList } from './invitation-list.tsx';
import { PeopleList } from './people-list.tsx';
import './access.css';

export function AccessPage() {
  const { t } = useTranslation();
  const counter = useCounter();
  return (
    <div className="gp-narrow">
      <PageHead title={t('people.title')} />
      {!may(counter.permission, 'edit') ? (
        <Empty icon={<IconLock />} title={t('failure.denied')} text={t('people.denied')} />
      ) : (
        <>
          <Section title={t('people.add')} text={t('people.addText')}>
            <AddPerson counterId={counter.id} />
          </Section>
          <Section title={t('people.many')} text={t('people.manyText')}>
            <AddMany counterId={counter.id} />
          </Section>
          <Section title={t('people.here')} text={t('people.text')}>
            <PeopleList counter={counter} />
          </Section>
          <InvitationList counterId={counter.id} />
        </>
      )}
    </div>
  );
}
