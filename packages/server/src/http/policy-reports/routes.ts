/** Where browsers report what a page's policy has blocked, and where the server's owner reads it [A67], [A68]. */
import { PolicyReportList } from '@goalpost/contract/management';
import type { FastifyInstance } from 'fastify';
import { defineEndpoint, type Endpoint } from '../../kit/endpoint.ts';
import { readReport } from './read-report.ts';
import type { PolicyReports } from './reports.ts';

export const REPORTS_ADDRESS = '/api/v1/csp-reports';

const MAX_REPORT_BYTES = 16 * 1024;
/** Of one address; browsers send one for each thing that is blocked. */
const LIMIT = { max: 30, timeWindow: 60_000 };

export function addPolicyReports(app: FastifyInstance, reports: PolicyReports, base: string): void {
  const options = { bodyLimit: MAX_REPORT_BYTES, config: { rateLimit: LIMIT } };
  app.post(REPORTS_ADDRESS, options, async (request, reply) => {
    const blocked = readReport(request.body, base);
    if (blocked !== null) reports.add(blocked);
    // A browser does nothing with a refusal.
    return reply.status(204).send();
  });
}

/** @param ownsServer whether the account is the server's first */
export function policyReportEndpoints(
  reports: PolicyReports,
  ownsServer: (accountId: string) => Promise<boolean>,
): Endpoint[] {
  return [
    defineEndpoint({
      method: 'GET',
      url: REPORTS_ADDRESS,
      summary:
        'What policies of the web app’s pages have blocked since the start; empty but for the server’s owner',
      tag: 'accounts',
      auth: 'self',
      response: PolicyReportList,
      async handle(_input, { caller }) {
        const mayRead = caller !== null && (await ownsServer(caller.accountId));
        return {
          reports: (mayRead ? reports.list() : []).map(({ firstAt, lastAt, ...report }) => ({
            ...report,
            first_at: firstAt,
            last_at: lastAt,
          })),
        };
      },
    }),
  ];
}
