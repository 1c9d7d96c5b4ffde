/** The menu of a phone: the screens opened most, all reports by section, and the others behind "More". */
import { Menu, UnstyledButton } from '@mantine/core';
import { SECTIONS } from '@goalpost/contract/reports/catalogue';
import { IconChartLine, IconDots, IconLayoutGrid, type Icon } from '@tabler/icons-react';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { textIn } from '../i18n/text.ts';
import { carried } from '../report/state/search.ts';
import { MenuLink } from '../ui/links.tsx';
import { useRole } from '../counter/counter-scope.tsx';
import { NavLink } from './nav-link.tsx';
import { CHAT, keyOf, navName, openTo, paramsOf, REPORTS, SECTION_REPORTS, SET_UP } from './nav.ts';

export function BottomBar({ counterId }: { readonly counterId: string }) {
  const { t, i18n } = useTranslation();
  const role = useRole(Number(counterId));
  const reads = openTo(role, REPORTS).length > 0;
  const screens = REPORTS.filter((item) => !('report' in item));
  const others = openTo(role, [...screens, ...CHAT, ...SET_UP]).filter((item) => !item.first);
  const link = (item: (typeof REPORTS)[number]) => (
    <NavLink key={keyOf(item)} item={item} counterId={counterId} className="gp-bottom-link" />
  );
  return (
    <nav className="gp-bottom" aria-label={t('nav.label')}>
      {openTo(role, REPORTS)
        .filter((item) => item.first)
        .map(link)}
      {reads && (
        <BarMenu name={t('nav.reports')} icon={IconChartLine}>
          {SECTION_REPORTS.map(({ id, reports }) => (
            <Fragment key={id}>
              <Menu.Label>{textIn(SECTIONS[id], i18n.language)}</Menu.Label>
              {reports.map((report) => (
                <MenuLink
                  key={report.id}
                  to="/counter/$counterId/report/$report"
                  params={{ counterId, report: report.id }}
                  search={carried}
                >
                  {textIn(report.title, i18n.language)}
                </MenuLink>
              ))}
            </Fragment>
          ))}
        </BarMenu>
      )}
      {openTo(role, CHAT)
        .filter((item) => item.first)
        .map(link)}
      <BarMenu name={t('nav.more')} icon={IconDots}>
        <MenuLink to="/boards" leftSection={<IconLayoutGrid size={18} stroke={1.6} />}>
          {t('boards.title')}
        </MenuLink>
        {others.map((item) => {
          const { icon: ItemIcon } = item;
          return (
            <MenuLink
              key={keyOf(item)}
              to={item.to}
              params={paramsOf(item, counterId)}
              search={carried}
              leftSection={<ItemIcon size={18} stroke={1.6} />}
            >
              {navName(item, t, i18n.language)}
            </MenuLink>
          );
        })}
      </BarMenu>
    </nav>
  );
}

interface BarMenuProps {
  readonly name: string;
  readonly icon: Icon;
  readonly children: ReactNode;
}

function BarMenu({ name, icon: BarIcon, children }: BarMenuProps) {
  return (
    <Menu position="top-end" width={240}>
      <Menu.Target>
        <UnstyledButton className="gp-bottom-link">
          <BarIcon size={20} stroke={1.6} aria-hidden="true" />
          <span>{name}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown className="gp-bottom-menu">{children}</Menu.Dropdown>
    </Menu>
  );
}
