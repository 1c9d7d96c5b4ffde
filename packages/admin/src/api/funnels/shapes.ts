/** The shapes of answers about funnels, loaded beside the first request. */
export { FunnelPeopleResponse, FunnelResponse } from '@goalpost/contract/reports/funnels';
