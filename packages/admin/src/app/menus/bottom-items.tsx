/** The menus of a phone's bar: all reports by section, and the screens without a place in the bar. */
import { Menu } from '@mantine/core';
import { SECTIONS } from '@goalpost/contract/reports/catalogue';
import { IconLayoutGrid } from '@tabler/icons-react';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useRole } from '../../counter/counter-scope.tsx';
import { textIn } from '../../i18n/text.ts';
import { carried } from '../../report/state/search.ts';
import { AnchoredMenu } from '../../ui/menu/anchored.tsx';
import { MenuLink } from '../../ui/menu/menu-link.tsx';
import type { Opening } from '../../ui/menu/use-opening.ts';
import { keyOf, navName, paramsOf, sectionReports, type NavItem } from '../nav.ts';

interface Props {
  readonly opening: Opening;
  readonly counterId: string;
}

const PLACE = { position: 'top-end', width: 240, className: 'gp-bottom-menu' } as const;

export function ReportItems({ opening, counterId }: Props) {
  const { i18n } = useTranslation();
  const role = useRole(Number(counterId));
  return (
    <AnchoredMenu opening={opening} {...PLACE}>
      {sectionReports(role).map(({ id, reports }) => (
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
    </AnchoredMenu>
  );
}

interface MoreProps extends Props {
  readonly items: readonly NavItem[];
}

export function MoreItems({ opening, counterId, items }: MoreProps) {
  const { t, i18n } = useTranslation();
  return (
    <AnchoredMenu opening={opening} {...PLACE}>
      <MenuLink to="/boards" leftSection={<IconLayoutGrid size={18} stroke={1.6} />}>
        {t('boards.title')}
      </MenuLink>
      {items.map((item) => {
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
    </AnchoredMenu>
  );
}
