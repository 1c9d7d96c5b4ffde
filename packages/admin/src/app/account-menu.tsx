/** Who is signed in; theme, account page and the way out. */
import { ActionIcon, Menu, useMantineColorScheme } from '@mantine/core';
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
  IconUserCircle,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { meQuery, useSaveLanguage, useSignOut } from '../api/account.ts';
import { changeLanguage, LANGUAGE_NAMES, LANGUAGES } from '../i18n/i18n.ts';
import { MenuLink } from '../ui/links.tsx';

const SCHEMES = [
  { scheme: 'light', label: 'menu.light', icon: IconSun },
  { scheme: 'dark', label: 'menu.dark', icon: IconMoon },
  { scheme: 'auto', label: 'menu.system', icon: IconDeviceDesktop },
] as const;

export function AccountMenu() {
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
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={36} aria-label={t('menu.open')}>
          <IconUserCircle size={22} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
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
          <Menu.Item
            key={scheme}
            leftSection={<Icon size={16} stroke={1.6} />}
            aria-current={colorScheme === scheme ? 'true' : undefined}
            fw={colorScheme === scheme ? 600 : 400}
            onClick={() => setColorScheme(scheme)}
          >
            {t(label)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{t('menu.language')}</Menu.Label>
        {LANGUAGES.map((language) => (
          <Menu.Item
            key={language}
            lang={language}
            leftSection={<IconLanguage size={16} stroke={1.6} />}
            aria-current={i18n.language === language ? 'true' : undefined}
            fw={i18n.language === language ? 600 : 400}
            onClick={() => {
              void changeLanguage(language);
              saveLanguage.mutate(language);
            }}
          >
            {LANGUAGE_NAMES[language]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} stroke={1.6} />} onClick={() => void leave()}>
          {t('menu.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
