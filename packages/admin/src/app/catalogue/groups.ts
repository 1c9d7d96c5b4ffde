/** All that a counter shows, grouped as people look for it: reports of the catalogue and screens of their own. */
import { type Report, type SectionId } from '@goalpost/contract/reports/catalogue';
import { reportsOf } from '@goalpost/contract/management/in-person';
import type { Role } from '@goalpost/contract/management/roles';
import type { TFunction } from 'i18next';
import { textIn } from '../../i18n/text.ts';
import { CHAT, navName, openTo, REPORTS as SCREENS, SET_UP, type NavItem } from '../nav.ts';

type GroupId =
  | 'sources'
  | 'pages'
  | 'audience'
  | 'technology'
  | 'conversions'
  | 'commerce'
  | 'chat'
  | 'monitoring';

interface Group {
  readonly id: GroupId;
  readonly section?: SectionId;
  /** Last parts of the addresses of screens. */
  readonly screens: readonly string[];
}

export const GROUPS: readonly Group[] = [
  { id: 'sources', section: 'sources', screens: ['attribution'] },
  { id: 'pages', section: 'content', screens: ['journeys'] },
  { id: 'audience', section: 'audience', screens: ['visits', 'retention'] },
  { id: 'technology', section: 'technology', screens: [] },
  { id: 'conversions', section: 'conversions', screens: ['conversions', 'funnels', 'goals'] },
  { id: 'commerce', section: 'commerce', screens: [] },
  { id: 'chat', section: 'chat', screens: ['inbox', 'users', 'invitations'] },
  { id: 'monitoring', screens: ['overview', 'now', 'alerts', 'health'] },
];

export type Entry =
  | {
      readonly kind: 'screen';
      readonly key: string;
      readonly name: string;
      readonly about: string;
      readonly item: NavItem;
    }
  | {
      readonly kind: 'report';
      readonly key: string;
      readonly name: string;
      readonly about: string;
      readonly report: string;
    };

export interface Shown {
  readonly id: GroupId;
  readonly entries: readonly Entry[];
}

interface Reader {
  readonly t: TFunction;
  readonly language: string;
  readonly role: Role | undefined;
}

/** @param text what is looked for in names, dimensions and metrics; each of its words is to be there */
export function shownGroups(text: string, reader: Reader): readonly Shown[] {
  const { t, language, role } = reader;
  const words = text
    .toLocaleLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const open = openTo(role, [...SCREENS, ...CHAT, ...SET_UP]);
  return GROUPS.map(({ id, section, screens }) => {
    const group = t(`catalogue.groups.${id}`);
    const own = screens.flatMap((last) => {
      const item = open.find(({ to }) => to.endsWith(`/${last}`));
      if (item === undefined || 'report' in item) return [];
      const name = navName(item, t, language);
      return [{ entry: { kind: 'screen', key: item.to, name, about: '', item } as const, said: name }];
    });
    const reports = reportsOf(section, role).map((report) => ({
      entry: {
        kind: 'report',
        key: report.id,
        report: report.id,
        name: textIn(report.title, language),
        about: levels(report, t),
      } as const,
      said: `${textIn(report.title, language)} ${levels(report, t)} ${metrics(report, t)}`,
    }));
    const entries = [...own, ...reports]
      .filter(({ said }) => {
        const whole = `${group} ${said}`.toLocaleLowerCase();
        return words.every((word) => whole.includes(word));
      })
      .map(({ entry }) => entry);
    return { id, entries };
  }).filter(({ entries }) => entries.length > 0);
}

/** What its rows are, and what they open into. */
const levels = ({ dimensions }: Report, t: TFunction): string =>
  dimensions
    .slice(0, 3)
    .map((dimension) => t(`dimension.${dimension}`))
    .join(' › ');

const metrics = (report: Report, t: TFunction): string =>
  report.metrics.map((metric) => t(`metric.${metric}`)).join(' ');
