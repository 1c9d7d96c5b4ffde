/** What policies of the web app's pages have blocked, for the server's owner. */
import { createPolicyReports, policyReportEndpoints, type PolicyReports } from '../../http/index.ts';
import type { Endpoint } from '../../kit/endpoint.ts';
import type { Part } from '../part.ts';
import { accounts } from './accounts.ts';

export interface PolicyReportsPart {
  readonly reports: PolicyReports;
  readonly endpoints: readonly Endpoint[];
}

export const policyReports: Part<PolicyReportsPart> = {
  name: 'policy reports',
  open({ clock, log, use }) {
    const reports = createPolicyReports({ clock, log });
    const ownsServer = async (accountId: string) =>
      (await use(accounts).people.firstOwner())?.id === accountId;
    return { reports, endpoints: policyReportEndpoints(reports, ownsServer) };
  },
};
