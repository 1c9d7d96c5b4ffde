/** The signed-in person's own page: look, language, API tokens. */
import { SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { meQuery, useSaveLanguage } from '../api/account.ts';
import { ButtonLink } from '../ui/links.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Section } from '../ui/section.tsx';
import { PolicyReports } from './audit/policy-reports.tsx';
import { LanguageChoice } from './language-choice.tsx';
import { NameAndPassword } from './name-and-password.tsx';
import { NewAddress } from './new-address.tsx';
import { Passkeys } from './passkeys/passkeys.tsx';
import { SecondFactor } from './second-factor/second-factor.tsx';
import { Sessions } from './sessions.tsx';
import { Tokens } from './tokens.tsx';

export function AccountPage() {
  const { t } = useTranslation();
  const me = useQuery(meQuery).data;
  const saveLanguage = useSaveLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <div className="gp-narrow gp-centred">
      <PageHead title={t('account.title')}>{me && <span className="gp-dim">{me.login}</span>}</PageHead>
      <Section title={t('account.look')}>
        <div className="gp-fields">
          <LanguageChoice onChange={(language) => saveLanguage.mutate(language)} />
          <SegmentedControl
            size="xs"
            aria-label={t('menu.theme')}
            data={[
              { value: 'light', label: t('menu.light') },
              { value: 'dark', label: t('menu.dark') },
              { value: 'auto', label: t('menu.system') },
            ]}
            value={colorScheme}
            onChange={(value) => setColorScheme(value)}
          />
        </div>
      </Section>
      <Section title={t('password.section')}>
        <NameAndPassword />
      </Section>
      <Section title={t('newAddress.title')} text={t('newAddress.text')}>
        <NewAddress />
      </Section>
      <Section title={t('factor.title')} text={t('factor.text')}>
        <SecondFactor />
      </Section>
      <Section title={t('passkey.title')} text={t('passkey.text')}>
        <Passkeys />
      </Section>
      <Section title={t('sessions.title')} text={t('sessions.text')}>
        <Sessions />
      </Section>
      <Section title={t('account.tokens')} text={t('account.tokensText')}>
        <Tokens />
      </Section>
      <PolicyReports />
      <Section title={t('audit.title')} text={t('audit.text')}>
        <ButtonLink to="/audit" variant="default">
          {t('audit.open')}
        </ButtonLink>
      </Section>
    </div>
  );
}
