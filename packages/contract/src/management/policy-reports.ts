/** What policies of the web app's own pages have blocked. Ours alone, at `/api/v1/csp-reports`. */
import { z } from 'zod';

export const PolicyReport = z
  .object({
    directive: z.string().describe('Of the policy, such as `script-src-elem`.'),
    blocked: z.string().describe('An origin, a scheme, or a word such as `inline`.'),
    page: z.string().describe('Path of the page.'),
    count: z.number().int(),
    first_at: z.number().int().describe('Milliseconds since the epoch.'),
    last_at: z.number().int(),
  })
  .meta({ id: 'PolicyReport' });
export type PolicyReport = z.infer<typeof PolicyReport>;

export const PolicyReportList = z.object({ reports: z.array(PolicyReport) });
