/** Robots by agent string [V13]: to look costs more than all else at the door. */
import { isbot } from 'isbot';
import { remembering } from './recent.ts';

const REMEMBERED = 5_000;

/**
 * Programs and libraries that fetch without running a page's scripts. A crawler made of one sends no hits; one
 * that sends hits does so on purpose, as a site's own server does that reports for its visitors.
 */
const TOOLS =
  /^(?:node|node-fetch|undici|axios|got|curl|wget|httpie|python-requests|python-httpx|python-urllib|aiohttp|go-http-client|okhttp|java|java-http-client|apache-httpclient|guzzlehttp|php|ruby|faraday|reqwest|libwww-perl|dart|postmanruntime|k6|autocannon)(?:[\s/;]|$)/i;

export function createRobots(): (agent: string) => boolean {
  return remembering(REMEMBERED, (agent) => !TOOLS.test(agent) && isbot(agent));
}
