/** The snippet, and how to put it where: by hand, tag manager, WordPress, single-page app, a developer. */
import type { Counter } from '@goalpost/contract/management';
import { Button, Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CopyBlock } from '../ui/copy-block.tsx';

interface Props {
  readonly snippet: string;
  readonly counter: Counter;
}

const WAYS = ['html', 'manager', 'wordpress', 'spa', 'developer'] as const;

/** The part of the snippet for browsers that run no scripts. */
function pixelOf(snippet: string): string | null {
  return /<noscript>[\s\S]*?<\/noscript>/.exec(snippet)?.[0] ?? null;
}

export function Ways({ snippet, counter }: Props) {
  const { t } = useTranslation();
  const { site } = counter.site2;
  const pixel = pixelOf(snippet);
  const letter = t('install.mailBody', { site, snippet });
  const mail = `mailto:?subject=${encodeURIComponent(t('install.mailSubject', { site }))}&body=${encodeURIComponent(letter)}`;
  const code = <CopyBlock text={snippet} label={t('install.snippet')} action={t('install.copySnippet')} />;
  return (
    <Tabs defaultValue="html" keepMounted={false}>
      <Tabs.List aria-label={t('install.forms')} mb="md">
        {WAYS.map((way) => (
          <Tabs.Tab key={way} value={way}>
            {t(`install.${way}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="html">
        {code}
        {pixel !== null && (
          <>
            <h3>{t('install.pixel')}</h3>
            <p className="gp-dim">{t('install.pixelText')}</p>
            <CopyBlock text={pixel} label={t('install.pixel')} action={t('install.copyPixel')} />
          </>
        )}
      </Tabs.Panel>
      <Tabs.Panel value="manager">
        <p>{t('install.managerText')}</p>
        {code}
      </Tabs.Panel>
      <Tabs.Panel value="wordpress">
        <p>{t('install.wordpressText')}</p>
        {code}
      </Tabs.Panel>
      <Tabs.Panel value="spa">
        {code}
        <p>{t('install.spaText')}</p>
        <CopyBlock
          text={`ym(${counter.id}, 'hit', location.href);`}
          label={t('install.spa')}
          action={t('install.copySpa')}
        />
      </Tabs.Panel>
      <Tabs.Panel value="developer">
        <p>{t('install.developerText')}</p>
        <CopyBlock text={letter} label={t('install.developer')} action={t('install.copyDeveloper')} />
        <Button component="a" href={mail} variant="default" size="xs" mt="xs">
          {t('install.mail')}
        </Button>
      </Tabs.Panel>
    </Tabs>
  );
}
