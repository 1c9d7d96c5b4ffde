/** What tells one visitor, account or order from another, and is closed to limited access [A84] [A87]. */
import { isLimited, type Role } from './roles.ts';
import { REPORTS, type SectionId } from '../reports/catalogue.ts';
import { levelsOf, type Report } from '../reports/report.ts';

const IN_PERSON = /^(?:clientID|userClientUserId|purchaseID|(?:userP|eventP|p)aramsLevel\d+)$/;

/** @param dimension its name without the prefix */
export const tellsPeopleApart = (dimension: string): boolean => IN_PERSON.test(dimension);

/** @param role undefined while it is not known */
export const mayAskBy = (role: Role | undefined, dimension: string): boolean =>
  !isLimited(role) || !tellsPeopleApart(dimension);

/** Costs are of the whole counter, whatever visits a person may see [M97]. */
export const mayOpen = (role: Role | undefined, report: Report): boolean =>
  !(isLimited(role) && report.scope === 'ev') &&
  levelsOf(report).every(({ dimension }) => mayAskBy(role, dimension));

/** What a link to all reports shows [A30]: no single person, and no whole costs beside a part of the visits. */
export const publicReports = (isPart: boolean): readonly Report[] =>
  REPORTS.filter(
    (report) =>
      !(isPart && report.scope === 'ev') &&
      levelsOf(report).every(({ dimension }) => !tellsPeopleApart(dimension)),
  );

/** Those of a section that the person may open [A87]; all while it is not known who they are. */
export const reportsOf = (section: SectionId | undefined, role?: Role): readonly Report[] =>
  REPORTS.filter((report) => report.section === section && mayOpen(role, report));
