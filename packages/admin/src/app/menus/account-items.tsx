/** What the account's menu holds: who is signed in, theme, account page and the way out. */
import { Menu, useMantineColorScheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import {
  IconDeviceDesktop,
  IconLanguage,
  IconLayoutGrid,
  IconLogout,
  IconMoon,
  IconSun,
  IconUser,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { meQuery, useSaveLanguage, useSignOut } from '../../api/account.ts';
import { changeLanguage, LANGUAGE_NAMES, LANGUAGES } from '../../i18n/i18n.ts';
import { AnchoredMenu, MenuChoice } from '../../ui/menu/anchored.tsx';
import { MenuLink } from '../../ui/menu/menu-link.tsx';
import type { Opening } from '../../ui/menu/use-opening.ts';

const SCHEMES = [
  { scheme: 'light', label: 'menu.light', icon: IconSun },
  { scheme: 'dark', label: 'menu.dark', icon: IconMoon },
  { scheme: 'auto', label: 'menu.system', icon: IconDeviceDesktop },
] as const;

export function AccountItems({ opening }: { readonly opening: Opening }) {
  const { t, i18n } = useTranslation();
  const me = useQuery(meQuery).data;
  const signOut = useSignOut();
  const saveLanguage = useSaveLanguage();
  const navigate = useNavigate();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const leave = async (): Promise<void> => {
    await signOut.mutateAsync();
    await navigate({ to: '/sign-in' });
  };
  return (
    <AnchoredMenu opening={opening} position="bottom-end" width={240}>
      {me && <Menu.Label>{me.login}</Menu.Label>}
      <MenuLink to="/account" leftSection={<IconUser size={16} stroke={1.6} />}>
        {t('menu.account')}
      </MenuLink>
      <MenuLink to="/boards" leftSection={<IconLayoutGrid size={16} stroke={1.6} />}>
        {t('boards.title')}
      </MenuLink>
      <Menu.Divider />
      <Menu.Label>{t('menu.theme')}</Menu.Label>
      {SCHEMES.map(({ scheme, label, icon: Icon }) => (
        <MenuChoice
          key={scheme}
          leftSection={<Icon size={16} stroke={1.6} />}
          chosen={colorScheme === scheme}
          onClick={() => setColorScheme(scheme)}
        >
          {t(label)}
        </MenuChoice>
      ))}
      <Menu.Divider />
      <Menu.Label>{t('menu.language')}</Menu.Label>
      {LANGUAGES.map((language) => (
        <MenuChoice
          key={language}
          lang={language}
          leftSection={<IconLanguage size={16} stroke={1.6} />}
          chosen={i18n.language === language}
          onClick={() => {
            void changeLanguage(language);
            saveLanguage.mutate(language);
          }}
        >
          {LANGUAGE_NAMES[language]}
        </MenuChoice>
      ))}
      <Menu.Divider />
      <Menu.Item leftSection={<IconLogout size={16} stroke={1.6} />} onClick={() => void leave()}>
        {t('menu.signOut')}
      </Menu.Item>
    </AnchoredMenu>
  );
}
